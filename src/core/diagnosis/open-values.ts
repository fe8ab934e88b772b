import { isLetter } from './characters';
import { areDots } from './edges';
import { AFTER_SOFT, AFTER_TAB, lineEnd, lineStart, type Stream } from './stream';

const [DOT, LESS, GREATER, SLASH] = [0x2e, 0x3c, 0x3e, 0x2f];
/** A closing quotation mark, cell or tag is looked for in so many characters; beyond, a value goes to its line's end. */
const MAX_LOOK = 8192;
const CLOSING = new Map(['“”', '„“', '‘’', '«»', '‹›'].map((pair) => [pair.charAt(0), pair.charAt(1)]));

/** What the original has just before a character of the stream that the stream has not. */
function rawBefore(text: string, stream: Stream, at: number): string {
  const from = at > 0 ? (stream.ends[at - 1] as number) : Math.max(0, (stream.starts[0] ?? 0) - 16);
  return text.slice(from, at < stream.length ? stream.starts[at] : from + 16);
}

/** Where a value ends that nothing fixed follows: at its line's edge, or with the cell, tag or quotation that the message has for itself. */
export function openEnd(text: string, stream: Stream, start: number, from: number, isCut: boolean): number {
  const { chars, flags } = stream;
  const edge = lineEnd(stream, from);
  const mark = ((flags[start] as number) & AFTER_SOFT) !== 0 ? rawBefore(text, stream, start).trim() : '';
  const closing = CLOSING.get(mark) ?? mark;
  const isCell = ((flags[start] as number) & AFTER_TAB) !== 0;
  const isTagged = chars[start - 1] === GREATER;
  const last = isCell || isTagged || mark !== '' ? Math.min(edge, from + MAX_LOOK) : from;
  for (let at = from; at < last; at++) {
    if (isCell && at > from && ((flags[at] as number) & AFTER_TAB) !== 0) return at;
    if (isTagged && chars[at] === LESS && chars[at + 1] === SLASH) return at;
    if (mark === '' || at === from || ((flags[at] as number) & AFTER_SOFT) === 0) continue;
    const raw = rawBefore(text, stream, at);
    const letter = isLetter(chars[at] as number) && raw.endsWith(closing);
    if (raw.startsWith(closing) && !letter && !raw.startsWith(closing + closing)) return at;
  }
  return isCut ? beyondDots(stream, edge, -1) : edge;
}

/** Where a value starts in which a message was cut off: at its line's or cell's edge, behind an ellipsis. */
export function openStart(stream: Stream, to: number): number {
  const { flags } = stream;
  let at = lineStart(stream, Math.max(0, to - 1));
  for (let cell = to - 1; cell > Math.max(at, to - MAX_LOOK); cell--) {
    if (((flags[cell] as number) & AFTER_TAB) !== 0) at = cell;
  }
  return Math.min(to, beyondDots(stream, at, 1));
}

/** The place beyond the ellipsis, in brackets or not, that stands at a place; that place if there is none. */
function beyondDots(stream: Stream, at: number, step: number): number {
  if (!areDots(stream, at, step)) return at;
  const charAt = (place: number) => stream.chars[step > 0 ? place : place - 1] as number;
  let place = charAt(at) === DOT ? at : at + step;
  while (charAt(place) === DOT) place += step;
  return '[]()'.includes(String.fromCharCode(charAt(place))) ? place + step : place;
}
