import { Aligner, type Alignment, lineEnd, lineStart } from './alignment';
import { readCaptures } from './capture';
import { type Claim, dropAmbiguous, fill, settle } from './claim';
import type { Diagnosis, Finding } from './index';
import { endOf, normalise, type Stream } from './normalise';
import { type PartialGround, PartialSearch } from './partial';
import { type Pattern, Patterns, type Rule } from './pattern';
import { RareIndex, wordOwners } from './rare-index';
import { Rarity } from './rarity';
import { Spelling } from './spelling';
import { Suggester } from './suggestion';
import { NONE, Trie } from './trie';
import { readWords, type Words } from './vocabulary';
import { Walk } from './walk';

/** So many line breaks a value may hold where a text was wrapped. */
const WRAPPED_LINES = 3;
/** Steps of alignment that each character of the text earns, and the most that can be saved up. */
const STEPS_PER_CHARACTER = 64;
const MOST_STEPS = 1 << 20;

/** A pack of rules made ready, see `createDiagnoser`. */
export class Engine {
  private readonly patterns: Patterns;
  private readonly trie: Trie;
  private readonly walk: Walk;
  private readonly suggester: Suggester;
  private readonly ground: PartialGround;
  /** Per pattern the end of its last claim in this run, valid if `runs` says so. */
  private readonly claimedTo: Int32Array;
  private readonly runs: Int32Array;
  private run = 0;

  constructor(rules: readonly Rule[]) {
    this.patterns = new Patterns(rules);
    this.trie = new Trie(this.patterns);
    this.walk = new Walk(this.trie, this.patterns.vocabulary.size);
    this.suggester = new Suggester(this.patterns);
    this.ground = {
      patterns: this.patterns,
      owners: wordOwners(this.patterns),
      index: new RareIndex(this.patterns),
      rarity: new Rarity(this.patterns),
      spelling: new Spelling(this.patterns),
    };
    this.claimedTo = new Int32Array(this.patterns.all.length);
    this.runs = new Int32Array(this.patterns.all.length);
  }

  /** See `Diagnoser`. */
  diagnose(text: string): Diagnosis {
    const stream = normalise(text);
    const words = readWords(stream, this.patterns.vocabulary);
    let held = settle(this.claims(text, stream, words, 0, words.count, 0));
    const wrapped: Claim[] = [];
    forStretches(stream, words, held, (from, to, _low, _high, inside) => {
      if (!inside) wrapped.push(...this.claims(text, stream, words, from, to, WRAPPED_LINES));
    });
    if (wrapped.length > 0) held = settle([...held, ...settle(wrapped)]);
    held = this.addPartial(text, stream, words, held);
    const findings = held.map((claim) => this.finding(text, stream, claim));
    const found = new Set(held.map((claim) => (this.patterns.all[claim.pattern] as Pattern).rule));
    return { findings, suggestions: this.suggester.suggest(words, found) };
  }

  /** Adds the claims on damaged messages where no intact one is, or a longer one than that. */
  private addPartial(text: string, stream: Stream, words: Words, held: Claim[]): Claim[] {
    const budget = { steps: 0 };
    const aligner = new Aligner(this.patterns, stream, budget);
    const search = new PartialSearch(this.ground, text, stream, words, aligner, budget);
    const found: Claim[] = [];
    forStretches(stream, words, held, (from, to, low, high) => {
      search.find(from, to, low, high, found);
    });
    if (found.length === 0) return held;
    const ruleOf = (pattern: number) => (this.patterns.all[pattern] as Pattern).rule;
    const misspelt = found.filter((claim) => !claim.cut);
    const complete = dropAmbiguous(settle([...held, ...misspelt]), misspelt, ruleOf);
    const cut = found.filter((claim) => claim.cut);
    return fill(complete, dropAmbiguous(settle(cut), cut, ruleOf));
  }

  /** All claims that the words `from` to `to` allow, overlapping or not. */
  private claims(
    text: string,
    stream: Stream,
    words: Words,
    from: number,
    to: number,
    linesPerValue: number,
  ): Claim[] {
    const claims: Claim[] = [];
    const budget = { steps: MOST_STEPS };
    const aligner = new Aligner(this.patterns, stream, budget);
    this.run++;
    let earned = 0;
    this.walk.run(stream, words, from, to, linesPerValue, (node, start, end) => {
      const at = words.ends[end] as number;
      budget.steps = Math.min(MOST_STEPS, budget.steps + (at - earned) * STEPS_PER_CHARACTER);
      earned = at;
      for (let number = this.trie.firstPattern.at(node); number !== NONE; ) {
        if (budget.steps < 0) return;
        const claim = this.claim(text, stream, words, aligner, number, start, end, linesPerValue);
        if (claim) claims.push(claim);
        number = this.trie.nextPattern[number] as number;
      }
    });
    return claims;
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
    linesPerValue: number,
  ): Claim | undefined {
    const pattern = this.patterns.all[number] as Pattern;
    const first = this.patterns.wordIds.at(pattern.firstWord);
    let word = start;
    if (this.runs[number] === this.run) {
      const claimed = this.claimedTo[number] as number;
      while (word <= end && ((words.starts[word] as number) < claimed || words.ids[word] !== first))
        word++;
      if (word > end) return undefined;
    }
    const alignment = aligner.align(
      pattern,
      pattern.firstWord,
      words.starts[word] as number,
      linesPerValue,
    );
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
      cut: false,
      start: from,
      end: to,
      weight: pattern.weight,
      rank: rank(text, stream, pattern, alignment, from, to),
    };
  }

  private finding(text: string, stream: Stream, claim: Claim): Finding {
    const pattern = this.patterns.all[claim.pattern] as Pattern;
    const { starts, ends } = claim.alignment;
    return {
      ruleId: (this.patterns.rules[pattern.rule] as Rule).id,
      signature: pattern.signature,
      certainty: claim.certainty,
      start: stream.offsets[claim.start] as number,
      end: endOf(stream, text, claim.end - 1),
      captures: readCaptures(text, stream, claim.gaps, starts, ends, claim.start, claim.end),
    };
  }
}

/**
 * Visits the words that claims leave unexplained: those between claims, bounded by them, and those in the values of a
 * claim (`inside`), bounded by the claims around it.
 */
function forStretches(
  stream: Stream,
  words: Words,
  held: readonly Claim[],
  visit: (from: number, to: number, low: number, high: number, inside: boolean) => void,
): void {
  let word = 0;
  const advance = (to: number): number => {
    while (word < words.count && (words.starts[word] as number) < to) word++;
    return word;
  };
  let low = 0;
  for (let i = 0; i <= held.length; i++) {
    const claim = held[i];
    const from = word;
    const to = advance(claim ? claim.start : stream.length);
    if (to > from) visit(from, to, low, claim ? claim.start : stream.length, false);
    if (!claim) return;
    const high = held[i + 1]?.start ?? stream.length;
    const { starts, ends } = claim.alignment;
    for (let gap = 0; gap <= starts.length; gap++) {
      const first = word;
      const end = advance(gap < starts.length ? (starts[gap] as number) : claim.end);
      if (end > first) visit(first, end, low, high, true);
      if (gap < starts.length) advance(ends[gap] as number);
    }
    low = claim.end;
  }
}

/** The stretch a claim takes up: a value at the pattern's start or end reaches to its line's edge. */
function extent(stream: Stream, pattern: Pattern, alignment: Alignment): [number, number] {
  const { starts, ends } = alignment;
  const first = starts[0] as number;
  const last = ends[ends.length - 1] as number;
  const leading = (pattern.gaps[0] as readonly string[]).length > 0;
  const trailing = (pattern.gaps[pattern.gaps.length - 1] as readonly string[]).length > 0;
  return [leading ? lineStart(stream, first) : first, trailing ? lineEnd(stream, last) : last];
}

/** Of two claims with the same fixed text the better one has fewer empty values, and explains more of its line. */
function rank(
  _text: string,
  stream: Stream,
  pattern: Pattern,
  alignment: Alignment,
  from: number,
  to: number,
): number {
  let empty = 0;
  for (let gap = 0; gap < pattern.gaps.length; gap++) {
    if ((pattern.gaps[gap] as readonly string[]).length === 0) continue;
    const start = gap === 0 ? from : (alignment.ends[gap - 1] as number);
    const end = gap === alignment.starts.length ? to : (alignment.starts[gap] as number);
    if (start >= end) empty++;
  }
  return (stream.length > 0 ? to - from : 0) - empty * 1000;
}
