import { useCallback, useEffect, useState } from 'react';
import { keepVisitTexts } from '../../lib/use-visit-text';
import styles from './update-bar.module.css';
import type { VersionNews } from './versions';

const texts: Record<VersionNews, { news: string; action: string }> = {
  ready: { news: 'A new version is ready.', action: 'Use it now' },
  'used-elsewhere': {
    news: 'Another tab uses a new version. Reload to use it here too.',
    action: 'Reload',
  },
};

const CHECK_MS = 1000;

const versions = () => import('./versions');

/** Says that there is a new version, and loads it when the reader wants to. */
export function UpdateBar() {
  const [news, setNews] = useState<VersionNews>();
  const [losesText, setLosesText] = useState(false);

  useEffect(() => {
    versions()
      .then(({ followVersions }) => followVersions(setNews))
      .catch(() => {});
  }, []);

  const keepTexts = useCallback(() => {
    const kept = keepVisitTexts();
    setLosesText(!kept);
    return kept;
  }, []);

  // The reader may paste more while the bar is shown, and has to know before pressing the button.
  useEffect(() => {
    if (!news) return;
    keepTexts();
    const timer = setInterval(keepTexts, CHECK_MS);
    return () => clearInterval(timer);
  }, [news, keepTexts]);

  const press = async () => {
    if (keepTexts() || losesText) (await versions()).loadNewest();
  };
  // The region is there before its text, or screen readers would not say it.
  return (
    <div aria-live="polite" className={`${styles.place} unprinted`}>
      {news && (
        <div className={styles.bar}>
          <p>
            {texts[news].news}
            {losesText &&
              ' What you pasted is too large to keep: the new version starts without it.'}
          </p>
          <button type="button" className="button" onClick={() => void press()}>
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
