import type { Pack } from './pack';

/** A run at more places of the pack is common. A lower limit makes runs longer, a higher one costs comparisons. */
const MAX_PLACES = 16;
/** Words at up to so many places are filed as well, for suggestions and for patterns without a rare run. */
const MAX_HOLDERS = 128;
const [MAX_RUN, LONE] = [4, 0x51ed270b];
/** One bit per key, so that looking up what the pack has not touches no large table. */
const PRESENCE_BITS = 1 << 21;

/** Where in the pack each rare run of words stands: a word, or if that is common the pair, triple or four that it begins. */
export class Anchors {
  private readonly mask: number;
  /** Per slot how many places it has, and where they begin in `places`: side by side, since both are fetched together. */
  private readonly slots: Int32Array;
  /** Those that are their pattern's rarest stand first in their slot, written as their complement. */
  private readonly places: Int32Array;
  private readonly presence = new Int32Array(PRESENCE_BITS >> 5);
  /** The same for the keys of patterns' rarest places: most runs of a text that holds messages are none. */
  private readonly rarestPresence = new Int32Array(PRESENCE_BITS >> 5);

  constructor(private readonly pack: Pack) {
    const { words, wordHashes } = pack;
    let length = 1 << 13;
    while (length < words * 4) length *= 2;
    this.mask = length - 2;
    this.slots = new Int32Array(length);
    const keys = wordHashes.slice(0, words);
    const levels = this.countRuns(keys);
    const rarest = this.findRarest(keys);
    let sum = 0;
    for (let slot = 0; slot < length; slot += 2) {
      const count = this.slots[slot] as number;
      if (count <= MAX_HOLDERS) sum += count;
      this.slots[slot + 1] = sum;
    }
    this.places = new Int32Array(sum);
    // Each slot is filled from its end, so those filed last stand first.
    for (let word = words - 1; word >= 0; word--) {
      if (rarest[word] !== wordHashes[word]) this.file(wordHashes[word] as number, word);
      if ((levels[word] as number) > 1 && rarest[word] !== keys[word]) this.file(keys[word] as number, word);
    }
    for (let word = words - 1; word >= 0; word--) if (rarest[word] !== 0) this.file(rarest[word] as number, ~word);
  }

  /** Whether a word stands in the pack; by chance also for one in some hundred others. */
  knows(hash: number, bits = this.presence): boolean {
    const bit = presenceBit(hash);
    return ((bits[bit >> 5] as number) & (1 << bit)) !== 0;
  }

  /** Visits the places of the rare run that begins with a word of a text, which has so many words; or only patterns' rarest. */
  lookUp(hashes: Int32Array, word: number, words: number, isRarest: boolean, visit: (place: number) => void): void {
    const first = hashes[word] as number;
    if (!this.knows(first)) return;
    let key = first;
    if (isRarest || !this.isRare(key)) this.visit(first ^ LONE, first, isRarest, visit);
    for (let level = 1; isRarest || !this.isRare(key); level++) {
      if (isRarest) this.visit(key, first, true, visit);
      const next = word + level < words ? (hashes[word + level] as number) : 0;
      if (level === MAX_RUN || !this.knows(next) || (!isRarest && this.isRare(next))) return;
      key = longerKey(key, next);
    }
    this.visit(key, first, false, visit);
  }

  /** Lengthens the keys of common words, as long as they and the next one are common, and counts all. Returns the lengths. */
  private countRuns(keys: Int32Array): Uint8Array {
    const { words, wordHashes, wordSegment } = this.pack;
    const levels = new Uint8Array(words).fill(1);
    for (let word = 0; word < words; word++) {
      this.count(keys[word] as number);
      markPresent(this.presence, keys[word] as number);
    }
    let common: number[] = [];
    for (let word = 0; word < words; word++) if (!this.isRare(keys[word] as number)) common.push(word);
    for (let level = 1; level < MAX_RUN; level++) {
      const longer = common.filter(
        (word) =>
          levels[word + 1] === level &&
          wordSegment[word] === wordSegment[word + level] &&
          !this.isRare(keys[word + 1] as number),
      );
      for (const word of longer) keys[word] = longerKey(keys[word] as number, wordHashes[word + level] as number);
      for (const word of longer) levels[word] = level + 1;
      for (const word of longer) this.count(keys[word] as number);
      common = longer.filter((word) => !this.isRare(keys[word] as number));
    }
    return levels;
  }

  /** Per word the key of its run if that is its pattern's rarest, else 0. Without a rare run it is that of the rarest word. */
  private findRarest(keys: Int32Array): Int32Array {
    const { count, firstWord, wordHashes } = this.pack;
    const rarestKeys = new Int32Array(keys.length);
    for (let pattern = 0; pattern < count; pattern++) {
      const from = firstWord[pattern] as number;
      const to = firstWord[pattern + 1] as number;
      if (from === to) continue;
      let rarest = this.rarestOf(keys, from, to);
      let key = keys[rarest] as number;
      if (!this.isRare(key)) {
        rarest = this.rarestOf(wordHashes, from, to);
        key = (wordHashes[rarest] as number) ^ LONE;
        if (this.timesOf(key) >= MAX_HOLDERS) continue;
        this.count(key);
      }
      rarestKeys[rarest] = key;
      markPresent(this.rarestPresence, key);
    }
    return rarestKeys;
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
    return this.slots[this.slot(key)] as number;
  }

  private count(key: number): void {
    const slot = this.slot(key);
    this.slots[slot] = (this.slots[slot] as number) + 1;
  }

  private file(key: number, word: number): void {
    const slot = this.slot(key);
    if ((this.slots[slot] as number) > MAX_HOLDERS) return;
    const place = (this.slots[slot + 1] as number) - 1;
    this.slots[slot + 1] = place;
    this.places[place] = word;
  }

  /** Visits the places of a run that begins with a word, if they are few; or only those that are their pattern's rarest. */
  visit(key: number, first: number, isRarest: boolean, visit: (place: number) => void): void {
    if (isRarest && !this.knows(key, this.rarestPresence)) return;
    const slot = this.slot(key);
    const count = this.slots[slot] as number;
    if (count > MAX_HOLDERS) return;
    const from = this.slots[slot + 1] as number;
    for (let i = from; i < from + count; i++) {
      const filed = this.places[i] as number;
      if (isRarest && filed >= 0) return;
      const place = filed < 0 ? ~filed : filed;
      if (this.pack.wordHashes[place] === first) visit(place);
    }
  }

  private isRare(key: number): boolean {
    return this.timesOf(key) <= MAX_PLACES;
  }

  private slot(key: number): number {
    return ((key ^ (key >>> 15)) << 1) & this.mask;
  }
}

function markPresent(bits: Int32Array, hash: number): void {
  const bit = presenceBit(hash);
  bits[bit >> 5] = (bits[bit >> 5] as number) | (1 << bit);
}

function presenceBit(hash: number): number {
  return (hash ^ (hash >>> 13)) & (PRESENCE_BITS - 1);
}

function longerKey(key: number, hash: number): number {
  return Math.imul(key ^ 0x5bd1e995, 0x9e3779b1) ^ Math.imul(hash + 1, 0x85ebca6b);
}
