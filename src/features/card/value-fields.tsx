import { useId, useRef } from 'react';
import { valueLabel } from '../../core/ruleset/value-label';
import { useEarlyInput } from '../../lib/use-early-input';
import { useCard } from './card-context';
import styles from './value-fields.module.css';

/** Fields for those of the values that neither a message nor a link gave. */
export function ValueFields({ names }: { names: readonly string[] }) {
  const { missing, typed, setValue } = useCard().filled;
  const asked = missing.filter((name) => names.includes(name));
  if (asked.length === 0) return null;
  return (
    <div className={`${styles.fields} unprinted needs-script`}>
      {asked.map((name) => (
        <ValueField key={name} name={name} value={typed[name] ?? ''} onChange={(value) => setValue(name, value)} />
      ))}
    </div>
  );
}

function ValueField({ name, value, onChange }: { name: string; value: string; onChange: (value: string) => void }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const shown = useEarlyInput('value', field, value, onChange);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{valueLabel(name)}</label>
      <input
        ref={field}
        id={id}
        data-kept={`values.${name}`}
        value={shown}
        onChange={({ target }) => onChange(target.value)}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
    </div>
  );
}
