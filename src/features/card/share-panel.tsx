import { Printer, Share2 } from 'lucide-react';
import { useEffect } from 'react';
import { CopyButton } from '../../components/copy-button';
import { valueLabel } from '../../core/ruleset/value-label';
import { useCard } from './card-context';
import styles from './hand-over.module.css';
import { useCardText } from './use-card-text';
import { useShared } from './use-shared';

/** All ways to share a card. What is copied can be read beforehand. */
export default function SharePanel() {
  const { rule } = useCard();
  const { shared, bareLink } = useShared();
  const { values, hidden, link = bareLink } = shared ?? {};
  const markdown = useCardText((texts, card, shared) => texts.markdownText(card, shared));
  const ticket = useCardText((texts, card, shared) => texts.ticketText(card, shared));
  const inLink = [...(values ?? [])].filter(([name]) => !hidden?.has(name));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first text loads the code for all
  useEffect(() => {
    for (const { load } of [markdown, ticket]) void load?.().catch(() => {});
  }, [shared === undefined]);
  const share = () => {
    // Rejects when the reader cancels. The text holds the link.
    void navigator.share({ title: rule.title, text: ticket.text ?? link }).catch(() => {});
  };
  return (
    <>
      <div className={styles.row}>
        <CopyButton {...markdown}>Copy as Markdown</CopyButton>
        <CopyButton text={bareLink}>Copy link</CopyButton>
        <button type="button" className="button" onClick={() => window.print()}>
          <Printer size="1em" aria-hidden="true" /> Print
        </button>
        {typeof navigator.share === 'function' && (
          <button type="button" className="button" onClick={share}>
            <Share2 size="1em" aria-hidden="true" /> Send to an app
          </button>
        )}
      </div>
      {inLink.length > 0 && (
        <div className={styles.row}>
          <CopyButton text={link}>Copy link with these values</CopyButton>
          <dl className={styles.values}>
            {inLink.map(([name, value]) => (
              <div key={name}>
                <dt>{valueLabel(name)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <small>No server receives them. Whoever has the link can read them.</small>
        </div>
      )}
      <details>
        <summary>Read the Markdown first</summary>
        <pre className={styles.preview}>{markdown.text}</pre>
      </details>
    </>
  );
}
