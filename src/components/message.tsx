import { Fragment, useContext } from 'react';
import { type Part, parseSignature } from '../core/diagnosis/signature';
import type { Values } from '../core/ruleset/values';
import { CardValues } from '../lib/card-values';
import styles from './message.module.css';
import { Value } from './value';

/**
 * An error's text as the portal shows it: the reader's own values where they are known, the names of the
 * values where not, and "or" between texts of which one stands there.
 */
export function Message({ signature }: { signature: string }) {
  const values = useContext(CardValues);
  return parseSignature(signature).map((part, i) => (
    // A signature never changes in place, so an index is a stable key.
    <Fragment key={String(i)}>{renderPart(part, values)}</Fragment>
  ));
}

function renderPart(part: Part, values: Values) {
  if (part.kind === 'text') return part.text;
  if (part.kind === 'alternatives') {
    return part.options.map((text, i) => (
      <Fragment key={text}>
        {i > 0 && <span className={styles.or}> or </span>}
        <span className={styles.choice}>{text}</span>
      </Fragment>
    ));
  }
  return <Value name={part.name} value={values.get(part.name)} />;
}
