import type { Capture } from '../core/diagnosis';
import { valueLabel } from './value-label';
import styles from './value-list.module.css';

/** The reader's own values, each with its name. Nothing when the error carries none. */
export function ValueList({ captures }: { captures: readonly Capture[] }) {
  if (captures.length === 0) return null;
  return (
    <dl className={styles.values}>
      {captures.map((capture) => (
        <div key={capture.start}>
          <dt>{valueLabel(capture.name)}</dt>
          <dd>{capture.value || '(empty)'}</dd>
        </div>
      ))}
    </dl>
  );
}
