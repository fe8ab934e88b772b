import { Aligner, type Alignment } from './alignment';
import type { Claim } from './claim';
import type { IntList } from './int-list';
import { lineEnd, lineStart, type Stream } from './normalise';
import type { Pattern, Patterns } from './pattern';
import { NONE, SEVERAL, type Trie } from './trie';
import type { Words } from './vocabulary';
import { Walk } from './walk';

/** Steps of alignment that each character of the text earns, and the most that can be saved up. */
const STEPS_PER_CHARACTER = 64;
const MOST_STEPS = 1 << 20;

/** Finds messages that are intact: `exact` claims. */
export class ExactSearch {
  private readonly walk: Walk;
  /** Per pattern the end of its last claim in this run, valid if `runs` says so. */
  private readonly claimedTo: Int32Array;
  private readonly runs: Int32Array;
  private run = 0;

  constructor(
    private readonly patterns: Patterns,
    private readonly trie: Trie,
  ) {
    this.walk = new Walk(trie, patterns.vocabulary.size);
    this.claimedTo = new Int32Array(patterns.count);
    this.runs = new Int32Array(patterns.count);
  }

  /** All claims that the words allow, overlapping or not. */
  find(stream: Stream, words: Words, endings: IntList, tell: (share: number) => void): Claim[] {
    const claims: Claim[] = [];
    const budget = { steps: MOST_STEPS };
    const aligner = new Aligner(this.patterns, stream, budget);
    this.run++;
    let earned = 0;
    this.walk.run(
      stream,
      words,
      (node, start, end) => {
        const at = words.ends[end] as number;
        budget.steps = Math.min(MOST_STEPS, budget.steps + (at - earned) * STEPS_PER_CHARACTER);
        earned = at;
        tell(at / stream.length);
        for (let number = this.trie.patternAt(node); number !== NONE; ) {
          if (budget.steps < 0) return;
          const claim = this.claim(stream, words, aligner, number, start, end);
          if (claim) claims.push(claim);
          number = this.trie.nextPattern[number] as number;
        }
      },
      (node, start, last, torn) => {
        // A line that ends within a value, or within the last word, may be one of several messages below the node.
        if (torn || this.trie.onlyPattern(node) !== SEVERAL) {
          endings.push(node);
          endings.push(start);
          endings.push(last);
        }
      },
    );
    return claims;
  }

  /** Checks an arrival of the walk character by character. */
  private claim(
    stream: Stream,
    words: Words,
    aligner: Aligner,
    number: number,
    start: number,
    end: number,
  ): Claim | undefined {
    const pattern = this.patterns.at(number);
    const first = this.patterns.wordIds.at(pattern.firstWord);
    let word = start;
    if (this.runs[number] === this.run) {
      const claimed = this.claimedTo[number] as number;
      while (word <= end && ((words.starts[word] as number) < claimed || words.ids[word] !== first))
        word++;
      if (word > end) return undefined;
    }
    const alignment = aligner.align(pattern, pattern.firstWord, words.starts[word] as number);
    this.runs[number] = this.run;
    this.claimedTo[number] = words.ends[alignment ? word : end] as number;
    if (!alignment) return undefined;
    const last = alignment.ends.length - 1;
    this.claimedTo[number] = alignment.ends[last] as number;
    const [from, to] = extent(stream, pattern, alignment);
    return {
      pattern: number,
      alignment,
      gaps: pattern.gaps,
      certainty: 'exact',
      complete: true,
      start: from,
      end: to,
      weight: pattern.weight - aligner.match.missing,
    };
  }
}

/** The stretch a claim takes up: a value at the pattern's start or end reaches to its line's edge. */
function extent(stream: Stream, pattern: Pattern, alignment: Alignment): [number, number] {
  const { starts, ends } = alignment;
  const first = starts[0] as number;
  const last = ends[ends.length - 1] as number;
  const leading = pattern.gap(0).length > 0;
  const trailing = pattern.gap(starts.length).length > 0;
  return [leading ? lineStart(stream, first) : first, trailing ? lineEnd(stream, last) : last];
}
