import type { Stream } from './normalise';
import { AFTER_BLANK, AFTER_BREAK } from './normalise';
import { doubled, OpenGaps } from './open-gaps';
import { NONE, type Trie } from './trie';
import { UNKNOWN, type Words } from './vocabulary';

/** A value may be this many words long. */
const LONGEST_VALUE = 1024;
/** Gaps with more edges than this are looked up word by word instead of being spread over the words they wait for. */
const MOST_SPREAD = 16;
/** So many wide gaps, and so many states a word, are followed at once; further ones are dropped. */
const MOST_WIDE = 16;
const MOST_STATES = 64;
/** So many entries of one word's waiting list are looked at. */
const MOST_WAITING = 64;

/** What the walk reports: all words of the patterns that end at `node` stand, in order, from word `start` to `end`. */
export type Arrival = (node: number, start: number, end: number) => void;

/**
 * What the walk reports where a line ends: the words of the patterns at or below `node` stand, as far as the line goes, from
 * word `start` to its last word, which is the beginning of a word of theirs if `torn`. A line of a single unknown word is
 * reported with no node.
 */
export type Break = (node: number, start: number, last: number, torn: boolean) => void;

/**
 * Walks all patterns of a trie along a text at once. Each state is a node reached at the current word; a node with a
 * gap makes the words that may follow the value wait for their turn. Work per word is bounded by the constants above,
 * whatever the signatures and the text are.
 */
export class Walk {
  private states = new Int32Array(MOST_STATES);
  private starts = new Int32Array(MOST_STATES);
  private count = 0;
  private nextStates = new Int32Array(MOST_STATES);
  private nextStarts = new Int32Array(MOST_STATES);
  private nextCount = 0;

  /** Per word the head of the list of nodes that wait for it, valid if that entry exists and is one of the word's. */
  private readonly waiting: Int32Array;
  private entryWord = new Int32Array(256);
  private entryNext = new Int32Array(256);
  private entryNode = new Int32Array(256);
  private entryGap = new Int32Array(256);
  private entries = 0;
  private readonly gaps = new OpenGaps();
  private wide = new Int32Array(MOST_WIDE);
  private wideCount = 0;
  /** How many states the word before the last one had. */
  private earlier = 0;
  /** For each word of this line the last place where it stands; for every other one an earlier line's, or none. */
  private readonly lastAt: Int32Array;

  constructor(
    private readonly trie: Trie,
    vocabularySize: number,
  ) {
    this.waiting = new Int32Array(vocabularySize);
    this.lastAt = new Int32Array(vocabularySize);
  }

  /** Walks all words, line by line, and reports every arrival, in the order of its last word. */
  run(stream: Stream, words: Words, arrive: Arrival, end: Break): void {
    this.count = 0;
    this.earlier = 0;
    this.lastAt.fill(NONE);
    for (let first = 0, next = 0; first < words.count; first = next) {
      const flags = this.flagsBefore(stream, words, first);
      // No message goes on after an empty line.
      if ((flags & AFTER_BLANK) !== 0) this.count = 0;
      this.forgetGaps();
      do {
        const id = words.ids[next] as number;
        if (id !== UNKNOWN) this.lastAt[id] = next;
        next++;
      } while (next < words.count && (this.flagsBefore(stream, words, next) & AFTER_BREAK) === 0);
      for (let word = first; word < next; word++) this.step(words.ids[word] as number, word, arrive);
      this.endLine(end, first, next - 1, words);
    }
  }

  private step(id: number, word: number, arrive: Arrival): void {
    this.earlier = this.count;
    this.nextCount = 0;
    if (id !== UNKNOWN) this.advance(id, word, arrive);
    const { states, starts } = this;
    this.states = this.nextStates;
    this.starts = this.nextStarts;
    this.count = this.nextCount;
    this.nextStates = states;
    this.nextStarts = starts;
  }

  /** The flags of the white space before a word, be there punctuation before it or not. */
  private flagsBefore(stream: Stream, words: Words, word: number): number {
    let at = words.starts[word] as number;
    let flags = stream.flags[at] as number;
    const stop = word > 0 ? (words.ends[word - 1] as number) : at;
    while (--at >= stop) flags |= stream.flags[at] as number;
    return flags;
  }

  /**
   * Reports the states at a line's end: those of its last word, those of the word before it, and open values. The line
   * goes from word `first` to `last`.
   */
  private endLine(end: Break, first: number, last: number, words: Words): void {
    const unknown = words.ids[last] === UNKNOWN;
    if (unknown && first === last) end(NONE, first, last, true);
    for (let i = 0; i < this.count; i++) {
      end(this.states[i] as number, this.starts[i] as number, last, false);
    }
    // The states of the word before are in the arrays that the next word will use.
    for (let i = 0; i < this.earlier; i++) {
      end(this.nextStates[i] as number, this.nextStarts[i] as number, last, true);
    }
    const gaps = Math.min(this.gaps.count, MOST_WIDE);
    for (let gap = 0; gap < gaps; gap++) {
      const torn = unknown && last - 1 > (this.gaps.since[gap] as number);
      end(this.gaps.states[gap] as number, this.gaps.starts[gap] as number, last, torn);
    }
  }

  private advance(id: number, word: number, arrive: Arrival): void {
    const { trie } = this;
    for (let i = 0; i < this.count; i++) {
      const next = trie.follow(this.states[i] as number, id);
      if (next !== NONE) this.reach(next, this.starts[i] as number);
    }
    this.wake(id, word);
    for (let i = 0; i < this.wideCount; i++) {
      const gap = this.wide[i] as number;
      if (this.isStale(gap, word)) continue;
      const next = trie.follow(this.gaps.states[gap] as number, id);
      if (next !== NONE) this.reach(next, this.gaps.starts[gap] as number);
    }
    const root = trie.roots[id] as number;
    if (root !== NONE) this.reach(root, word);

    for (let i = 0; i < this.nextCount; i++) {
      const node = this.nextStates[i] as number;
      const start = this.nextStarts[i] as number;
      const gap = trie.gapOf(node);
      if (gap !== NONE) this.open(gap, start, word);
      if (trie.patternAt(node) !== NONE) arrive(node, start, word);
    }
  }

  /** Adds a state. A node is reached once a word at most: a tree leads to it from one node only. */
  private reach(node: number, start: number): void {
    if (this.nextCount === MOST_STATES) return;
    this.nextStates[this.nextCount] = node;
    this.nextStarts[this.nextCount++] = start;
  }

  /** Follows the nodes that wait for this word. */
  private wake(id: number, word: number): void {
    let looked = 0;
    for (let entry = this.firstWaiting(id); entry !== NONE; ) {
      if (looked++ === MOST_WAITING) return;
      const gap = this.entryGap[entry] as number;
      if (!this.isStale(gap, word)) {
        this.reach(this.entryNode[entry] as number, this.gaps.starts[gap] as number);
      }
      entry = this.entryNext[entry] as number;
    }
  }

  /** Lets a value begin after `word`: from now on, what follows the value is waited for. */
  private open(state: number, start: number, word: number): void {
    const { trie, gaps } = this;
    const known = gaps.find(state);
    if (known !== NONE) {
      // The earliest start holds, as long as the value does not grow too long.
      if (this.isStale(known, word + LONGEST_VALUE / 2)) this.setGap(known, start, word);
      return;
    }
    const gap = gaps.open(state);
    this.setGap(gap, start, word);
    const edges = trie.edgesOf(state);
    if (edges > MOST_SPREAD) {
      if (this.wideCount < MOST_WIDE) this.wide[this.wideCount++] = gap;
      else this.wide[gap % MOST_WIDE] = gap;
      return;
    }
    const first = trie.firstEdge(state);
    if (first === NONE) {
      this.wait(trie.wordAfter(state), state + 1, gap, word);
      return;
    }
    for (let edge = first; edge < first + edges; edge++) {
      this.wait(trie.wordOf(edge), trie.targetOf(edge), gap, word);
    }
  }

  private setGap(gap: number, start: number, word: number): void {
    this.gaps.since[gap] = word;
    this.gaps.starts[gap] = start;
  }

  /** Whether a value that began with this gap would be too long at `word`. */
  private isStale(gap: number, word: number): boolean {
    return word - (this.gaps.since[gap] as number) > LONGEST_VALUE;
  }

  /** Makes the state that the word `id` leads to wait for it, if the line has it after `word`. */
  private wait(id: number, node: number, gap: number, word: number): void {
    if ((this.lastAt[id] as number) <= word) return;
    if (this.entries === this.entryNode.length) this.growEntries();
    const next = this.firstWaiting(id);
    const entry = this.entries++;
    this.entryNode[entry] = node;
    this.entryGap[entry] = gap;
    this.entryNext[entry] = next;
    this.entryWord[entry] = id;
    this.waiting[id] = entry;
  }

  private firstWaiting(id: number): number {
    const entry = this.waiting[id] as number;
    return entry < this.entries && this.entryWord[entry] === id ? entry : NONE;
  }

  private forgetGaps(): void {
    this.entries = 0;
    this.gaps.clear();
    this.wideCount = 0;
  }

  private growEntries(): void {
    this.entryWord = doubled(this.entryWord);
    this.entryNext = doubled(this.entryNext);
    this.entryNode = doubled(this.entryNode);
    this.entryGap = doubled(this.entryGap);
  }
}
