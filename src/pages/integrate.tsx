import { Link, useHref } from 'react-router-dom';
import { CopyText } from '../components/copy-text';
import { PageHeading } from '../components/page-heading';
import { PageTitle } from '../components/page-title';
import { valueNames } from '../core/ruleset/values';
import { Bookmarklet } from '../features/integrate/bookmarklet';
import { useRuleset } from '../features/ruleset/ruleset-query';
import { useOrigin } from '../lib/hydrated';
import styles from './integrate.module.css';

/** `/integrate`: links and a bookmarklet that lead here, for the address that the app is served from. */
export default function IntegratePage() {
  const origin = useOrigin();
  const home = origin + useHref('/').replace(/\/?$/, '/');
  const rule = useRuleset().rules.find((candidate) => valueNames(candidate).length > 1);
  return (
    <div className={styles.page} data-needs-app>
      <PageTitle>Integrate</PageTitle>
      <PageHeading>Links and bookmarklet</PageHeading>
      <p>
        A runbook, an alert description or a bookmark can open this app with a text already diagnosed. The text comes
        after “#”, which browsers never send to a server.
      </p>
      {origin === '' ? (
        <p className="without-script">Making these links needs JavaScript, which is off in this browser.</p>
      ) : (
        <>
          <section className="panel" aria-labelledby="bookmarklet">
            <h2 id="bookmarklet">A bookmark for selected text</h2>
            <p>
              Drag this to your bookmarks bar. Then select an error on any page and click the bookmark. The error opens
              here, in a new tab.
            </p>
            <Bookmarklet home={home} />
            <p>
              Some portals show text in a frame that a bookmark can’t reach. If nothing arrives, copy the text and{' '}
              <Link to="/">paste it</Link>.
            </p>
          </section>
          <section className="panel" aria-labelledby="text-link">
            <h2 id="text-link">A link that carries a text</h2>
            <p>
              Put the error’s text, percent-encoded, after <code>#text=</code>.
            </p>
            <CopyText
              label="Link with a text"
              button="Copy the example"
              text={`${home}#text=${encodeURIComponent('User Not Authenticated')}`}
            />
          </section>
          {rule && (
            <section className="panel" aria-labelledby="card-link">
              <h2 id="card-link">A link to one error’s card</h2>
              <p>
                After <code>#</code>, add the values of the message that you know, in any order.
              </p>
              <CopyText
                label="Link to a card"
                button="Copy the example"
                text={`${home}errors/${rule.id}#${valueNames(rule)
                  .map((name) => `${name}=${encodeURIComponent(`example ${name}`)}`)
                  .join('&')}`}
              />
            </section>
          )}
        </>
      )}
    </div>
  );
}
