import type { IntList } from './int-list';
import type { Patterns } from './pattern';

/** A word, or a run of words, that stands at more places in the pack than this is not rare. */
const MOST_PLACES = 16;
const EMPTY = 0;

/** A run's record holds its hash, or `EMPTY`; how often it stands in the pack; and the first of its places, if it is rare. */
const COUNT = 1;
const FIRST = 2;
const WIDTH = 3;

/** Whether the pair of neighbours that begins with a word, neither of them rare, is rare itself. */
const RARE = 1;
const COMMON = 2;

/**
 * Where in the pack each rare run of one, two or three neighbouring words stands. A run of two is indexed only if
 * neither of its words is rare alone, a run of three only if neither of its pairs is, so that the index is small; and it
 * is complete: all patterns that hold a rare run are found through it, which tells whether a fragment is unique.
 */
export class RareIndex {
  /** How often each word stands in the pack. */
  private readonly wordCounts: Int32Array;
  /** Hash table of runs, a record after the other, see `COUNT`. */
  private table: Int32Array;
  private runs = 0;
  /** The places of words (first) and of runs, as stretches of `places`; each place is a word of `Patterns`. */
  private readonly wordFirst: Int32Array;
  private readonly places: Int32Array;
  /** By word the places of patterns without any rare run. */
  private readonly orphans = new Map<number, number[]>();

  constructor(patterns: Patterns) {
    const { vocabulary, wordIds } = patterns;
    const count = wordIds.length;
    const ids = new Int32Array(count);
    // About a third of the words of a large pack begin a run of their own.
    let slots = 16;
    while (slots < count) slots *= 2;
    this.table = new Int32Array(slots * WIDTH);
    const counts = new Int32Array(vocabulary.size);
    for (let word = 0; word < count; word++) {
      const id = wordIds.at(word);
      ids[word] = id;
      counts[id] = (counts[id] as number) + 1;
    }
    this.wordCounts = counts;
    const pair = (word: number) => pairHash(ids[word] as number, ids[word + 1] as number);
    const triple = (word: number) => pairHash(pair(word), ids[word + 2] as number);
    // Looked up once, for the table of a large pack is slow.
    const pairs = new Uint8Array(count + 1);
    for (let word = 0; word < count; word++) {
      if (this.isRare(ids[word] as number) || !patterns.isJoined(word)) continue;
      if (this.isRare(ids[word + 1] as number)) continue;
      pairs[word] = RARE;
      this.countRun(pair(word));
    }
    for (let word = 0; word < count; word++) {
      if (pairs[word] === RARE && !this.isRareRun(this.slotOf(pair(word)))) pairs[word] = COMMON;
    }
    const isTriple = (word: number) => pairs[word] === COMMON && pairs[word + 1] === COMMON;
    for (let word = 0; word < count; word++) if (isTriple(word)) this.countRun(triple(word));
    // Each stretch is filled from its end, so that its first place is known when it is full.
    this.wordFirst = new Int32Array(vocabulary.size + 1);
    let sum = 0;
    for (let word = 0; word < vocabulary.size; word++) {
      if (this.isRare(word)) sum += counts[word] as number;
      this.wordFirst[word] = sum;
    }
    this.wordFirst[vocabulary.size] = sum;
    const { table, wordFirst } = this;
    for (let slot = 0; slot < table.length; slot += WIDTH) {
      if (this.isRareRun(slot)) sum += table[slot + COUNT] as number;
      table[slot + FIRST] = sum;
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
      if (this.isRare(id)) {
        place(word, wordFirst, id);
      } else if (pairs[word] === RARE || isTriple(word)) {
        const slot = this.slotOf(pairs[word] === RARE ? pair(word) : triple(word));
        if (this.isRareRun(slot)) place(word, table, slot + FIRST);
      }
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
    const { table } = this;
    let slot = this.slotOf(pairHash(first, second));
    if (table[slot] === EMPTY) return;
    if (!this.isRareRun(slot)) {
      if (third < 0 || this.isRare(third)) return;
      if (this.isRareRun(this.slotOf(pairHash(second, third)))) return;
      slot = this.slotOf(pairHash(pairHash(first, second), third));
      if (table[slot] === EMPTY || !this.isRareRun(slot)) return;
    }
    const from = table[slot + FIRST] as number;
    this.append(from, from + (table[slot + COUNT] as number), into);
  }

  private append(from: number, to: number, into: IntList): void {
    for (let at = from; at < to; at++) into.push(this.places[at] as number);
  }

  /** Whether a run stands at few places of the pack, or at none. */
  private isRareRun(slot: number): boolean {
    return (this.table[slot + COUNT] as number) <= MOST_PLACES;
  }

  /** Where in the table the record of a run is, or would be. */
  private slotOf(hash: number): number {
    const { table } = this;
    const mask = table.length / WIDTH - 1;
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const known = table[slot * WIDTH];
      if (known === EMPTY || known === hash) return slot * WIDTH;
    }
  }

  private countRun(hash: number): void {
    let slot = this.slotOf(hash);
    if (this.table[slot] === EMPTY) {
      if (this.runs * 2 * WIDTH >= this.table.length) {
        this.grow();
        slot = this.slotOf(hash);
      }
      this.table[slot] = hash;
      this.runs++;
    }
    this.table[slot + COUNT] = (this.table[slot + COUNT] as number) + 1;
  }

  private grow(): void {
    const before = this.table;
    this.table = new Int32Array(before.length * 2);
    for (let old = 0; old < before.length; old += WIDTH) {
      if (before[old] === EMPTY) continue;
      const slot = this.slotOf(before[old] as number);
      this.table[slot] = before[old] as number;
      this.table[slot + COUNT] = before[old + COUNT] as number;
    }
  }
}

/** A number for a run of words from the number of its first part and its last word; never `EMPTY`. */
function pairHash(first: number, second: number): number {
  const mixed = Math.imul(first ^ 0x5bd1e995, 0x9e3779b1) ^ Math.imul(second + 1, 0x85ebca6b);
  return mixed === EMPTY ? 1 : mixed;
}
