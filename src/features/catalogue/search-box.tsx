import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { useEarlyInput } from '../../lib/use-early-input';
import styles from './search-box.module.css';
import { useSearchWords } from './search-words';

/** In characters: as many as are searched for. */
const MAX_LENGTH = 200;

/** The field of the search, above what it found (`children`). Arrow keys lead there, and Enter opens the first. */
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
            maxLength={MAX_LENGTH}
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
  const [field, ...links] = event.currentTarget.querySelectorAll<HTMLElement>('input[type=search], li a');
  const stops = [field, ...links];
  const at = stops.indexOf(event.target as HTMLElement);
  if (at < 0 || event.nativeEvent.isComposing) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    stops[at + step]?.focus();
  } else if (event.key === 'Enter' && at === 0 && (field as HTMLInputElement).value.trim()) {
    links[0]?.click();
  }
}
