import type { ReactNode } from 'react';
import type { Finding } from '../../core/diagnosis';
import type { Place } from '../../core/log/summary';
import styles from './highlights.module.css';

/** A text with its findings marked, and the values within them told apart. */
export function Highlights({ text, findings }: { text: string; findings: readonly Finding[] }) {
  // A box keeps a line for what follows a last line break; an element does so only if something is there.
  return [...marked(text, findings), '\u200b'];
}

/** A place in a log: its row, and the line of its message with the message marked. With `isPrintedOnly`, it stands on paper in place of the box. */
export function Excerpt({ place, isPrintedOnly }: { place: Place; isPrintedOnly?: boolean }) {
  const { row, unit, file, text, finding } = place;
  return (
    <p className={`${styles.excerpt} ${isPrintedOnly ? styles.printed : ''}`}>
      <span className={styles.line}>
        {file && `${file}, `}
        {unit} {row.toLocaleString('en')}:{' '}
      </span>
      {marked(text, finding && !isPrintedOnly ? [finding] : [])}
    </p>
  );
}

function marked(text: string, findings: readonly Finding[]): ReactNode[] {
  return split(text, 0, text.length, findings, (finding) => (
    <mark key={finding.start}>
      {split(text, finding.start, finding.end, finding.captures, ({ start, end }) => (
        <span key={start} className={styles.value}>
          {text.slice(start, end)}
        </span>
      ))}
    </mark>
  ));
}

/** A range of a text in pieces: the parts in it, as they are to be shown, and what is between them. */
function split<T extends { start: number; end: number }>(
  text: string,
  start: number,
  end: number,
  parts: readonly T[],
  show: (part: T) => ReactNode,
): ReactNode[] {
  let at = start;
  const pieces = parts.flatMap((part) => {
    const between = text.slice(at, part.start);
    at = part.end;
    return [between, show(part)];
  });
  return [...pieces, text.slice(at, end)];
}
