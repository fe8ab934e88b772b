import { ChevronDown } from 'lucide-react';
import { lazy, Suspense, useId, useRef, useState } from 'react';
import { CopyButton } from '../../components/copy-button';
import { HideSwitch } from '../../components/hide-switch';
import { valueLabel } from '../../core/ruleset/value-label';
import styles from './hand-over.module.css';
import { useCardText } from './use-card-text';
import { useShared } from './use-shared';

// Not needed to read a card.
const SharePanel = lazy(() =>
  import('./share-panel').catch(() => ({ default: () => <p>This part didn’t load. Reload the page.</p> })),
);

/** Hands the card to others: as a text for a ticket, or in the ways that "Share" opens; with or without secrets. */
export function HandOver() {
  const { shared, secrets } = useShared();
  const ticket = useCardText((texts, card, shared) => texts.ticketText(card, shared));
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  const names = secrets.map(valueLabel).join(', ');
  const prepare = () => void ticket.load?.().catch(() => {});
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what a button within has opened
    <div
      className={styles.handOver}
      onPointerEnter={prepare}
      onFocus={prepare}
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || !isOpen) return;
        setOpen(false);
        opener.current?.focus();
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (document.hasFocus() && !currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <div className={styles.buttons}>
        <CopyButton {...ticket} isPrimary>
          Copy for a ticket
        </CopyButton>
        <button
          ref={opener}
          type="button"
          className="button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          Share <ChevronDown size="1em" aria-hidden="true" />
        </button>
      </div>
      {secrets.length > 0 && shared && (
        <HideSwitch>
          {shared.hidden.size > 0
            ? `${names}: masked in texts, left out of links and queries.`
            : `${names}: as it is, also in links.`}
        </HideSwitch>
      )}
      <div id={id} className={styles.panel} hidden={!isOpen} tabIndex={-1}>
        {isOpen && (
          <Suspense fallback={<p>Loading…</p>}>
            <SharePanel />
          </Suspense>
        )}
      </div>
    </div>
  );
}
