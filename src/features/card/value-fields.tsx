import { useId, useRef } from 'react';
import { valueLabel } from '../../core/ruleset/value-label';
import type { Values } from '../../core/ruleset/values';
import { useEarlyInput } from '../../lib/use-early-input';
import styles from './value-fields.module.css';

/** Fields for the values that neither a message nor a link gave. */
export function ValueFields({
  names,
  values,
  onType,
}: {
  names: readonly string[];
  values: Values;
  onType: (name: string, value: string) => void;
}) {
  if (names.length === 0) return null;
  return (
    <div className={`${styles.fields} unprinted needs-script`}>
      <p className={styles.hint}>Fill in your values: the steps and queries below use them.</p>
      {names.map((name) => (
        <ValueField key={name} name={name} value={values.get(name) ?? ''} onType={(value) => onType(name, value)} />
      ))}
    </div>
  );
}

function ValueField({ name, value, onType }: { name: string; value: string; onType: (value: string) => void }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const shown = useEarlyInput(field, value, onType);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{valueLabel(name)}</label>
      <input
        ref={field}
        id={id}
        data-kept={`values.${name}`}
        value={shown}
        onChange={({ target }) => onType(target.value)}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
    </div>
  );
}
