import { useId } from 'react';
import type { Resolution, Ruleset } from '../../core/ruleset/schema';
import styles from './progress.module.css';
import { countedKeys, stepItems } from './step-key';
import type { Ticks } from './ticks';

/** How many of a way out's steps are done, and a way to begin again. Nothing until the first is done. */
export function Progress({
  resolution,
  ruleset,
  ticks,
}: {
  resolution: Resolution;
  ruleset: Ruleset;
  ticks: Ticks;
}) {
  const id = useId();
  const items = stepItems(resolution, ruleset);
  const keys = items.flatMap(countedKeys);
  const done = keys.filter(ticks.has).length;
  return (
    <div className={`${styles.progress} unprinted`} role="status">
      {done > 0 && (
        <>
          <progress max={keys.length} value={done} aria-labelledby={id} />
          <span id={id}>
            {done} of {keys.length} done
          </span>
          <button type="button" className="link-button" onClick={() => ticks.set(keys, false)}>
            Clear
          </button>
        </>
      )}
    </div>
  );
}
