import { useId } from 'react';
import { valueLabel } from '../../core/ruleset/value-label';
import styles from './value-fields.module.css';

/** The values that neither a message nor a link gave, to be filled in by hand. */
export function ValueFields({
  names,
  typed,
  onType,
}: {
  names: readonly string[];
  typed: ReadonlyMap<string, string>;
  onType: (name: string, value: string) => void;
}) {
  const id = useId();
  if (names.length === 0) return null;
  return (
    <div className={`${styles.fields} unprinted needs-script`}>
      <p className={styles.hint}>Fill in your own values: the steps and queries below use them.</p>
      {names.map((name) => (
        <div key={name} className={styles.field}>
          <label htmlFor={`${id}-${name}`}>{valueLabel(name)}</label>
          <input
            id={`${id}-${name}`}
            value={typed.get(name) ?? ''}
            onChange={({ target }) => onType(name, target.value)}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
          />
        </div>
      ))}
    </div>
  );
}
