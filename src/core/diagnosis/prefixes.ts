import type { Patterns } from './pattern';
import { NONE, SEVERAL, type Trie } from './trie';

/** A beginning that more words than this have is too common to tell which of them was meant. */
const MOST_WORDS = 64;

/** A stretch of the vocabulary in alphabetical order, `end` exclusive. */
export interface PrefixRange {
  readonly first: number;
  readonly end: number;
}

/**
 * The vocabulary in alphabetical order: finds the words that a torn word may be the beginning of, in O(log words).
 */
export class Prefixes {
  private readonly order: Int32Array;

  constructor(private readonly patterns: Patterns) {
    this.order = this.sort();
  }

  /** The words that begin with the characters `from` to `to`. */
  range(chars: Uint16Array, from: number, to: number): PrefixRange {
    const first = this.first(chars, from, to);
    const most = Math.min(this.order.length, first + MOST_WORDS + 1);
    let end = first;
    while (end < most && this.compare(this.order[end] as number, chars, from, to) === 0) end++;
    return { first, end };
  }

  /**
   * The pattern to which alone, or to one of several of one rule, one of the words `range` leads.
   *
   * @param node the node of the words before it, or `NONE` if it is the first word
   * @returns `NONE` if it leads nowhere, `SEVERAL` if it may lead to several rules or leads to too many words
   */
  follow(trie: Trie, node: number, range: PrefixRange): number {
    if (range.end - range.first > MOST_WORDS) return SEVERAL;
    const { order } = this;
    const { patterns } = this;
    let only = NONE;
    for (let i = range.first; i < range.end; i++) {
      const word = order[i] as number;
      const next = node === NONE ? (trie.roots[word] as number) : trie.follow(node, word);
      if (next === NONE) continue;
      const pattern = trie.onlyPattern(next);
      if (pattern === SEVERAL || (only !== NONE && patterns.ruleOf(only) !== patterns.ruleOf(pattern))) {
        return SEVERAL;
      }
      only = pattern;
    }
    return only;
  }

  /** Whether the characters `from` to `to` are a true beginning of a word of the vocabulary. */
  isBeginning(word: number, chars: Uint16Array, from: number, to: number): boolean {
    return to - from < this.patterns.vocabulary.lengths.at(word) && this.compare(word, chars, from, to) === 0;
  }

  private first(chars: Uint16Array, from: number, to: number): number {
    const { order } = this;
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compare(order[middle] as number, chars, from, to) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether a word comes before, among or after those that begin with the characters `from` to `to`. */
  private compare(word: number, chars: Uint16Array, from: number, to: number): number {
    const { vocabulary, literals } = this.patterns;
    const place = vocabulary.places.at(word);
    const length = vocabulary.lengths.at(word);
    for (let i = 0; i < to - from; i++) {
      if (i === length) return -1;
      const difference = (literals.chars[place + i] as number) - (chars[from + i] as number);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  private sort(): Int32Array {
    const { vocabulary, literals } = this.patterns;
    const order = Int32Array.from({ length: vocabulary.size }, (_, word) => word);
    return order.sort((a, b) => {
      const start = vocabulary.places.at(a);
      return -this.compare(b, literals.chars, start, start + vocabulary.lengths.at(a)) || a - b;
    });
  }
}
