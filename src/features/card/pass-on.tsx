import { Printer, Share2 } from 'lucide-react';
import { Fragment, useState } from 'react';
import { useHref } from 'react-router-dom';
import { CopyButton } from '../../components/copy-button';
import { HideSwitch } from '../../components/hide-switch';
import type { Rule, Ruleset } from '../../core/ruleset/schema';
import { splitResolutions } from '../../core/ruleset/situation';
import { valueLabel } from '../../core/ruleset/value-label';
import { type Values, valuesFragment } from '../../core/ruleset/values';
import { useHydrated, useOrigin } from '../../lib/hydrated';
import { cardMarkdown, sideMarkdown, sidesOf } from './card-markdown';
import styles from './pass-on.module.css';
import type { Ticks } from './ticks';
import { useMasked } from './use-masked';

/** Ways to hand the card to someone else. What is copied stands there to be read first. */
export function PassOn({
  rule,
  ruleset,
  signatures,
  values,
  situation,
  ticks,
}: {
  rule: Rule;
  ruleset: Ruleset;
  signatures: readonly string[];
  values: Values;
  situation: string | undefined;
  ticks: Ticks;
}) {
  const hydrated = useHydrated();
  const hiding = useMasked(values);
  const masked = hiding ?? new Map<string, string>();
  const [hides, setHides] = useState(true);
  const hidden = [...masked].some(([name, value]) => values.get(name) !== value);
  const shown = hides ? masked : values;
  const { fitting, likely } = splitResolutions(rule, situation);
  const resolutions = fitting.length > 0 ? fitting : rule.resolutions;
  const query = fitting.length > 0 && situation ? `?situation=${situation}` : '';
  const path = useHref(`/errors/${rule.id}${query}`);
  const link = `${useOrigin()}${path}`;
  const linkWithValues = link + valuesFragment(values);
  const sides = sidesOf(resolutions, ruleset);
  const shared = { rule, ruleset, values: shown, resolutions, ticks };
  const markdown = cardMarkdown({
    ...shared,
    signatures,
    causes: likely ? [likely] : rule.causes,
    link,
  });
  return (
    <div className={styles.ways}>
      <div className={styles.row}>
        <CopyButton text={hiding && markdown}>Copy as Markdown</CopyButton>
        <CopyButton text={link}>Copy link</CopyButton>
        <button type="button" className="button" onClick={() => window.print()}>
          <Printer size="1em" aria-hidden="true" /> Print
        </button>
        {hydrated && typeof navigator.share === 'function' && (
          <button
            type="button"
            className="button"
            onClick={() =>
              // Closing the sheet without sharing is no error.
              void navigator.share({ title: rule.title, text: markdown, url: link }).catch(() => {})
            }
          >
            <Share2 size="1em" aria-hidden="true" /> Share
          </button>
        )}
        {sides.length > 1 &&
          sides.map((side) => (
            <CopyButton key={side} text={hiding && sideMarkdown({ ...shared, side })}>
              {`Copy the ${side} steps`}
            </CopyButton>
          ))}
      </div>
      {hidden && (
        <HideSwitch hides={hides} onChange={setHides}>
          Hide likely secrets and personal data in what is copied
        </HideSwitch>
      )}
      <details>
        <summary>What “Copy as Markdown” copies</summary>
        <pre className={styles.preview}>{markdown}</pre>
      </details>
      {values.size > 0 && (
        <div className={styles.withValues}>
          <p>
            A link with your values opens this card with them. They stand after “#”, which is not sent to a server, but
            everyone who has the link can read them. It will contain:{' '}
            {[...values].map(([name, value], i) => (
              <Fragment key={name}>
                {i > 0 && ', '}
                {valueLabel(name)} <bdi className={styles.value}>{value}</bdi>
              </Fragment>
            ))}
            .
          </p>
          <div className={styles.row}>
            <CopyButton text={linkWithValues}>Copy link with these values</CopyButton>
          </div>
        </div>
      )}
    </div>
  );
}
