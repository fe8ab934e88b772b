import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { Link, useHref } from 'react-router-dom';
import { CopyText } from '../components/copy-button';
import { PageHeading } from '../components/page-heading';
import { Section } from '../components/section';
import { valueNames, valuesFragment } from '../core/ruleset/values';
import { useRuleset } from '../features/ruleset/ruleset-query';
import { useOrigin } from '../lib/hydrated';
import styles from './integrate.module.css';

/** `/integrate`: links and a bookmarklet that lead here, for the address that the app is served from. */
export default function IntegratePage() {
  const origin = useOrigin();
  const home = origin + useHref('/').replace(/\/?$/, '/');
  const { rules, example } = useRuleset();
  const rule = rules.find((candidate) => valueNames(candidate).length > 1);
  const values = new Map(rule && valueNames(rule).map((name) => [name, `example ${name}`]));
  return (
    <div className={styles.page} data-needs-app>
      <PageHeading title="Integrate">Links and bookmarklet</PageHeading>
      <p>
        A runbook, an alert description or a bookmark can open this app with a text already diagnosed. The text comes
        after “#”, which browsers never send to a server.
      </p>
      {origin === '' ? (
        <p className="without-script">Making these links needs JavaScript, which is off in this browser.</p>
      ) : (
        <>
          <Section className="panel" level={2} title="A bookmark for selected text">
            <p>
              Drag this to your bookmarks bar. Then select an error on any page and click the bookmark. The error opens
              here, in a new tab.
            </p>
            <Bookmarklet home={home} />
            <p>
              Some portals show text in a frame that a bookmark can’t reach. If nothing arrives, copy the text and{' '}
              <Link to="/">paste it</Link>.
            </p>
          </Section>
          <Section className="panel" level={2} title="A link that carries a text">
            <p>
              Put the error’s text, percent-encoded, after <code>#text=</code>.
            </p>
            <CopyText
              label="Link with a text"
              button="Copy the example"
              text={`${home}#text=${encodeURIComponent(example)}`}
            />
          </Section>
          {rule && (
            <Section className="panel" level={2} title="A link to one error’s card">
              <p>
                After <code>#</code>, add the values of the message that you know, in any order.
              </p>
              <CopyText
                label="Link to a card"
                button="Copy the example"
                text={`${home}errors/${rule.id}${valuesFragment(values)}`}
              />
            </Section>
          )}
        </>
      )}
    </div>
  );
}

/** A bookmark to drag to the bookmarks bar, and its address to copy. It opens the selected text at `home`. */
function Bookmarklet({ home }: { home: string }) {
  // A selection can cut a character in half, which encodeURIComponent would throw at.
  const code = `javascript:void open(${JSON.stringify(`${home}#text=`)}+encodeURIComponent(String(getSelection()).replace(/\\p{Surrogate}/gu,"")),"_blank","noopener")`;
  const [isPressed, setPressed] = useState(false);
  return (
    <>
      <p>
        {/* biome-ignore lint/a11y/useValidAnchor: it is a link to drag; pressing it only shows a hint */}
        <a
          // React refuses to render javascript: addresses. This page's policy keeps it from running here.
          ref={(link) => link?.setAttribute('href', code)}
          href="#bookmarklet"
          className={`button ${styles.bookmark}`}
          onClick={(event) => {
            event.preventDefault();
            setPressed(true);
          }}
        >
          <Bookmark size="1em" aria-hidden="true" /> Diagnose the selection
        </a>
      </p>
      <p role="status">{isPressed && 'Drag this to your bookmarks bar, then use it on any page.'}</p>
      <CopyText label="Bookmark address" button="Copy the address" text={code} />
    </>
  );
}
