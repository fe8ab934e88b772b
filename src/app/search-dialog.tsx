import { Search } from 'lucide-react';
import { lazy, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { SearchBox } from '../features/catalogue/search-box';
import { useRuleset } from '../features/ruleset/ruleset-query';
import { useKeptValue } from '../lib/use-kept-value';
import { ErrorBoundary } from './error-boundary';
import styles from './search-dialog.module.css';

const FoundRules = lazy(() => import('../features/catalogue/found-rules'));

/** The search, over any page. `src/main.ts` opens it, so that its button and keys work before the app has started. */
export function SearchDialog() {
  const ruleset = useRuleset();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  // Those who speak to their computer can press a key by chance.
  const [hasKey, setHasKey] = useKeptValue('device', 'search-key', true);
  const { key } = useLocation();
  useEffect(() => setOpen(dialog.current?.open === true), []);
  // Before the next page takes the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at every step to another address, or to the same again
  useLayoutEffect(() => () => dialog.current?.close(), [key]);
  const close = () => dialog.current?.close();
  return (
    <>
      <button type="button" className={styles.button} aria-label="Search" data-opens-search>
        <Search size="1.1em" aria-hidden="true" />
        <span>Search</span>
        {hasKey && <kbd>/</kbd>}
      </button>
      <dialog
        ref={dialog}
        className={styles.dialog}
        aria-label="Search"
        closedby="any"
        onFocus={() => setOpen(true)}
        onClose={() => setOpen(false)}
      >
        <SearchBox>
          <div className={styles.found}>
            <ErrorBoundary>
              <Suspense>{isOpen && <FoundRules ruleset={ruleset} />}</Suspense>
            </ErrorBoundary>
          </div>
        </SearchBox>
        <div className={styles.foot}>
          <label>
            <input type="checkbox" checked={hasKey} onChange={({ target }) => setHasKey(target.checked)} /> Open with
            the <kbd>/</kbd> key
          </label>
          <button type="button" className="link-button" onClick={close}>
            Close
          </button>
        </div>
      </dialog>
    </>
  );
}
