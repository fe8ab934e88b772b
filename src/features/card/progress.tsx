import { useId, useState } from 'react';
import type { Resolution, Ruleset } from '../../core/ruleset/schema';
import styles from './progress.module.css';
import { countedKeys, stepItems } from './step-key';
import type { Ticks } from './ticks';

/** How many of a way out's steps are done, and a way to begin again. Nothing until the first is done. */
export function Progress({ resolution, ruleset, ticks }: { resolution: Resolution; ruleset: Ruleset; ticks: Ticks }) {
  const id = useId();
  const items = stepItems(resolution, ruleset);
  const keys = items.flatMap(countedKeys);
  const done = keys.filter(ticks.has).length;
  const [begun, setBegun] = useState(done > 0);
  if (done > 0 && !begun) setBegun(true);
  return (
    <div className={`${styles.progress} unprinted`}>
      {begun && <progress max={keys.length} value={done} aria-labelledby={id} />}
      <span id={id} role="status">
        {begun && `${done} of ${keys.length} done`}
      </span>
      {/* It stays when nothing is left to clear, since it has the focus then. */}
      {begun && (
        <button type="button" className="link-button" onClick={() => ticks.set(keys, false)}>
          Clear
        </button>
      )}
    </div>
  );
}
