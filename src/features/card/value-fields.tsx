import { useId, useRef } from 'react';
import { valueLabel } from '../../core/ruleset/value-label';
import { useEarlyInput } from '../../lib/use-early-input';
import type { FilledValues } from './filled-values';
import styles from './value-fields.module.css';

/** Fields for the values that neither a message nor a link gave. */
export function ValueFields({ values, missing, setValue }: FilledValues) {
  if (missing.length === 0) return null;
  return (
    <div className={`${styles.fields} unprinted needs-script`}>
      <p className={styles.hint}>Fill in your values to use them in the steps and queries below.</p>
      {missing.map((name) => (
        <ValueField key={name} name={name} value={values.get(name) ?? ''} onChange={(value) => setValue(name, value)} />
      ))}
    </div>
  );
}

function ValueField({ name, value, onChange }: { name: string; value: string; onChange: (value: string) => void }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const shown = useEarlyInput(field, value, onChange);
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
