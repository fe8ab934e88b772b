import { useEffect, useRef, useState } from 'react';
import styles from './update-bar.module.css';
import { followVersions, type VersionNews } from './versions';

const texts: Record<VersionNews, { news: string; action: string }> = {
  ready: { news: 'A new version is ready.', action: 'Use it now' },
  'taken-elsewhere': {
    news: 'Another tab uses a new version. This one goes on with the old.',
    action: 'Load this one again',
  },
};

/** Says that there is a new version, and takes it when the reader wants to. */
export function UpdateBar() {
  const [news, setNews] = useState<VersionNews>();
  const take = useRef(() => {});

  useEffect(() => {
    if (import.meta.env.PROD) take.current = followVersions(setNews);
  }, []);

  // The region is there before its text, or screen readers would not say it.
  return (
    <div role="status" className={`${styles.place} unprinted`}>
      {news && (
        <div className={styles.bar}>
          <p>{texts[news].news} What you typed is kept.</p>
          <button type="button" className="button" onClick={() => take.current()}>
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
