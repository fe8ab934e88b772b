import { Fragment } from 'react';
import type { Capture } from '../core/diagnosis';
import { type Part, parseSignature } from '../core/diagnosis/signature';
import styles from './message.module.css';
import { valueLabel } from './value-label';

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
  const capture = captures.find(({ name }) => name === part.name);
  return capture ? (
    <span className={styles.value}>{capture.value}</span>
  ) : (
    <span className={styles.placeholder}>{valueLabel(part.name)}</span>
  );
}
