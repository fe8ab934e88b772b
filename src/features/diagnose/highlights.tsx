import type { ReactNode } from 'react';
import type { Finding } from '../../core/diagnosis';
import styles from './highlights.module.css';
import { lineNumber } from './text-size';

/** How much of a finding, and of its line on either side, an excerpt shows. */
const EXCERPT_LENGTH = 400;
const EXCERPT_MARGIN = 40;

/** A text with its findings marked, and the values within them told apart. */
export function Highlights({ text, findings }: { text: string; findings: readonly Finding[] }) {
  const pieces = split(text, { start: 0, end: text.length }, findings, (finding) => (
    <mark key={finding.start}>
      <Values text={text} finding={finding} />
    </mark>
  ));
  // A box keeps a line for what follows a last line break; an element does so only if something is there.
  return [...pieces, '\u200b'];
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
  return split(text, finding, finding.captures, ({ start, end }) => (
    <span key={start} className={styles.value}>
      {text.slice(start, end)}
    </span>
  ));
}

type Range = { start: number; end: number };

/** A range of a text in pieces: the parts in it, as they are to be shown, and what is between them. */
function split<T extends Range>(
  text: string,
  { start, end }: Range,
  parts: readonly T[],
  show: (part: T) => ReactNode,
) {
  let at = start;
  const pieces = parts.flatMap((part) => {
    const between = text.slice(at, part.start);
    at = part.end;
    return [between, show(part)];
  });
  return [...pieces, text.slice(at, end)];
}
