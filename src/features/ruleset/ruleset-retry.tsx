import { useEffect } from 'react';
import { RulesetPending } from './ruleset-pending';
import styles from './ruleset-pending.module.css';
import { useRuleset } from './ruleset-query';

/** Above a page that can be read as it is: why it can't be used yet, and a way to try again. */
export function RulesetRetry({ onLoaded }: { onLoaded: () => void }) {
  const query = useRuleset();
  const loaded = query.data !== undefined;
  useEffect(() => {
    if (loaded) onLoaded();
  }, [loaded, onLoaded]);
  return loaded ? null : (
    <div className={styles.above}>
      <RulesetPending query={query} />
    </div>
  );
}
