import { valueLabel } from '../core/ruleset/value-label';
import styles from './message.module.css';

/** A value longer than this would push the cause out of sight; it stands whole in the list of values. */
const SHOWN_OF_VALUE = 200;

/** A reader's own value in the midst of a text, or what it is called where it is not known. */
export function Value({ name, value }: { name: string; value: string | undefined }) {
  if (!value) return <span className={styles.placeholder}>{valueLabel(name)}</span>;
  return (
    <span className={styles.value}>{value.length > SHOWN_OF_VALUE ? `${value.slice(0, SHOWN_OF_VALUE)}…` : value}</span>
  );
}
