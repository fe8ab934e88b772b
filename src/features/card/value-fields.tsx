import { useId, useRef } from 'react';
import { valueLabel } from '../../core/ruleset/value-label';
import { useEarlyInput } from '../../lib/use-early-input';
import { useCard } from './card-context';
import styles from './value-fields.module.css';

/** Fields for those of the values that neither a message nor a link gave. */
export function ValueFields({ names }: { names: readonly string[] }) {
  const asked = useCard().missing.filter((name) => names.includes(name));
  if (asked.length === 0) return null;
  return (
    <div className={`${styles.fields} unprinted needs-script`}>
      {asked.map((name) => (
        <ValueField key={name} name={name} />
      ))}
    </div>
  );
}

function ValueField({ name }: { name: string }) {
  const { kept, keptAs, setValue } = useCard();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const shown = useEarlyInput('value', field, kept.get(name) ?? '', (value) => setValue(name, value));
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{valueLabel(name)}</label>
      <input
        ref={field}
        id={id}
        data-kept={`${keptAs(name)}.${name}`}
        value={shown}
        onChange={({ target }) => setValue(name, target.value)}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
    </div>
  );
}
