import type { IntList } from './int-list';
import type { Pattern, Patterns } from './pattern';

/** A word, or a run of words, that stands at more places in the pack than this is not rare. */
const MOST_PLACES = 16;
const EMPTY = 0;

/**
 * Where in the pack each rare run of one, two or three neighbouring words stands. A run of two is indexed only if
 * neither of its words is rare alone, a run of three only if neither of its pairs is, so that the index is small; and it
 * is complete: all patterns that hold a rare run are found through it, which tells whether a fragment is unique.
 */
export class RareIndex {
  /** How often each word stands in the pack. */
  private readonly wordCounts: Int32Array;
  /** Hash table of runs: their hash, and how often they stand in the pack. */
  private runHashes = new Int32Array(1024);
  private runCounts = new Int32Array(1024);
  private runs = 0;
  /** The places of words (first) and of runs, as stretches of `places`; each place is a word of `Patterns`. */
  private readonly wordFirst: Int32Array;
  private readonly runFirst: Int32Array;
  private readonly places: Int32Array;
  /** By word the places of patterns without any rare run. */
  private readonly orphans = new Map<number, number[]>();

  constructor(patterns: Patterns) {
    const { vocabulary, wordIds, wordSegments } = patterns;
    const counts = new Int32Array(vocabulary.size);
    for (let word = 0; word < wordIds.length; word++) {
      const id = wordIds.at(word);
      counts[id] = (counts[id] as number) + 1;
    }
    this.wordCounts = counts;
    const id = (word: number) => wordIds.data[word] as number;
    const joined = (word: number) =>
      word + 1 < wordIds.length && wordSegments.data[word] === wordSegments.data[word + 1];
    const count = wordIds.length;
    for (let word = 0; word < count; word++) {
      if (joined(word) && !this.isRare(id(word)) && !this.isRare(id(word + 1))) {
        this.countRun(pairHash(id(word), id(word + 1)));
      }
    }
    for (let word = 0; word < count; word++) {
      if (!joined(word) || !joined(word + 1)) continue;
      const triple = this.tripleOf(id(word), id(word + 1), id(word + 2));
      if (triple !== EMPTY) this.countRun(triple);
    }
    this.wordFirst = new Int32Array(vocabulary.size + 1);
    let sum = 0;
    for (let word = 0; word < vocabulary.size; word++) {
      this.wordFirst[word] = sum;
      if (this.isRare(word)) sum += counts[word] as number;
    }
    this.wordFirst[vocabulary.size] = sum;
    this.runFirst = new Int32Array(this.runHashes.length);
    for (let slot = 0; slot < this.runHashes.length; slot++) {
      this.runFirst[slot] = sum;
      const places = this.runCounts[slot] as number;
      if (this.runHashes[slot] !== EMPTY && places <= MOST_PLACES) sum += places;
    }
    this.places = new Int32Array(sum);
    const placed = new Uint8Array(count);
    const wordNext = this.wordFirst.slice();
    const runNext = this.runFirst.slice();
    for (let word = 0; word < count; word++) {
      if (this.isRare(id(word))) {
        const at = wordNext[id(word)] as number;
        this.places[at] = word;
        placed[word] = 1;
        wordNext[id(word)] = at + 1;
        continue;
      }
      if (!joined(word) || this.isRare(id(word + 1))) continue;
      let slot = this.slotOf(pairHash(id(word), id(word + 1)));
      if ((this.runCounts[slot] as number) > MOST_PLACES) {
        if (!joined(word + 1)) continue;
        const triple = this.tripleOf(id(word), id(word + 1), id(word + 2));
        if (triple === EMPTY) continue;
        slot = this.slotOf(triple);
        if ((this.runCounts[slot] as number) > MOST_PLACES) continue;
      }
      const at = runNext[slot] as number;
      this.places[at] = word;
      placed[word] = 1;
      runNext[slot] = at + 1;
    }
    this.addOrphans(patterns, placed);
  }

  /** Files each pattern that holds no rare run under the rarest of its words, as long as few others are there. */
  private addOrphans(patterns: Patterns, placed: Uint8Array): void {
    for (const pattern of patterns.all) {
      let word = pattern.firstWord;
      while (word < pattern.endWord && placed[word] === 0) word++;
      if (word < pattern.endWord) continue;
      let rarest = pattern.firstWord;
      for (word = rarest + 1; word < pattern.endWord; word++) {
        if (this.countOf(patterns.wordIds.at(word)) < this.countOf(patterns.wordIds.at(rarest)))
          rarest = word;
      }
      if (rarest === pattern.endWord) continue;
      const id = patterns.wordIds.at(rarest);
      const others = this.orphans.get(id);
      if (!others) this.orphans.set(id, [rarest]);
      else if (others.length < MOST_PLACES) others.push(rarest);
    }
  }

  /** Whether a word stands at few places of the pack. */
  isRare(id: number): boolean {
    return (this.wordCounts[id] as number) <= MOST_PLACES;
  }

  /** How often a word stands in the pack. */
  countOf(id: number): number {
    return this.wordCounts[id] as number;
  }

  /**
   * Appends to `into` the places of the rare run that begins with the words `first`, `second`, `third` (numbers of the
   * vocabulary; negative where there is none), each as an index in `Patterns`' word arrays. At most a fixed number.
   */
  lookUp(first: number, second: number, third: number, into: IntList): void {
    if (first < 0) return;
    if (this.isRare(first)) {
      this.append(this.wordFirst[first] as number, this.wordFirst[first + 1] as number, into);
      return;
    }
    const orphans = this.orphans.size > 0 ? this.orphans.get(first) : undefined;
    if (orphans) for (const place of orphans) into.push(place);
    if (second < 0 || this.isRare(second)) return;
    let slot = this.slotOf(pairHash(first, second));
    if (this.runHashes[slot] === EMPTY) return;
    if ((this.runCounts[slot] as number) > MOST_PLACES) {
      if (third < 0) return;
      const triple = this.tripleOf(first, second, third);
      if (triple === EMPTY) return;
      slot = this.slotOf(triple);
      if (this.runHashes[slot] === EMPTY || (this.runCounts[slot] as number) > MOST_PLACES) return;
    }
    const from = this.runFirst[slot] as number;
    this.append(from, from + (this.runCounts[slot] as number), into);
  }

  private append(from: number, to: number, into: IntList): void {
    for (let at = from; at < to; at++) into.push(this.places[at] as number);
  }

  /** The hash of a run of three, or `EMPTY` if one of its pairs is rare. */
  private tripleOf(first: number, second: number, third: number): number {
    if (this.isRare(first) || this.isRare(second) || this.isRare(third)) return EMPTY;
    const left = pairHash(first, second);
    if ((this.runCounts[this.slotOf(left)] as number) <= MOST_PLACES) return EMPTY;
    const right = this.slotOf(pairHash(second, third));
    if ((this.runCounts[right] as number) <= MOST_PLACES) return EMPTY;
    return pairHash(left, third);
  }

  private slotOf(hash: number): number {
    const mask = this.runHashes.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (this.runHashes[slot] !== EMPTY && this.runHashes[slot] !== hash)
      slot = (slot + 1) & mask;
    return slot;
  }

  private countRun(hash: number): void {
    let slot = this.slotOf(hash);
    if (this.runHashes[slot] === EMPTY) {
      if (this.runs * 2 >= this.runHashes.length) {
        this.grow();
        slot = this.slotOf(hash);
      }
      this.runHashes[slot] = hash;
      this.runs++;
    }
    this.runCounts[slot] = (this.runCounts[slot] as number) + 1;
  }

  private grow(): void {
    const { runHashes, runCounts } = this;
    this.runHashes = new Int32Array(runHashes.length * 2);
    this.runCounts = new Int32Array(runHashes.length * 2);
    for (let old = 0; old < runHashes.length; old++) {
      if (runHashes[old] === EMPTY) continue;
      const slot = this.slotOf(runHashes[old] as number);
      this.runHashes[slot] = runHashes[old] as number;
      this.runCounts[slot] = runCounts[old] as number;
    }
  }
}

/** A number for a run of words from the number of its first part and its last word; never `EMPTY`. */
function pairHash(first: number, second: number): number {
  const mixed = Math.imul(first ^ 0x5bd1e995, 0x9e3779b1) ^ Math.imul(second + 1, 0x85ebca6b);
  return mixed === EMPTY ? 1 : mixed;
}

/** The pattern that each word of the pack belongs to. */
export function wordOwners(patterns: Patterns): Int32Array {
  const owners = new Int32Array(patterns.wordIds.length);
  for (let number = 0; number < patterns.all.length; number++) {
    const pattern = patterns.all[number] as Pattern;
    owners.fill(number, pattern.firstWord, pattern.endWord);
  }
  return owners;
}
