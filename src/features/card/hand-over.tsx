import { ChevronDown, Printer, Share2 } from 'lucide-react';
import { useId } from 'react';
import { CopyButton } from '../../components/copy-button';
import { HideSwitch } from '../../components/hide-switch';
import { valueLabel } from '../../core/ruleset/value-label';
import { useHydrated } from '../../lib/hydrated';
import { useCard } from './card-context';
import { cardText, MARKDOWN, restText, TICKET } from './card-text';
import styles from './hand-over.module.css';
import { useShared } from './use-shared';

/** Copies what the people on one side need to go on: link, values, what is done, what is left. */
export function SendRest({ side }: { side: string }) {
  const card = useCard();
  const { shared } = useShared(side);
  return <CopyButton text={shared && restText(card, shared, side)}>Send the rest to {side}</CopyButton>;
}

/** Hands the card to others: as a text for a ticket, or in the ways that "Share" opens; with or without secrets. */
export function HandOver() {
  const card = useCard();
  const { shared, bareLink, secrets, hides } = useShared();
  const isHydrated = useHydrated();
  const id = useId();
  const ticket = shared && cardText(card, shared, TICKET);
  const markdown = shared && cardText(card, shared, MARKDOWN);
  // Rejects when the reader cancels. The text holds the link.
  const send = () => void navigator.share({ title: card.rule.title, text: ticket ?? bareLink }).catch(() => {});
  return (
    <>
      <div className={`${styles.handOver} unprinted needs-script`}>
        <div className={styles.row}>
          <CopyButton text={ticket} isPrimary>
            Copy for a ticket
          </CopyButton>
          <button type="button" className="button" popoverTarget={id}>
            Share <ChevronDown size="1em" aria-hidden="true" />
          </button>
        </div>
        <div id={id} popover="auto" className={styles.panel}>
          {isHydrated && (
            <>
              <div className={styles.row}>
                <CopyButton text={markdown}>Copy as Markdown</CopyButton>
                <CopyButton text={bareLink}>Copy link</CopyButton>
                <button type="button" className="button" onClick={() => window.print()}>
                  <Printer size="1em" aria-hidden="true" /> Print
                </button>
                {typeof navigator.share === 'function' && (
                  <button type="button" className="button" onClick={send}>
                    <Share2 size="1em" aria-hidden="true" /> Send to an app
                  </button>
                )}
              </div>
              {shared && shared.open.size > 0 && (
                <div className={styles.row}>
                  <CopyButton text={shared.link}>Copy link with these values</CopyButton>
                  <dl className={styles.values}>
                    {[...shared.open].map(([name, value]) => (
                      <div key={name}>
                        <dt>{valueLabel(name)}</dt>
                        <dd>{value}</dd>
                      </div>
                    ))}
                  </dl>
                  <small>They are not sent to a server, but anyone with the link can read them.</small>
                </div>
              )}
              <details>
                <summary>Preview the Markdown</summary>
                <pre className={styles.preview}>{markdown}</pre>
              </details>
            </>
          )}
        </div>
      </div>
      {secrets.length > 0 && (
        <div className={`${styles.hide} unprinted needs-script`}>
          <HideSwitch>
            {secrets.map(valueLabel).join(', ')}
            {hides ? ': hidden when you copy or share.' : ': included when you copy or share.'}
          </HideSwitch>
        </div>
      )}
    </>
  );
}
