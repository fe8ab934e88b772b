import { Printer, Share2 } from 'lucide-react';
import { Fragment, useState } from 'react';
import { useHref } from 'react-router-dom';
import { CopyButton } from '../../components/copy-button';
import { HideSwitch } from '../../components/hide-switch';
import { valueLabel } from '../../core/ruleset/value-label';
import { type Values, valuesFragment } from '../../core/ruleset/values';
import { useHydrated, useOrigin } from '../../lib/hydrated';
import { useCard } from './card-context';
import { cardMarkdown, sideMarkdown, sidesOf } from './card-markdown';
import styles from './share-card.module.css';
import { useMasked } from './use-masked';

const NONE: Values = new Map();

/** Ways to share the card. The reader can see beforehand what is copied. */
export function ShareCard() {
  const card = useCard();
  const { rule, values, fitting, situation } = card;
  const isHydrated = useHydrated();
  const masked = useMasked(values);
  const [hides, setHides] = useState(true);
  const shown = hides ? (masked ?? NONE) : values;
  const link = useOrigin() + useHref(`/errors/${rule.id}${fitting.length > 0 ? `?situation=${situation}` : ''}`);
  const markdown = cardMarkdown(card, shown, link);
  const sides = sidesOf(card);
  return (
    <>
      <CopyButton text={masked && markdown}>Copy for a ticket</CopyButton>
      <details className={styles.share}>
        <summary className="button">Share</summary>
        <div className={`panel ${styles.ways}`}>
          <div className={styles.row}>
            <CopyButton text={masked && markdown}>Copy as Markdown</CopyButton>
            <CopyButton text={link}>Copy link</CopyButton>
            <button type="button" className="button" onClick={() => window.print()}>
              <Printer size="1em" aria-hidden="true" /> Print
            </button>
            {isHydrated && typeof navigator.share === 'function' && (
              <button
                type="button"
                className="button"
                onClick={() =>
                  // Rejects when the reader cancels.
                  void navigator.share({ title: rule.title, text: markdown, url: link }).catch(() => {})
                }
              >
                <Share2 size="1em" aria-hidden="true" /> Share
              </button>
            )}
            {sides.length > 1 &&
              sides.map((side) => (
                <CopyButton key={side} text={masked && sideMarkdown(card, shown, side)}>
                  {`Copy the ${side} steps`}
                </CopyButton>
              ))}
          </div>
          {masked && [...masked].some(([name, value]) => values.get(name) !== value) && (
            <HideSwitch hides={hides} onChange={setHides} />
          )}
          <details>
            <summary>What “Copy as Markdown” copies</summary>
            <pre className={styles.preview}>{markdown}</pre>
          </details>
          {values.size > 0 && (
            <div className={styles.withValues}>
              <p>
                A link can carry your values. They come after “#”, so no server receives them, but anyone with the link
                can read them. It will contain:{' '}
                {[...values].map(([name, value], i) => (
                  <Fragment key={name}>
                    {i > 0 && ', '}
                    {valueLabel(name)} <bdi className={styles.value}>{value}</bdi>
                  </Fragment>
                ))}
                .
              </p>
              <div className={styles.row}>
                <CopyButton text={link + valuesFragment(values)}>Copy link with these values</CopyButton>
              </div>
            </div>
          )}
        </div>
      </details>
    </>
  );
}
