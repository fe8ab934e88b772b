import { useEffect, useState } from 'react';
import { useKeptValue } from '../../lib/use-kept-value';
import styles from './update-bar.module.css';
import type { VersionNews } from './versions';

const versions = () => import('./versions');

/** Says that there is a new version, and loads it when the reader wants to. */
export function UpdateBar() {
  const [news, setNews] = useState<VersionNews>();
  const [, , isPasteStored] = useKeptValue('visit', 'paste', '');

  useEffect(() => {
    versions().then(
      ({ followVersions }) => followVersions(setNews),
      () => {},
    );
  }, []);

  // The region is there before its text, or screen readers would not say it.
  return (
    <div aria-live="polite" className={`${styles.place} unprinted`}>
      {news && (
        <div className={styles.bar}>
          <p>
            {news === 'ready'
              ? 'A new version is ready.'
              : 'Another tab uses a new version. Reload to use it here too.'}
            {!isPasteStored && ' What you pasted is too large to keep: the new version starts without it.'}
          </p>
          <button type="button" className="button" onClick={async () => (await versions()).loadNewest()}>
            {news === 'ready' ? 'Use it now' : 'Reload'}
          </button>
          <button type="button" className="link-button" onClick={() => setNews(undefined)}>
            Not now
          </button>
        </div>
      )}
    </div>
  );
}
