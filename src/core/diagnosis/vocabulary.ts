import { classOf, IDEOGRAPH, shapeOf, WORD } from './characters';
import { IntList } from './int-list';
import { type Stream, UNSURE } from './normalise';

/** The number of a word that the vocabulary does not hold. */
export const UNKNOWN = -1;

const SHAPE = new Uint16Array(65536);
for (let unit = 0; unit < 65536; unit++) SHAPE[unit] = shapeOf(unit);

const R = 0x72;
const N = 0x6e;
const M = 0x6d;

/**
 * A number for the shape of the characters `from` to `to` (exclusive). Words that a screenshot makes look alike
 * (`fi1ed`, `filed`; `modern`, `modem`) have the same number; others share one by chance only, about once in four
 * thousand million, which the comparison of characters that follows every match finds out.
 */
export function hashWord(chars: Uint16Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  let earlier = hash;
  let before = 0;
  for (let i = from; i < to; i++) {
    const shape = SHAPE[chars[i] as number] as number;
    if (shape === N && before === R) {
      hash = Math.imul(earlier ^ M, 0x01000193);
      before = M;
    } else {
      earlier = hash;
      hash = Math.imul(hash ^ shape, 0x01000193);
      before = shape;
    }
  }
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) | 0;
}

/** The end of the word that starts at `at`, or `at` itself if no word starts there. */
export function wordEnd(stream: Stream, at: number): number {
  const { chars, flags, length } = stream;
  if ((flags[at] as number) & UNSURE) return at;
  const kind = classOf(chars[at] as number);
  if (kind === IDEOGRAPH) return at + 1;
  if (kind !== WORD) return at;
  let end = at + 1;
  // Any flag on a later character means that white space stands before it.
  while (end < length && flags[end] === 0 && classOf(chars[end] as number) === WORD) end++;
  return end;
}

/** The distinct words of all signatures, each with a number from 0 upwards. An open-addressing hash table. */
export class Vocabulary {
  private hashes = new Int32Array(1024);
  private numbers = new Int32Array(1024).fill(UNKNOWN);
  /** How many words there are. */
  size = 0;
  /** For each word where its letters stand in the patterns' literals, and how many there are. */
  readonly places = new IntList(1024);
  readonly lengths = new IntList(1024);

  /** The number of the word with this hash, or `UNKNOWN`. */
  find(hash: number): number {
    const mask = this.numbers.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = this.numbers[slot] as number;
      if (number === UNKNOWN || this.hashes[slot] === hash) return number;
    }
  }

  /**
   * The number of the word with this hash, which is added if it is new; its letters are the `length` characters at
   * `place` of the patterns' literals.
   */
  intern(hash: number, place: number, length: number): number {
    const known = this.find(hash);
    if (known !== UNKNOWN) return known;
    this.places.push(place);
    this.lengths.push(length);
    if (this.size * 2 >= this.numbers.length) this.grow();
    this.place(hash, this.size);
    return this.size++;
  }

  private place(hash: number, number: number): void {
    const mask = this.numbers.length - 1;
    let slot = hash & mask;
    while (this.numbers[slot] !== UNKNOWN) slot = (slot + 1) & mask;
    this.hashes[slot] = hash;
    this.numbers[slot] = number;
  }

  private grow(): void {
    const { hashes, numbers } = this;
    this.hashes = new Int32Array(hashes.length * 2);
    this.numbers = new Int32Array(numbers.length * 2).fill(UNKNOWN);
    for (let slot = 0; slot < numbers.length; slot++) {
      if (numbers[slot] !== UNKNOWN) this.place(hashes[slot] as number, numbers[slot] as number);
    }
  }
}

/** The words of a text, in order. */
export interface Words {
  /** For each word where it starts in the stream. */
  starts: Int32Array;
  /** For each word where it ends in the stream (exclusive). */
  ends: Int32Array;
  /** For each word its number in the vocabulary, or `UNKNOWN`. */
  ids: Int32Array;
  count: number;
}

/** Finds the words of a text. Linear in the stream's length. */
export function readWords(stream: Stream, vocabulary: Vocabulary): Words {
  const starts = new IntList(1 + (stream.length >> 2));
  const ends = new IntList(1 + (stream.length >> 2));
  const ids = new IntList(1 + (stream.length >> 2));
  let at = 0;
  while (at < stream.length) {
    const end = wordEnd(stream, at);
    if (end === at) {
      at++;
      continue;
    }
    starts.push(at);
    ends.push(end);
    ids.push(vocabulary.find(hashWord(stream.chars, at, end)));
    at = end;
  }
  return { starts: starts.data, ends: ends.data, ids: ids.data, count: starts.length };
}

/** The index of the first word that starts at or after a place of the stream; the number of words if there is none. */
export function firstWordAt(words: Words, at: number): number {
  const { starts, count } = words;
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
