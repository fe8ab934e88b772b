import { BREAK, classOf, EXPANSIONS, foldOf, HIDDEN, OPENER, SPACE } from './characters';
import { EncodedRuns, type Escape, NOTHING, readEscape } from './escape';
import { IntList } from './int-list';

/** White space stands before the character. */
export const AFTER_SPACE = 1;
/** At least one line break stands before the character. */
export const AFTER_BREAK = 2;
/** An empty line stands before the character. */
export const AFTER_BLANK = 4;
/**
 * The character may belong to the page, not the text: it opens its line as a quoting mark or bullet would, or is a plus sign
 * in a form-encoded text.
 */
export const DECORATION = 8;
/** The character is a guess: the letter of what may be an escaped white space. It is part of no word. */
export const UNSURE = 16;

/**
 * A text reduced to what an error message keeps when it is copied, quoted, escaped and wrapped: its visible characters
 * without white space, folded, each with its place in the original.
 */
export interface Stream {
  /** Folded characters, see `foldOf`. */
  chars: Uint16Array;
  /** For each character the UTF-16 offset in the original text at which it, or the escape it came from, starts. */
  offsets: Uint32Array;
  /** For each character a sum of the flags above. */
  flags: Uint8Array;
  /** How many characters there are; the arrays may be longer. */
  length: number;
  /** Where lines start, in ascending order. */
  lines: IntList;
}

/** Marks that open a line of a quoted mail, a list or a framed table. */
const DECORATIONS = new Set('>|*-•·‣▪◦+#│┃'.split('').map((mark) => mark.charCodeAt(0)));
const MOST_DECORATIONS = 8;
const PLUS = 0x2b;

/** An empty stream with room for about `capacity` characters. */
export function createStream(capacity: number): Stream {
  return {
    chars: new Uint16Array(capacity),
    offsets: new Uint32Array(capacity),
    flags: new Uint8Array(capacity),
    length: 0,
    lines: new IntList(),
  };
}

/** Makes room for `more` further characters. */
function reserve(stream: Stream, more: number): void {
  const needed = stream.length + more;
  if (needed <= stream.chars.length) return;
  const capacity = Math.max(needed, Math.ceil(stream.chars.length * 1.5));
  const { chars, offsets, flags } = stream;
  stream.chars = new Uint16Array(capacity);
  stream.offsets = new Uint32Array(capacity);
  stream.flags = new Uint8Array(capacity);
  stream.chars.set(chars);
  stream.offsets.set(offsets);
  stream.flags.set(flags);
}

/**
 * Appends the normal form of `text` from `start` to `end` (exclusive) to `stream`. Offsets are those within `text`. Linear
 * in the length; white space becomes a flag on the character after it, escapes are undone at any depth, invisible
 * characters and colour codes are left out.
 */
export function normaliseInto(stream: Stream, text: string, start: number, end: number): void {
  // An ellipsis or ligature becomes up to three characters; they are too rare to reserve for, see `expand`.
  reserve(stream, end - start);
  let encoded: EncodedRuns | undefined;
  let pending = AFTER_SPACE | AFTER_BREAK;
  let decorations = 0;
  let lineOpen = false;
  let afterReturn = -1;
  let at = start;
  while (at < end) {
    let unit = text.charCodeAt(at);
    let kind = classOf(unit);
    let taken = 1;
    let unsure = 0;
    let plus = false;
    if (kind === OPENER) {
      if (unit === 0x25) encoded ??= new EncodedRuns(text);
      readEscape(text, at, unit === 0x25 && encoded !== undefined && encoded.at(at), sequence);
      if (sequence.length > 0) {
        taken = sequence.length;
        unit = sequence.unit;
        if (unit === NOTHING) {
          at += taken;
          continue;
        }
        kind = classOf(unit);
        if (sequence.unsure) {
          unit = text.charCodeAt(at + taken - 1);
          classOf(unit);
          kind = OPENER;
          unsure = UNSURE;
        }
      }
    } else if (unit === PLUS) {
      // It may stand for a space, or for itself: either way it can be stepped over.
      encoded ??= new EncodedRuns(text);
      plus = encoded.at(at);
    }
    if (kind === SPACE) {
      pending |= AFTER_SPACE;
    } else if (kind === BREAK) {
      // The second half of CR LF, escaped or not, opens no empty line.
      if (unit !== 0x0a || at !== afterReturn) {
        pending |= (pending & AFTER_BREAK) !== 0 ? AFTER_BLANK : AFTER_BREAK | AFTER_SPACE;
      }
      afterReturn = unit === 0x0d ? at + taken : -1;
      lineOpen = false;
      decorations = 0;
    } else if (kind !== HIDDEN) {
      const expansion = unit > 0x2000 ? EXPANSIONS.get(unit) : undefined;
      if (expansion !== undefined) {
        expand(stream, expansion, at, pending, end - at);
        lineOpen = true;
      } else {
        const folded = foldOf(unit);
        let flags = pending | unsure;
        if (plus) flags |= DECORATION;
        if (!lineOpen) {
          if (decorations < MOST_DECORATIONS && DECORATIONS.has(folded)) {
            flags |= DECORATION;
            decorations++;
          } else {
            lineOpen = true;
          }
        }
        if ((pending & AFTER_BREAK) !== 0) stream.lines.push(stream.length);
        const index = stream.length++;
        stream.chars[index] = folded;
        stream.offsets[index] = at;
        stream.flags[index] = flags;
      }
      pending = unsure === 0 && !plus ? 0 : AFTER_SPACE;
    }
    at += taken;
  }
}

function expand(stream: Stream, letters: string, at: number, flags: number, rest: number): void {
  reserve(stream, letters.length + rest);
  if ((flags & AFTER_BREAK) !== 0) stream.lines.push(stream.length);
  for (let i = 0; i < letters.length; i++) {
    const index = stream.length++;
    stream.chars[index] = letters.charCodeAt(i);
    stream.offsets[index] = at;
    stream.flags[index] = i === 0 ? flags : 0;
  }
}

/** The normal form of `text` from `start` to `end` (exclusive), in place of what `stream` held before. */
export function normalise(stream: Stream, text: string, start: number, end: number): void {
  stream.length = 0;
  stream.lines.length = 0;
  normaliseInto(stream, text, start, end);
}

/** The end (exclusive) of the line that holds the character before `at`. */
export function lineEnd(stream: Stream, at: number): number {
  const line = firstLineFrom(stream, at);
  return line < stream.lines.length ? stream.lines.at(line) : stream.length;
}

/** The start of the line that holds the character at `at`. */
export function lineStart(stream: Stream, at: number): number {
  const line = firstLineFrom(stream, at + 1) - 1;
  return line < 0 ? 0 : stream.lines.at(line);
}

/** The index of the first line that starts at or after `at`. */
function firstLineFrom(stream: Stream, at: number): number {
  const { data, length } = stream.lines;
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((data[middle] as number) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Filled by `readEscape`; shared, for it is read at once. */
const sequence: Escape = { length: 0, unit: 0, unsure: false };
const last: Escape = { length: 0, unit: 0, unsure: false };

/** The UTF-16 offset in `text` just after the character at `index` of its stream, escape sequence included. */
export function endOf(stream: Stream, text: string, index: number): number {
  const at = stream.offsets[index] as number;
  if (classOf(text.charCodeAt(at)) !== OPENER) return at + 1;
  const percent = text.charCodeAt(at) === 0x25 && (stream.chars[index] !== 0x25 || text.startsWith('%25', at));
  readEscape(text, at, percent, last);
  return at + Math.max(1, last.length);
}
