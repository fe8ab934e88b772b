import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { useEarlyInput } from '../../lib/use-early-input';
import { useKeptValue } from '../../lib/use-kept-value';
import styles from './search-box.module.css';

/** What the reader searches for, the same on every page. */
export const useSearchWords = () => useKeptValue('visit', 'search', '');

/** The field of the search, above what it found. Arrow keys lead there, and Enter opens the first. */
export function SearchBox({ children }: { children: ReactNode }) {
  const [words, setWords] = useSearchWords();
  const field = useRef<HTMLInputElement>(null);
  const shown = useEarlyInput('value', field, words, setWords);
  const id = useId();
  return (
    <search onKeyDown={moveByKeys}>
      <div className={`${styles.box} needs-script`}>
        <label htmlFor={id}>Search titles, messages, causes and steps</label>
        <div className={styles.field}>
          <Search size="1.1em" aria-hidden="true" />
          <input
            ref={field}
            id={id}
            data-kept="search"
            type="search"
            value={shown}
            onChange={(event) => setWords(event.target.value)}
            // A longer text belongs into the paste box, and not into an address.
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
          />
        </div>
      </div>
      {children}
    </search>
  );
}

function moveByKeys(event: KeyboardEvent<HTMLElement>): void {
  const { key, currentTarget, target, nativeEvent } = event;
  const stops = [...currentTarget.querySelectorAll<HTMLElement>('input, li a')];
  const at = stops.indexOf(target as HTMLElement);
  const dialog = currentTarget.closest('dialog');
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (at < 0 || nativeEvent.isComposing) return;
  if (step) stops[at + step]?.focus();
  else if (key === 'Enter' && at === 0 && (target as HTMLInputElement).value.trim()) stops[1]?.click();
  // By itself, the field would be emptied.
  else if (key === 'Escape' && dialog) dialog.close();
  else return;
  event.preventDefault();
}
