import { createContext, Fragment, useContext } from 'react';
import { parseSignature } from '../core/diagnosis/signature';
import { valueLabel } from '../core/ruleset/value-label';
import type { Values } from '../core/ruleset/values';
import styles from './message.module.css';

/** The values that messages and prose below are filled with. A value that is not known is shown as its label. */
export const CardValues = createContext<Values>(new Map());

/** In characters. A longer value would push the cause out of sight; the list of values shows it whole. */
const MAX_SHOWN = 200;

/** An error's text as the portal shows it, with the reader's values, and "or" between alternatives. */
export function Message({ signature }: { signature: string }) {
  // A signature never changes in place, so an index is a stable key.
  return parseSignature(signature).map((part, i) => {
    if (part.kind === 'text') return part.text;
    if (part.kind === 'value') return <Value key={String(i)} name={part.name} />;
    return part.options.map((text, o) => (
      <Fragment key={text}>
        {o > 0 && <span className={styles.or}> or </span>}
        <span className={styles.choice}>{text}</span>
      </Fragment>
    ));
  });
}

/** One of the reader's values within a text, or its label if it is not known. */
export function Value({ name }: { name: string }) {
  const value = useContext(CardValues).get(name);
  if (!value) return <span className={styles.placeholder}>{valueLabel(name)}</span>;
  return <span className={styles.value}>{value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN)}…` : value}</span>;
}
