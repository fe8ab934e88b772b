import { valueLabel } from '../core/ruleset/value-label';
import type { Values } from '../core/ruleset/values';
import styles from './value-list.module.css';

/** The reader's values, each with its label. Nothing if there are none. */
export function ValueList({ values }: { values: Values }) {
  if (values.size === 0) return null;
  return (
    <dl className={styles.values}>
      {[...values].map(([name, value]) => (
        <div key={name}>
          <dt>{valueLabel(name)}</dt>
          <dd>{value || '(empty)'}</dd>
        </div>
      ))}
    </dl>
  );
}
