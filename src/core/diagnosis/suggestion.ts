import type { Suggestion } from './index';
import { IntList } from './int-list';
import type { Patterns } from './pattern';
import { UNKNOWN, type Words } from './vocabulary';

/** A word that more patterns than this hold says too little about any of them. */
const MOST_HOLDERS = 64;
/** So many words of a text are looked at. */
const MOST_WORDS = 4096;
const MOST_SUGGESTIONS = 5;
/** A pattern of which less than this share is in the text is not suggested. */
const LEAST_SHARE = 0.4;

/** For each rare word the patterns that hold it; finds the rules that a text reminds of. */
export class Suggester {
  /** Patterns by word: those of word `w` are `holders` from `firsts[w]` to `firsts[w + 1]`. */
  private readonly firsts: Int32Array;
  private readonly holders: Int32Array;

  constructor(private readonly patterns: Patterns) {
    const size = patterns.vocabulary.size;
    const counts = new Int32Array(size + 1);
    const seen = new Int32Array(size).fill(-1);
    const pairs = new IntList(1024);
    for (let number = 0; number < patterns.count; number++) {
      const pattern = patterns.at(number);
      for (let word = pattern.firstWord; word < pattern.endWord; word++) {
        const id = patterns.wordIds.at(word);
        if (seen[id] === number) continue;
        seen[id] = number;
        counts[id] = (counts[id] as number) + 1;
        pairs.push(id);
        pairs.push(number);
      }
    }
    this.firsts = new Int32Array(size + 1);
    let sum = 0;
    for (let id = 0; id < size; id++) {
      this.firsts[id] = sum;
      if ((counts[id] as number) <= MOST_HOLDERS) sum += counts[id] as number;
    }
    this.firsts[size] = sum;
    this.holders = new Int32Array(sum);
    const next = this.firsts.slice();
    for (let pair = 0; pair < pairs.length; pair += 2) {
      const id = pairs.at(pair);
      if ((counts[id] as number) > MOST_HOLDERS) continue;
      this.holders[next[id] as number] = pairs.at(pair + 1);
      next[id] = (next[id] as number) + 1;
    }
  }

  /** Rules that share words with the text, best first. The score is the share of fixed text. */
  suggest(words: Words): Suggestion[] {
    const { patterns } = this;
    const shares = new Map<number, number>();
    const seen = new Set<number>();
    const count = Math.min(words.count, MOST_WORDS);
    for (let word = 0; word < count; word++) {
      const id = words.ids[word] as number;
      if (id === UNKNOWN || seen.has(id)) continue;
      seen.add(id);
      const length = (words.ends[word] as number) - (words.starts[word] as number);
      for (let i = this.firsts[id] as number; i < (this.firsts[id + 1] as number); i++) {
        const holder = this.holders[i] as number;
        shares.set(holder, (shares.get(holder) ?? 0) + length);
      }
    }
    const scores = new Map<number, number>();
    for (const [number, share] of shares) {
      const pattern = patterns.at(number);
      const score = Math.min(1, share / Math.max(1, pattern.weight));
      if (score >= LEAST_SHARE) scores.set(pattern.rule, Math.max(score, scores.get(pattern.rule) ?? 0));
    }
    return [...scores]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, MOST_SUGGESTIONS)
      .map(([rule, score]) => ({ ruleId: patterns.rules[rule]?.id ?? '', score }));
  }
}
