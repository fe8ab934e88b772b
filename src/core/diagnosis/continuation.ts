import { isDigit, isLetter } from './characters';
import { AFTER_FRAME, BARS, firstFrom, lineEnd, lineStart, NOWHERE, type Stream } from './stream';

/** Prefixes and cells that are longer than this are not looked for. */
const MAX_LENGTH = 400;

/**
 * Where a text goes on behind the next line's prefix or left cells, if `at` is where a line or its cell ends. `step` -1: where the
 * part before ends, if `at` is where the text starts behind its line's prefix. `NOWHERE` if the lines do not begin alike.
 */
export function continuationOf(text: string, stream: Stream, at: number, step: number): number {
  const line = lineStart(stream, at);
  const isFramed = ((stream.flags[at] ?? 0) & AFTER_FRAME) !== 0;
  if (step > 0) {
    if (at === line && line > 0) {
      const behind = prefixEnd(stream, lineStart(stream, line - 1), line);
      if (behind > line) return behind;
    }
    return BARS.has(stream.chars[at] ?? 0) || isFramed ? nextInCell(text, stream, at, 1) : NOWHERE;
  }
  if (line > 0 && at > line && prefixEnd(stream, lineStart(stream, line - 1), line) === at) return line;
  return BARS.has(stream.chars[at - 1] ?? 0) || isFramed ? nextInCell(text, stream, at, -1) : NOWHERE;
}

/**
 * Where the prefix ends that two lines share, the one at `line` and one before: a time stamp, a number, a source; not letters only. `line`
 * if there is none, `NOWHERE` if several numbers differ: lines with two time stamps are two entries of a log.
 */
export function prefixEnd(stream: Stream, before: number, line: number): number {
  const { chars, flags } = stream;
  const end = Math.min(lineEnd(stream, line + 1), line + MAX_LENGTH);
  let [a, b] = [before, line];
  let whole = line;
  let numbers = 0;
  let [isChanged, hasMark] = [false, false];
  // The lines need not follow each other.
  const endOfBefore = lineEnd(stream, before + 1);
  while (a < endOfBefore && b < end) {
    if (isDigit(chars[a] as number) && isDigit(chars[b] as number)) {
      const [from, to] = [a, b];
      while (a < endOfBefore && isDigit(chars[a] as number)) a++;
      while (b < end && isDigit(chars[b] as number)) b++;
      numbers++;
      isChanged ||= a - from !== b - to;
      for (let i = 0; from + i < a; i++) isChanged ||= chars[from + i] !== chars[to + i];
    } else if (chars[a] !== chars[b]) break;
    else {
      hasMark ||= !isLetter(chars[b] as number);
      a++;
      b++;
    }
    const isApart = flags[b] !== 0 && a < endOfBefore;
    if ((numbers > 0 && !isLetter(chars[b - 1] as number)) || ((numbers > 0 || hasMark) && isApart)) whole = b;
  }
  return isChanged && numbers > 1 ? NOWHERE : whole;
}

/** Where a cell goes on in the next row (`step` -1: where it ends in the row before), found by the bars' columns. */
function nextInCell(text: string, stream: Stream, at: number, step: number): number {
  const inside = (step > 0 ? stream.starts[at - 1] : stream.starts[at]) ?? 0;
  const before = text.slice(Math.max(0, inside - MAX_LENGTH), inside);
  const line = inside - before.length + before.lastIndexOf('\n') + 1;
  const column =
    inside - before.length + Math.max(...[...BARS].map((bar) => before.lastIndexOf(String.fromCharCode(bar)))) - line;
  if (column < 0) return NOWHERE;
  const window =
    step > 0 ? text.slice(line, line + 2 * MAX_LENGTH) : text.slice(Math.max(0, line - MAX_LENGTH), line - 1);
  const start = step > 0 ? line + window.indexOf('\n') + 1 : line - 1 - window.length + window.lastIndexOf('\n') + 1;
  if (start === line || !BARS.has(text.charCodeAt(start + column))) return NOWHERE;
  const from = start + column + 1;
  const cell = text.slice(from, from + MAX_LENGTH).match(/^[^|│┃║\n]*/)?.[0].length ?? 0;
  const first = firstFrom(stream.starts, stream.length, from);
  const last = firstFrom(stream.starts, stream.length, from + cell);
  if (first === last) return NOWHERE;
  const place = step > 0 ? first : last;
  return place === at ? NOWHERE : place;
}
