import { QUOTE_MARK } from './characters';
import { endOf, lineEnd, type Stream } from './normalise';
import { isWordChar } from './pattern';

const TAB = 0x09;
const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
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
  if (isAfterTab(text, stream, start)) {
    for (let at = from; at < edge; at++) if (isAfterTab(text, stream, at)) return at;
  } else if (before === GREATER) {
    for (let at = from; at < edge; at++)
      if (chars[at] === LESS && chars[at + 1] === SLASH) return at;
  } else if (before === QUOTE_MARK && !isInWord(stream, start - 1)) {
    const mark = text.slice(offsets[start - 1], endOf(stream, text, start - 1));
    const closing = CLOSING[mark] ?? mark;
    for (let at = from; at < edge; at++) {
      if (chars[at] !== QUOTE_MARK || text.slice(offsets[at], endOf(stream, text, at)) !== closing)
        continue;
      // A doubled mark is the value's own, and so is an apostrophe.
      if (chars[at + 1] === QUOTE_MARK && stream.flags[at + 1] === 0 && at + 1 < edge) at++;
      else if (at + 1 >= edge || !isInWord(stream, at + 1)) return at;
    }
  }
  return edge;
}

function isAfterTab(text: string, stream: Stream, at: number): boolean {
  return text.charCodeAt((stream.offsets[at] as number) - 1) === TAB;
}

/** Whether the character at `at` is a word's and stands against the one before it, or that one is a word's. */
function isInWord({ chars, flags }: Stream, at: number): boolean {
  if (flags[at] !== 0) return false;
  return isWordChar(chars[at] as number) || isWordChar(chars[at - 1] as number);
}
