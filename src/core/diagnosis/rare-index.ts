import type { IntList } from './int-list';
import type { Patterns } from './pattern';
import { Records } from './records';

/** A word, or a run of words, that stands at more places in the pack than this is not rare. */
const MOST_PLACES = 16;
/** No run. */
const NONE = -1;

/** Fields of a run: how often it stands in the pack, and the first of its places, if it is rare. */
const COUNT = 0;
const FIRST = 1;
const RUN = 2;

/** Fields of a slot of the hash table: a run's hash, and its number or `NONE`. */
const HASH = 0;
const NUMBER = 1;
const SLOT = 2;

/**
 * Where in the pack each rare run of one, two or three neighbouring words stands. A run of two is indexed only if
 * neither of its words is rare alone, a run of three only if neither of its pairs is, so that the index is small; and it
 * is complete: all patterns that hold a rare run are found through it, which tells whether a fragment is unique.
 */
export class RareIndex {
  /** How often each word stands in the pack. */
  private readonly wordCounts: Int32Array;
  /** The runs, in the order in which the pack first has them: who goes through the pack goes through them. */
  private readonly runs: Records;
  /** Hash table of runs. */
  private table: Int32Array;
  /** The places of words (first) and of runs, as stretches of `places`; each place is a word of `Patterns`. */
  private readonly wordFirst: Int32Array;
  private readonly places: Int32Array;
  /** By word the places of patterns without any rare run. */
  private readonly orphans = new Map<number, number[]>();

  constructor(patterns: Patterns) {
    const { vocabulary, wordIds } = patterns;
    const count = wordIds.length;
    const ids = new Int32Array(count);
    // About half of the words of a large pack begin a run of their own.
    this.runs = new Records(RUN, Math.max(16, count >> 1));
    let slots = 16;
    while (slots < count) slots *= 2;
    this.table = new Int32Array(slots * SLOT).fill(NONE);
    const counts = new Int32Array(vocabulary.size);
    for (let word = 0; word < count; word++) {
      const id = wordIds.at(word);
      ids[word] = id;
      counts[id] = (counts[id] as number) + 1;
    }
    this.wordCounts = counts;
    const pair = (word: number) => pairHash(ids[word] as number, ids[word + 1] as number);
    const triple = (word: number) => pairHash(pair(word), ids[word + 2] as number);
    // The run that begins with each word: found once, for the table of a large pack is slow.
    const runOf = new Int32Array(count + 1).fill(NONE);
    for (let word = 0; word < count; word++) {
      if (this.isRare(ids[word] as number) || !patterns.isJoined(word)) continue;
      if (!this.isRare(ids[word + 1] as number)) runOf[word] = this.countRun(pair(word));
    }
    for (let word = 0; word < count; word++) {
      const isTriple = this.isCommon(runOf[word] as number) && this.isCommon(runOf[word + 1] as number);
      if (isTriple) runOf[word] = this.countRun(triple(word));
    }
    // Each stretch is filled from its end, so that its first place is known when it is full.
    this.wordFirst = new Int32Array(vocabulary.size + 1);
    let sum = 0;
    for (let word = 0; word < vocabulary.size; word++) {
      if (this.isRare(word)) sum += counts[word] as number;
      this.wordFirst[word] = sum;
    }
    this.wordFirst[vocabulary.size] = sum;
    const { data } = this.runs;
    for (let run = 0; run < this.runs.length; run++) {
      if (!this.isCommon(run)) sum += data[run * RUN + COUNT] as number;
      data[run * RUN + FIRST] = sum;
    }
    this.places = new Int32Array(sum);
    const placed = new Uint8Array(count);
    const place = (word: number, firsts: Int32Array, entry: number) => {
      const first = (firsts[entry] as number) - 1;
      firsts[entry] = first;
      this.places[first] = word;
      placed[word] = 1;
    };
    for (let word = count - 1; word >= 0; word--) {
      const id = ids[word] as number;
      const run = runOf[word] as number;
      if (this.isRare(id)) place(word, this.wordFirst, id);
      else if (run !== NONE && !this.isCommon(run)) place(word, data, run * RUN + FIRST);
    }
    this.addOrphans(patterns, placed);
  }

  /** Files each pattern that holds no rare run under the rarest of its words, as long as few others are there. */
  private addOrphans(patterns: Patterns, placed: Uint8Array): void {
    for (let number = 0; number < patterns.count; number++) {
      const pattern = patterns.at(number);
      let word = pattern.firstWord;
      while (word < pattern.endWord && placed[word] === 0) word++;
      if (word < pattern.endWord) continue;
      let rarest = pattern.firstWord;
      for (word = rarest + 1; word < pattern.endWord; word++) {
        if (this.countOf(patterns.wordIds.at(word)) < this.countOf(patterns.wordIds.at(rarest))) rarest = word;
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
    let run = this.find(pairHash(first, second));
    if (this.isCommon(run)) {
      if (third < 0 || this.isRare(third)) return;
      if (!this.isCommon(this.find(pairHash(second, third)))) return;
      run = this.find(pairHash(pairHash(first, second), third));
    }
    if (run === NONE || this.isCommon(run)) return;
    const from = this.runs.data[run * RUN + FIRST] as number;
    this.append(from, from + (this.runs.data[run * RUN + COUNT] as number), into);
  }

  private append(from: number, to: number, into: IntList): void {
    for (let at = from; at < to; at++) into.push(this.places[at] as number);
  }

  /** Whether there is such a run, and it stands at many places of the pack. */
  private isCommon(run: number): boolean {
    return run !== NONE && (this.runs.data[run * RUN + COUNT] as number) > MOST_PLACES;
  }

  /** The number of the run with this hash, or `NONE`. */
  private find(hash: number): number {
    return this.table[this.slotOf(hash) + NUMBER] as number;
  }

  /** Where in the table a run is, or would be. */
  private slotOf(hash: number): number {
    const { table } = this;
    const mask = table.length / SLOT - 1;
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const at = slot * SLOT;
      if (table[at + NUMBER] === NONE || table[at + HASH] === hash) return at;
    }
  }

  /** Counts a run once more, and returns its number. */
  private countRun(hash: number): number {
    const slot = this.slotOf(hash);
    let run = this.table[slot + NUMBER] as number;
    if (run === NONE) {
      run = this.runs.length;
      this.runs.add();
      this.table[slot + HASH] = hash;
      this.table[slot + NUMBER] = run;
      if (this.runs.length * 2 * SLOT >= this.table.length) this.grow();
    }
    const at = run * RUN + COUNT;
    this.runs.data[at] = (this.runs.data[at] as number) + 1;
    return run;
  }

  private grow(): void {
    const before = this.table;
    this.table = new Int32Array(before.length * 2).fill(NONE);
    for (let old = 0; old < before.length; old += SLOT) {
      if (before[old + NUMBER] === NONE) continue;
      const slot = this.slotOf(before[old + HASH] as number);
      this.table[slot + HASH] = before[old + HASH] as number;
      this.table[slot + NUMBER] = before[old + NUMBER] as number;
    }
  }
}

/** A number for a run of words from the number of its first part and its last word. */
function pairHash(first: number, second: number): number {
  return Math.imul(first ^ 0x5bd1e995, 0x9e3779b1) ^ Math.imul(second + 1, 0x85ebca6b);
}
