import type { ReactNode } from 'react';
import type { Finding } from '../../core/diagnosis';
import type { Place } from '../../core/log/summary';
import styles from './highlights.module.css';

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

/** A place in a log: its row, and the line of its message with the message marked. */
export function Excerpt({ place: { row, unit, file, text, finding } }: { place: Place }) {
  return (
    <p className={styles.excerpt}>
      <span className={styles.line}>
        {file && `${file}, `}
        {unit} {row.toLocaleString('en')}:{' '}
      </span>
      {finding
        ? split(text, { start: 0, end: text.length }, [finding], (one) => (
            <mark key={one.start}>
              <Values text={text} finding={one} />
            </mark>
          ))
        : text}
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
