import { useEffect, useRef, useState } from 'react';
import { storeKeptValues } from '../../lib/use-kept-value';
import styles from './update-bar.module.css';
import { followVersions, type VersionNews } from './versions';

const texts: Record<VersionNews | 'would-lose', { news: string; action: string }> = {
  ready: { news: 'A new version is ready.', action: 'Use it now' },
  'taken-elsewhere': {
    news: 'Another tab uses a new version. This one goes on with the old.',
    action: 'Load this one again',
  },
  'would-lose': {
    news: 'What you pasted is too large to be kept while the new version loads.',
    action: 'Load it without my text',
  },
};

/** Says that there is a new version, and takes it when the reader wants to. */
export function UpdateBar() {
  const [news, setNews] = useState<keyof typeof texts>();
  const take = useRef(() => {});

  useEffect(() => {
    if (import.meta.env.PROD) take.current = followVersions(setNews);
  }, []);

  const press = () => {
    if (storeKeptValues() || news === 'would-lose') take.current();
    else setNews('would-lose');
  };
  // The region is there before its text, or screen readers would not say it.
  return (
    <div aria-live="polite" className={`${styles.place} unprinted`}>
      {news && (
        <div className={styles.bar}>
          <p>{texts[news].news}</p>
          <button type="button" className="button" onClick={press}>
            {texts[news].action}
          </button>
          <button type="button" className="link-button" onClick={() => setNews(undefined)}>
            Not now
          </button>
        </div>
      )}
    </div>
  );
}
