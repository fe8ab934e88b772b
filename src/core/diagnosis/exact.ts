import { Aligner, type Alignment } from './alignment';
import type { Claim } from './claim';
import type { IntList } from './int-list';
import { lineStart, type Stream } from './normalise';
import { openEnd } from './open-end';
import type { Pattern, Patterns } from './pattern';
import { NONE, SEVERAL, type Trie } from './trie';
import type { Words } from './vocabulary';
import { Walk } from './walk';

/** Steps of alignment that each character of the text earns, and the most that can be saved up. */
const STEPS_PER_CHARACTER = 64;
const MOST_STEPS = 1 << 20;

/**
 * Fields of a pattern: the first pattern of its signature; how far the text was tried for it in which run; and of that first
 * pattern, how far the signature was claimed in which run.
 */
const GROUP = 0;
const RUN = 1;
const TRIED_TO = 2;
const CLAIM_RUN = 3;
const CLAIMED_TO = 4;
const WIDTH = 5;

/** Finds messages that are intact: `exact` claims. */
export class ExactSearch {
  private readonly walk: Walk;
  /** Records of patterns, see `GROUP`. */
  private readonly data: Int32Array;
  private run = 0;

  constructor(
    private readonly patterns: Patterns,
    private readonly trie: Trie,
  ) {
    this.walk = new Walk(trie, patterns.vocabulary.size);
    this.data = new Int32Array(patterns.count * WIDTH);
    let group = 0;
    let before: Pattern | undefined;
    for (let number = 0; number < patterns.count; number++) {
      const pattern = patterns.at(number);
      if (pattern.rule !== before?.rule || pattern.signature !== before.signature) group = number;
      this.data[number * WIDTH + GROUP] = group;
      before = pattern;
    }
  }

  /** All claims that the words allow, overlapping or not. */
  find(text: string, stream: Stream, words: Words, endings: IntList, tell: (share: number) => void): Claim[] {
    const claims: Claim[] = [];
    const budget = { steps: MOST_STEPS };
    const aligner = new Aligner(this.patterns, text, stream, budget);
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
          const claim = this.claim(text, stream, words, aligner, number, start, end);
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

  /** How many fixed characters are there: quotation marks may be lost, and punctuation at the end. */
  private weigh(pattern: Pattern, { starts, ends }: Alignment): number {
    const { segmentStarts, segmentEnds } = this.patterns;
    let weight = 0;
    for (let i = 0; i < starts.length; i++) {
      const segment = pattern.firstSegment + i;
      const fixed = segmentEnds.at(segment) - segmentStarts.at(segment);
      weight += Math.min(fixed, (ends[i] as number) - (starts[i] as number));
    }
    return weight;
  }

  private alignAt(aligner: Aligner, pattern: Pattern, words: Words, word: number): Alignment | undefined {
    return aligner.align(pattern, pattern.firstWord, words.starts[word] as number);
  }

  /** Checks an arrival of the walk character by character. */
  private claim(
    text: string,
    stream: Stream,
    words: Words,
    aligner: Aligner,
    number: number,
    start: number,
    end: number,
  ): Claim | undefined {
    const { patterns, data } = this;
    const pattern = patterns.at(number);
    const first = patterns.wordIds.at(pattern.firstWord);
    const own = number * WIDTH;
    const group = (data[own + GROUP] as number) * WIDTH;
    const tried = data[own + RUN] === this.run ? (data[own + TRIED_TO] as number) : 0;
    const claimed = data[group + CLAIM_RUN] === this.run ? (data[group + CLAIMED_TO] as number) : 0;
    let word = nextWord(words, first, start, end, tried);
    if (word > end) return undefined;
    let alignment: Alignment | undefined;
    if ((words.starts[word] as number) < claimed) {
      // A message with another of its endings is there already: it is no part of this one's value.
      const later = nextWord(words, first, word, end, claimed);
      if (later <= end) alignment = this.alignAt(aligner, pattern, words, later);
      if (alignment) word = later;
    }
    alignment ??= this.alignAt(aligner, pattern, words, word);
    data[own + RUN] = this.run;
    data[own + TRIED_TO] = words.ends[alignment ? word : end] as number;
    if (!alignment) return undefined;
    const last = alignment.ends[alignment.ends.length - 1] as number;
    data[own + TRIED_TO] = last;
    data[group + CLAIM_RUN] = this.run;
    data[group + CLAIMED_TO] = Math.max(claimed, last);
    const [from, to] = extent(text, stream, pattern, alignment);
    return {
      pattern: number,
      alignment,
      gaps: pattern.gaps,
      certainty: 'exact',
      complete: true,
      start: from,
      end: to,
      weight: this.weigh(pattern, alignment),
    };
  }
}

/** The first word from `word` to `end` that starts at or after `from` in the stream and is the word `id`, or one past `end`. */
function nextWord(words: Words, id: number, word: number, end: number, from: number): number {
  let next = word;
  if (from === 0) return next;
  while (next <= end && ((words.starts[next] as number) < from || words.ids[next] !== id)) next++;
  return next;
}

/** The stretch a claim takes up: a value at the pattern's start or end reaches to its line's edge. */
function extent(text: string, stream: Stream, pattern: Pattern, alignment: Alignment): [number, number] {
  const { starts, ends } = alignment;
  const first = starts[0] as number;
  const last = ends[ends.length - 1] as number;
  const leading = pattern.gap(0).length > 0;
  const trailing = pattern.gap(starts.length).length > 0;
  return [leading ? lineStart(stream, first) : first, trailing ? openEnd(text, stream, first, last) : last];
}
