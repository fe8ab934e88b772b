import type { Pack } from './pack';

/** A run at more places of the pack is common. A lower limit makes runs longer, a higher one costs comparisons. */
const MAX_PLACES = 16;
/** Words at up to so many places are filed as well, for suggestions and for patterns without a rare run. */
const MAX_HOLDERS = 128;
const MAX_RUN = 4;
const LONE = 0x51ed270b;
/** One bit per word, so that looking up a word that the pack has not touches no large table. */
const PRESENCE_BITS = 1 << 21;

/**
 * Where in the pack each rare run of words stands: a word, or if that is common the pair, triple or four that it begins. An
 * inverted index without keys: runs are hashed to slots, and what shares a slot by chance is told apart by the comparison.
 */
export class Anchors {
  private readonly mask: number;
  /** Per slot how many places it has, and where they begin in `places`. */
  private readonly counts: Int32Array;
  private readonly firsts: Int32Array;
  private readonly places: Int32Array;
  /** Per pattern the place whose run is rarest. */
  readonly rarest: Int32Array;
  private readonly presence = new Uint8Array(PRESENCE_BITS >> 3);

  constructor(private readonly pack: Pack) {
    const { words, wordHashes } = pack;
    let slots = 1 << 12;
    while (slots < words * 2) slots *= 2;
    this.mask = slots - 1;
    this.counts = new Int32Array(slots);
    this.rarest = new Int32Array(pack.count);
    const keys = wordHashes.slice(0, words);
    const levels = this.countRuns(keys);
    const lone = this.findRarest(keys);
    this.firsts = new Int32Array(slots);
    let sum = 0;
    for (let slot = 0; slot < slots; slot++) {
      if ((this.counts[slot] as number) <= MAX_HOLDERS) sum += this.counts[slot] as number;
      this.firsts[slot] = sum;
    }
    this.places = new Int32Array(sum);
    // Each slot is filled from its end.
    for (let word = words - 1; word >= 0; word--) {
      this.file(wordHashes[word] as number, word);
      if ((levels[word] as number) > 1) this.file(keys[word] as number, word);
    }
    for (const word of lone) this.file((wordHashes[word] as number) ^ LONE, word);
  }

  /** Whether a word stands in the pack; by chance also for one in some hundred others. */
  knows(hash: number): boolean {
    const bit = presenceBit(hash);
    return ((this.presence[bit >> 3] as number) & (1 << (bit & 7))) !== 0;
  }

  /** Visits the places of a word, if they are few. */
  holders(hash: number, visit: (place: number) => void): void {
    if (this.knows(hash)) this.visit(hash, hash, visit);
  }

  /** Visits the places of the rare run that begins with a word of a text, which has so many words. */
  lookUp(hashes: Int32Array, word: number, words: number, visit: (place: number) => void): void {
    const first = hashes[word] as number;
    if (!this.knows(first)) return;
    let key = first;
    if (!this.isRare(key)) this.visit(first ^ LONE, first, visit);
    for (let level = 1; !this.isRare(key); level++) {
      const next = word + level < words ? (hashes[word + level] as number) : 0;
      if (level === MAX_RUN || !this.knows(next) || this.isRare(next)) return;
      key = longerKey(key, next);
    }
    this.visit(key, first, visit);
  }

  /** Lengthens the keys of common words, as long as they and the next one are common, and counts all. Returns the lengths. */
  private countRuns(keys: Int32Array): Uint8Array {
    const { words, wordHashes, wordSegment } = this.pack;
    const { counts } = this;
    const levels = new Uint8Array(words).fill(1);
    const count = (word: number) => {
      const slot = this.slot(keys[word] as number);
      counts[slot] = (counts[slot] as number) + 1;
    };
    for (let word = 0; word < words; word++) {
      count(word);
      const bit = presenceBit(keys[word] as number);
      this.presence[bit >> 3] = (this.presence[bit >> 3] as number) | (1 << (bit & 7));
    }
    let common = wordHashes.subarray(0, words).map((hash, word) => (this.isRare(hash) ? -1 : word));
    for (let level = 1; level < MAX_RUN; level++) {
      const longer = common.filter(
        (word) =>
          word >= 0 &&
          levels[word + 1] === level &&
          wordSegment[word] === wordSegment[word + level] &&
          !this.isRare(keys[word + 1] as number),
      );
      for (const word of longer) keys[word] = longerKey(keys[word] as number, wordHashes[word + level] as number);
      for (const word of longer) levels[word] = level + 1;
      for (const word of longer) count(word);
      common = longer.filter((word) => !this.isRare(keys[word] as number));
    }
    return levels;
  }

  /** Finds each pattern's rarest place. Patterns without a rare run get a key for their rarest word; those words are returned. */
  private findRarest(keys: Int32Array): number[] {
    const { count, firstWord, wordHashes } = this.pack;
    const lone: number[] = [];
    for (let pattern = 0; pattern < count; pattern++) {
      const from = firstWord[pattern] as number;
      const to = firstWord[pattern + 1] as number;
      const rarest = this.rarestOf(keys, from, to);
      this.rarest[pattern] = rarest;
      if (from === to || this.isRare(keys[rarest] as number)) continue;
      const word = this.rarestOf(wordHashes, from, to);
      const slot = this.slot((wordHashes[word] as number) ^ LONE);
      if ((this.counts[slot] as number) >= MAX_HOLDERS) continue;
      this.counts[slot] = (this.counts[slot] as number) + 1;
      this.rarest[pattern] = word;
      lone.push(word);
    }
    return lone;
  }

  private rarestOf(keys: Int32Array, from: number, to: number): number {
    let best = from;
    for (let word = from + 1; word < to; word++) {
      if (this.timesOf(keys[word] as number) < this.timesOf(keys[best] as number)) best = word;
    }
    return best;
  }

  /** How often a word of the pack, or a run, stands in it. */
  timesOf(key: number): number {
    return this.counts[this.slot(key)] as number;
  }

  private file(key: number, word: number): void {
    const slot = this.slot(key);
    if ((this.counts[slot] as number) > MAX_HOLDERS) return;
    const place = (this.firsts[slot] as number) - 1;
    this.firsts[slot] = place;
    this.places[place] = word;
  }

  private visit(key: number, first: number, visit: (place: number) => void): void {
    const slot = this.slot(key);
    const count = this.counts[slot] as number;
    if (count > MAX_HOLDERS) return;
    const from = this.firsts[slot] as number;
    for (let i = from; i < from + count; i++) {
      const place = this.places[i] as number;
      if (this.pack.wordHashes[place] === first) visit(place);
    }
  }

  private isRare(key: number): boolean {
    return this.timesOf(key) <= MAX_PLACES;
  }

  private slot(key: number): number {
    return (key ^ (key >>> 15)) & this.mask;
  }
}

function presenceBit(hash: number): number {
  return (hash ^ (hash >>> 13)) & (PRESENCE_BITS - 1);
}

function longerKey(key: number, hash: number): number {
  return Math.imul(key ^ 0x5bd1e995, 0x9e3779b1) ^ Math.imul(hash + 1, 0x85ebca6b);
}
