import { classOf, shapeOf, WORD } from './characters';
import type { Patterns } from './pattern';
import { UNKNOWN } from './vocabulary';

/** Words shorter than this are too near to too many others; words longer than that are names, not spelling. */
const SHORTEST = 4;
const LONGEST = 40;
const BASE = 0x01000193;
/** So many words with the same remainder are looked at. */
const MOST_ALIKE = 16;

/**
 * The vocabulary by near spelling: two words that differ by one wrong, missing, additional or swapped letter have a
 * remainder in common when one letter, or none, is left out of each. Every word is filed under all its remainders.
 * (The idea is known as a deletion neighbourhood: F. S. Bocek, E. Hunt, B. Stiller, "Fast similarity search in large
 * dictionaries", 2007.)
 */
export class Spelling {
  private readonly hashes: Int32Array;
  private readonly words: Int32Array;
  private readonly shapes = new Uint16Array(LONGEST + 1);
  private readonly prefixes = new Int32Array(LONGEST + 2);
  private readonly powers = new Int32Array(LONGEST + 2);

  constructor(private readonly patterns: Patterns) {
    this.powers[0] = 1;
    for (let i = 1; i < this.powers.length; i++) {
      this.powers[i] = Math.imul(this.powers[i - 1] as number, BASE);
    }
    const { vocabulary, literals } = this.patterns;
    let entries = 0;
    for (let word = 0; word < vocabulary.size; word++) entries += vocabulary.lengths.at(word) + 1;
    let capacity = 16;
    while (capacity < entries * 2) capacity *= 2;
    this.hashes = new Int32Array(capacity);
    this.words = new Int32Array(capacity).fill(UNKNOWN);
    const mask = capacity - 1;
    for (let word = 0; word < vocabulary.size; word++) {
      const start = vocabulary.places.at(word);
      const length = vocabulary.lengths.at(word);
      if (length < SHORTEST || length > LONGEST) continue;
      if (!this.load(literals.chars, start, start + length)) continue;
      let before = 0;
      for (let left = length; left >= 0; left--) {
        const hash = this.remainder(length, left);
        // Leaving out either of two equal letters gives the same remainder.
        if (left < length && left > 0 && hash === before) continue;
        before = hash;
        let slot = (hash ^ (hash >>> 15)) & mask;
        while (this.words[slot] !== UNKNOWN) slot = (slot + 1) & mask;
        this.hashes[slot] = hash;
        this.words[slot] = word;
      }
    }
  }

  /**
   * The word of the vocabulary that differs from the characters `from` to `to` by one letter, or `UNKNOWN`. Of several
   * the first found; words with digits have none.
   */
  nearest(chars: Uint16Array, from: number, to: number): number {
    const length = to - from;
    if (length < SHORTEST - 1 || length > LONGEST) return UNKNOWN;
    if (!this.load(chars, from, to)) return UNKNOWN;
    for (let left = length; left >= 0; left--) {
      const near = this.find(this.remainder(length, left), chars, from, to);
      if (near !== UNKNOWN) return near;
    }
    return UNKNOWN;
  }

  private find(hash: number, chars: Uint16Array, from: number, to: number): number {
    const mask = this.hashes.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let looked = 0; looked < MOST_ALIKE; slot = (slot + 1) & mask) {
      const word = this.words[slot] as number;
      if (word === UNKNOWN) return UNKNOWN;
      if (this.hashes[slot] !== hash) continue;
      looked++;
      if (this.isNear(word, chars, from, to)) return word;
    }
    return UNKNOWN;
  }

  /**
   * Whether the vocabulary's word `word` is one edit away from the characters `from` to `to`: all but one stretch of at
   * most two letters agrees.
   */
  isNear(word: number, chars: Uint16Array, from: number, to: number): boolean {
    const { vocabulary, literals } = this.patterns;
    const start = vocabulary.places.at(word);
    const end = start + vocabulary.lengths.at(word);
    const known = literals.chars;
    if (Math.abs(end - start - (to - from)) > 1) return false;
    let head = 0;
    while (start + head < end && from + head < to && known[start + head] === chars[from + head]) head++;
    let tail = 0;
    const most = Math.min(end - start, to - from) - head;
    while (tail < most && known[end - 1 - tail] === chars[to - 1 - tail]) tail++;
    const missing = end - start - head - tail;
    const added = to - from - head - tail;
    if (missing <= 1 && added <= 1) return true;
    return (
      missing === 2 &&
      added === 2 &&
      known[start + head] === chars[from + head + 1] &&
      known[start + head + 1] === chars[from + head]
    );
  }

  /** Hashes all beginnings of a word; whether it is one of letters only. */
  private load(chars: Uint16Array, from: number, to: number): boolean {
    let hash = 0;
    this.prefixes[0] = 0;
    for (let i = from; i < to; i++) {
      const char = chars[i] as number;
      if (classOf(char) !== WORD || (char >= 0x30 && char <= 0x39)) return false;
      const shape = shapeOf(char);
      this.shapes[i - from] = shape;
      hash = (Math.imul(hash, BASE) + shape + 1) | 0;
      this.prefixes[i - from + 1] = hash;
    }
    return true;
  }

  /** The hash of the loaded word of `length` letters without the one at `left`, or of all of it if `left` is `length`. */
  private remainder(length: number, left: number): number {
    const whole = this.prefixes[length] as number;
    if (left >= length) return whole | 0;
    const until = this.prefixes[left] as number;
    const past = this.prefixes[left + 1] as number;
    const after = length - left - 1;
    const power = this.powers[after] as number;
    return (whole - Math.imul(past, power) + Math.imul(until, power)) | 0;
  }
}
