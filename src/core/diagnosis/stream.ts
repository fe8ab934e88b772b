import { BREAK, classOf, EXPANSIONS, foldOf, HIDDEN, M, MARK, N, R, SHAPES, SOFT, SPACE, WORD } from './characters';
import { undoLayers, type View } from './layers';

/** What stands before a character: white space, a line break, an empty line, a quotation mark or backslash, a tab. */
export const AFTER_SPACE = 1;
export const AFTER_BREAK = 2;
export const AFTER_BLANK = 4;
export const AFTER_SOFT = 8;
export const AFTER_TAB = 16;
/** Marks that opened the line, or closed the line before, were left out: a list's, a quotation's or a table's. */
export const AFTER_FRAME = 32;

/** A text reduced to its letters, digits and marks, folded. Everything else is a flag on the character after it. */
export type Stream = ReturnType<typeof newStream>;

const OPENING_MARKS = new Set([...'>|*-•·‣▪◦#│┃║'].map((mark) => mark.charCodeAt(0)));
/** Marks that stand between a table's cells. */
export const BARS = new Set([...'|│┃║'].map((mark) => mark.charCodeAt(0)));
const [MAX_OPENING_MARKS, GREATER] = [8, 0x3e];
/** The numbers of the hash function FNV-1a. */
export const [FNV_BASIS, FNV_PRIME] = [0x811c9dc5, 0x01000193];

/** No place in a stream. */
export const NOWHERE = -1;

/** Reads streams, one at a time: each uses the memory of the one before. */
export class Reader {
  private stream = newStream(0);

  /** The stream of the stretch `start` to `end` (exclusive) of a text. */
  read(text: string, start: number, end: number): Stream {
    const view = undoLayers(text, start, end);
    // An ellipsis or a ligature becomes up to three characters.
    const room = view.text.length * (/[\u2026\ufb00-\ufb04]/.test(view.text) ? 3 : 1) + 1;
    if (this.stream.chars.length < room) this.stream = newStream(room);
    this.readCharacters(view);
    this.readWords();
    return this.stream;
  }

  private readCharacters({ text, offsets, base }: View): void {
    const { stream } = this;
    const { chars, flags, starts, ends, lines } = stream;
    lines.length = stream.line = 0;
    let length = 0;
    let pending = AFTER_SPACE | AFTER_BREAK;
    let openingMarks = 0;
    let isRow = false;
    for (let unit = 0; unit < text.length; unit++) {
      const code = text.charCodeAt(unit);
      const kind = classOf(code);
      if (kind === SPACE) {
        pending |= code === 9 ? AFTER_SPACE | AFTER_TAB : AFTER_SPACE;
      } else if (kind === SOFT) {
        pending |= AFTER_SOFT;
        // What is quoted is no frame.
        openingMarks = MAX_OPENING_MARKS;
      } else if (kind === BREAK) {
        // The second half of CR LF opens no empty line.
        if (code === 10 && text.charCodeAt(unit - 1) === 13) continue;
        if ((pending & AFTER_BREAK) !== 0) pending |= AFTER_BLANK;
        const line = lines[lines.length - 1] ?? 0;
        // The bars that close a table's row.
        while (isRow && length > line + 1 && BARS.has(chars[length - 1] as number) && flags[length - 1] !== 0) {
          length--;
          pending |= AFTER_FRAME;
        }
        pending |= AFTER_BREAK | AFTER_SPACE;
        openingMarks = 0;
        isRow = false;
      } else if (kind === HIDDEN) {
        // An accent or variation selector written apart belongs to the character before it.
        const isJoined = (code >= 0x300 && code < 0x370) || (code & 0xfff0) === 0xfe00;
        if (isJoined && length > 0 && pending === 0) ends[length - 1] = offsets?.[unit + 1] ?? base + unit + 1;
      } else {
        const folded = foldOf(code);
        if ((pending & AFTER_BREAK) !== 0) {
          if (openingMarks < MAX_OPENING_MARKS && opensLine(text, unit)) {
            openingMarks++;
            isRow ||= BARS.has(folded);
            pending |= AFTER_FRAME;
            continue;
          }
          lines.push(length);
        }
        const expansion = code > 0x2000 ? EXPANSIONS.get(code) : undefined;
        for (let i = 0; i < (expansion?.length ?? 1); i++) {
          chars[length] = expansion ? expansion.charCodeAt(i) : folded;
          flags[length] = pending;
          starts[length] = offsets?.[unit] ?? base + unit;
          ends[length++] = offsets?.[unit + 1] ?? base + unit + 1;
          pending = 0;
        }
      }
    }
    chars[length] = 0;
    // The end of the text is an edge of every kind.
    flags[length] = pending | AFTER_SPACE | AFTER_BREAK | AFTER_BLANK | AFTER_SOFT;
    stream.length = length;
  }

  /** Divides the stream into words. A word's hash is that of its shape: what a screenshot makes look alike is the same. */
  private readWords(): void {
    const { stream } = this;
    const { chars, flags, length, wordStarts, wordEnds, wordHashes } = stream;
    let words = 0;
    for (let at = 0; at < length; ) {
      const kind = classOf(chars[at] as number);
      if (kind === MARK) {
        at++;
        continue;
      }
      wordStarts[words] = at;
      let hash = FNV_BASIS;
      let earlier = hash;
      let before = 0;
      do {
        const shape = SHAPES[chars[at] as number] as number;
        if (shape === N && before === R) {
          hash = Math.imul(earlier ^ M, FNV_PRIME);
          before = M;
        } else {
          earlier = hash;
          hash = Math.imul(hash ^ shape, FNV_PRIME);
          before = shape;
        }
        at++;
      } while (kind === WORD && at < length && flags[at] === 0 && classOf(chars[at] as number) === WORD);
      wordEnds[words] = at;
      wordHashes[words++] = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) | 0;
    }
    stream.words = words;
  }
}

function newStream(room: number) {
  return {
    chars: new Uint16Array(room),
    flags: new Uint8Array(room),
    /** Per character where it starts and ends in the original, in UTF-16 units. */
    starts: new Uint32Array(room),
    ends: new Uint32Array(room),
    length: 0,
    /** Where lines start in the stream, ascending. */
    lines: [] as number[],
    /** Which of them was looked up last: most look-ups are near it. */
    line: 0,
    /** Per word where it starts and ends in the stream, and the hash of its shape. */
    wordStarts: new Int32Array(room),
    wordEnds: new Int32Array(room),
    wordHashes: new Int32Array(room),
    words: 0,
  };
}

/** Whether a mark is one that opens a line: a quotation's, or a list's or table's with white space behind it. */
function opensLine(text: string, unit: number): boolean {
  const mark = text.charCodeAt(unit);
  if (!OPENING_MARKS.has(mark)) return false;
  const next = text.charCodeAt(unit + 1);
  const kind = classOf(next);
  return mark === GREATER || kind === SPACE || kind === BREAK || OPENING_MARKS.has(next);
}

/** The end (exclusive) of the line that holds the character before `at`: `at` itself if a line starts there. */
export function lineEnd(stream: Stream, at: number): number {
  return stream.lines[lineFrom(stream, at)] ?? stream.length;
}

/** The start of the line that holds the character at `at`. */
export function lineStart(stream: Stream, at: number): number {
  return stream.lines[lineFrom(stream, at + 1) - 1] ?? 0;
}

/** The index of the first line that starts at or after `at`. */
function lineFrom(stream: Stream, at: number): number {
  const { lines } = stream;
  while (stream.line > 0 && (lines[stream.line - 1] as number) >= at) stream.line--;
  while (stream.line < lines.length && (lines[stream.line] as number) < at) stream.line++;
  return stream.line;
}

/** How far a value that begins at `at` reaches in its line (`step` -1: back to where, if it ends there). */
export function lineEdge(stream: Stream, at: number, step: number): number {
  return step > 0 ? lineEnd(stream, at) : lineStart(stream, Math.max(0, at - 1));
}

/** The first word that starts at or after `at`; the number of words if there is none. */
export function firstWordAt({ wordStarts, words }: Stream, at: number): number {
  return firstFrom(wordStarts, words, at);
}

/** The index of the first number of an ascending list that is at least `least`, or `count`. */
export function firstFrom(list: ArrayLike<number>, count: number, least: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
