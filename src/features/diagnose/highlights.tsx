import type { Finding } from '../../core/diagnosis';
import styles from './highlights.module.css';
import { lineNumber } from './line-number';

/** How much of a finding, and of its line on either side, an excerpt shows. */
const EXCERPT_LENGTH = 400;
const EXCERPT_MARGIN = 40;

/** A text with its findings marked, and the values within them told apart. */
export function Highlights({ text, findings }: { text: string; findings: readonly Finding[] }) {
  const pieces = [];
  let at = 0;
  for (const finding of findings) {
    pieces.push(text.slice(at, finding.start));
    pieces.push(
      <mark key={finding.start}>
        <Values text={text} finding={finding} />
      </mark>,
    );
    at = finding.end;
  }
  // A box keeps a line for what follows a last line break; an element does so only if something is there.
  pieces.push(`${text.slice(at)}\u200b`);
  return pieces;
}

/** The line on which a finding starts, by number, with the finding marked in it. */
export function Excerpt({ text, finding }: { text: string; finding: Finding }) {
  const before = text.slice(Math.max(0, finding.start - EXCERPT_MARGIN), finding.start);
  const after = text.slice(finding.end, finding.end + EXCERPT_MARGIN);
  const long = finding.end - finding.start > EXCERPT_LENGTH;
  return (
    <p className={styles.excerpt}>
      <span className={styles.line}>Line {lineNumber(text, finding.start)}: </span>
      {before.slice(before.lastIndexOf('\n') + 1)}
      <mark>
        {long ? (
          `${text.slice(finding.start, finding.start + EXCERPT_LENGTH)}…`
        ) : (
          <Values text={text} finding={finding} />
        )}
      </mark>
      {!long && after.split('\n', 1)}
    </p>
  );
}

function Values({ text, finding }: { text: string; finding: Finding }) {
  const pieces = [];
  let at = finding.start;
  for (const capture of finding.captures) {
    pieces.push(text.slice(at, capture.start));
    pieces.push(
      <span key={capture.start} className={styles.value}>
        {text.slice(capture.start, capture.end)}
      </span>,
    );
    at = capture.end;
  }
  pieces.push(text.slice(at, finding.end));
  return pieces;
}
