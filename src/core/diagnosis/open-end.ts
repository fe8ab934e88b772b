import { QUOTE_MARK } from './characters';
import { areDots, isAfterTab } from './edge';
import { DECORATION, endOf, lineEnd, lineStart, type Stream } from './normalise';
import { isWordChar } from './pattern';

const DOT = 0x2e;
const OPEN_PARENTHESIS = 0x28;
const CLOSE_PARENTHESIS = 0x29;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
/** What encloses a value is looked for over so many characters at most. */
const LONGEST = 2048;
/** Quotation marks that close with another mark than they open. */
const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“',
  '‘': '’',
  '«': '»',
  '‹': '›',
};

/**
 * Where a value ends that nothing fixed follows: at its line's edge, or before that where the quotation, tag or cell ends
 * that the message has for itself.
 *
 * @param start where the message starts in the stream
 * @param from where the value starts
 */
export function openEnd(text: string, stream: Stream, start: number, from: number): number {
  const edge = lineEnd(stream, from);
  if (start <= 0) return edge;
  const { chars, offsets } = stream;
  const before = chars[start - 1];
  const last = Math.min(edge, from + LONGEST);
  if (isAfterTab(text, stream, start)) {
    for (let at = from; at < last; at++) if (isAfterTab(text, stream, at)) return at;
  } else if (before === GREATER) {
    for (let at = from; at < last; at++) if (chars[at] === LESS && chars[at + 1] === SLASH) return at;
  } else if (before === QUOTE_MARK && !isInWord(stream, start - 1)) {
    const mark = text.slice(offsets[start - 1], endOf(stream, text, start - 1));
    const closing = CLOSING[mark] ?? mark;
    const closes = (at: number) =>
      at < edge && chars[at] === QUOTE_MARK && text.slice(offsets[at], endOf(stream, text, at)) === closing;
    for (let at = from; at < last; at++) {
      if (!closes(at)) continue;
      // A doubled mark is the value's own, and so is an apostrophe.
      if (stream.flags[at + 1] === 0 && closes(at + 1)) at++;
      else if (at + 1 >= edge || !isWordChar(chars[at + 1] as number) || stream.flags[at + 1] !== 0) return at;
    }
  }
  return edge;
}

/** The end of a value without the ellipsis, in brackets or not, that says that the text breaks off there. */
export function beforeEllipsis(stream: Stream, end: number): number {
  const { chars } = stream;
  let at = chars[end - 1] === CLOSE_BRACKET || chars[end - 1] === CLOSE_PARENTHESIS ? end - 1 : end;
  if (!areDots(stream, at - 1, -1)) return end;
  while (chars[at - 1] === DOT) at--;
  const opening = chars[at - 1] === OPEN_BRACKET || chars[at - 1] === OPEN_PARENTHESIS;
  return opening ? at - 1 : at;
}

/**
 * Where a value starts in which a message was cut off: at its line's or cell's edge, behind what opens a quotation there and
 * the ellipsis that says that something is missing.
 *
 * @param to where the value ends in the stream
 */
export function openStart(text: string, stream: Stream, to: number): number {
  const { chars, flags } = stream;
  let at = lineStart(stream, Math.max(0, to - 1));
  for (let cell = to - 1; cell > Math.max(at, to - LONGEST); cell--) if (isAfterTab(text, stream, cell)) at = cell;
  while (at < to && ((flags[at] as number) & DECORATION) !== 0) at++;
  if (at < to && chars[at] === QUOTE_MARK) at++;
  const bracketed = chars[at] === OPEN_BRACKET || chars[at] === OPEN_PARENTHESIS;
  let dots = bracketed ? at + 1 : at;
  if (!areDots(stream, dots, 1)) return at;
  while (dots < to && chars[dots] === DOT) dots++;
  return bracketed ? Math.min(to, dots + 1) : dots;
}

/** Whether the mark at `at` stands against a word before it: an apostrophe opens nothing. */
function isInWord({ chars, flags }: Stream, at: number): boolean {
  return at > 0 && flags[at] === 0 && isWordChar(chars[at - 1] as number);
}
