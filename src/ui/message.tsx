import { Fragment } from 'react';
import type { Capture } from '../core/diagnosis';
import { type Part, parseSignature } from '../core/diagnosis/signature';
import styles from './message.module.css';
import { valueLabel } from './value-label';

/** A value longer than this would push the cause out of sight; it stands whole in the list of values. */
const SHOWN_OF_VALUE = 200;

/**
 * An error's text as the portal shows it: the reader's own values where they are known, the names of the
 * values where not, and "or" between texts of which one stands there.
 */
export function Message({
  signature,
  captures = [],
}: {
  signature: string;
  captures?: readonly Capture[];
}) {
  return parseSignature(signature).map((part, i) => (
    // A signature never changes in place, so an index is a stable key.
    <Fragment key={String(i)}>{renderPart(part, captures)}</Fragment>
  ));
}

function renderPart(part: Part, captures: readonly Capture[]) {
  if (part.kind === 'text') return part.text;
  if (part.kind === 'alternatives') {
    return part.options.map((text, i) => (
      <Fragment key={text}>
        {i > 0 && <span className={styles.or}> or </span>}
        <span className={styles.choice}>{text}</span>
      </Fragment>
    ));
  }
  const value = captures.find(({ name }) => name === part.name)?.value;
  return value ? (
    <span className={styles.value}>
      {value.length > SHOWN_OF_VALUE ? `${value.slice(0, SHOWN_OF_VALUE)}…` : value}
    </span>
  ) : (
    <span className={styles.placeholder}>{valueLabel(part.name)}</span>
  );
}
