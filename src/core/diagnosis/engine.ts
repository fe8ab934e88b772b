import { Aligner, type Alignment } from './alignment';
import { readCaptures } from './capture';
import { CLEARLY, type Claim, dropAmbiguous, settle } from './claim';
import type { Diagnosis, Finding } from './index';
import { IntList } from './int-list';
import { endOf, lineEnd, lineStart, normalise, type Stream } from './normalise';
import { type PartialGround, PartialSearch } from './partial';
import { type Pattern, Patterns, type Rule } from './pattern';
import { Prefixes } from './prefixes';
import { RareIndex } from './rare-index';
import { Rarity } from './rarity';
import { Spelling } from './spelling';
import { Suggester } from './suggestion';
import { NONE, SEVERAL, Trie } from './trie';
import { readWords, type Words } from './vocabulary';
import { Walk } from './walk';

/** Steps of alignment that each character of the text earns, and the most that can be saved up. */
const STEPS_PER_CHARACTER = 64;
const MOST_STEPS = 1 << 20;

/** A pack of rules made ready, see `createDiagnoser`. */
export class Engine {
  private readonly patterns: Patterns;
  private readonly trie: Trie;
  private readonly walk: Walk;
  private readonly ground: PartialGround;
  private readonly suggester: Suggester;
  /** Per pattern the end of its last claim in this run, valid if `runs` says so. */
  private readonly claimedTo: Int32Array;
  private readonly runs: Int32Array;
  private run = 0;

  constructor(rules: readonly Rule[]) {
    this.patterns = new Patterns(rules);
    this.trie = new Trie(this.patterns);
    this.walk = new Walk(this.trie, this.patterns.vocabulary.size);
    this.ground = {
      patterns: this.patterns,
      index: new RareIndex(this.patterns),
      rarity: new Rarity(this.patterns),
      spelling: new Spelling(this.patterns),
      prefixes: new Prefixes(this.patterns),
    };
    this.suggester = new Suggester(this.patterns);
    this.claimedTo = new Int32Array(this.patterns.count);
    this.runs = new Int32Array(this.patterns.count);
  }

  /** See `Diagnoser`. */
  diagnose(text: string, onProgress?: (share: number) => void): Diagnosis {
    const tell = inPercents(onProgress);
    const stream = normalise(text);
    tell(0.2);
    const words = readWords(stream, this.patterns.vocabulary);
    tell(0.3);
    const rankOf = (claim: Claim) => rank(text, stream, this.patterns, claim);
    const endings = new IntList(64);
    const claims = this.claims(stream, words, endings, (share) => tell(0.3 + 0.3 * share));
    const held = this.addPartial(
      text,
      stream,
      words,
      settle(claims, rankOf),
      endings,
      rankOf,
      (share) => tell(0.6 + 0.4 * share),
    );
    const findings = held.map((claim) => this.finding(text, stream, claim));
    const suggestions = findings.length > 0 ? [] : this.suggester.suggest(words);
    return { findings, suggestions };
  }

  /** Adds the claims on damaged messages where no intact one is, or a longer one than that. */
  private addPartial(
    text: string,
    stream: Stream,
    words: Words,
    held: Claim[],
    endings: IntList,
    rankOf: (claim: Claim) => number,
    tell: (share: number) => void,
  ): Claim[] {
    const budget = { steps: MOST_STEPS };
    const aligner = new Aligner(this.patterns, stream, budget);
    const search = new PartialSearch(this.ground, text, stream, words, aligner, budget);
    const found: Claim[] = [];
    forStretches(stream, words, held, (from, to, weight) => {
      search.find(from, to, weight, found);
      tell(to / words.count);
    });
    const ruleOf = (pattern: number) => this.patterns.ruleOf(pattern);
    // What is complete within its line goes first: a value goes over a line's end only where nothing better is known.
    const complete = found.filter((claim) => claim.complete);
    const sure = complete.length > 0 ? settle([...held, ...complete], rankOf) : held;
    search.findEndings(this.trie, sure, endings, found);
    search.findWrapped(sure, found);
    if (found.length === 0) return held;
    return dropAmbiguous(settle([...held, ...found], rankOf), found, ruleOf, rankOf);
  }

  /** All claims that the words allow, overlapping or not. */
  private claims(
    stream: Stream,
    words: Words,
    endings: IntList,
    tell: (share: number) => void,
  ): Claim[] {
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
      weight: pattern.weight - aligner.missing,
    };
  }

  private finding(text: string, stream: Stream, claim: Claim): Finding {
    const pattern = this.patterns.at(claim.pattern);
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

/** Passes shares of work done on to `onProgress`, but only whole percents, so that telling costs nothing. */
function inPercents(onProgress: ((share: number) => void) | undefined): (share: number) => void {
  let told = 0;
  return (share) => {
    if (!onProgress || share < told + 0.01) return;
    told = share;
    onProgress(share);
  };
}

/**
 * Visits the words that claims leave unexplained: those between claims, and those in the values of a claim, with its
 * weight.
 */
function forStretches(
  stream: Stream,
  words: Words,
  held: readonly Claim[],
  visit: (from: number, to: number, weight: number) => void,
): void {
  let word = 0;
  const advance = (to: number): number => {
    while (word < words.count && (words.starts[word] as number) < to) word++;
    return word;
  };
  for (let i = 0; i <= held.length; i++) {
    const claim = held[i];
    const from = word;
    const to = advance(claim ? claim.start : stream.length);
    if (to > from) visit(from, to, 0);
    if (!claim) return;
    const { starts, ends } = claim.alignment;
    for (let gap = 0; gap <= starts.length; gap++) {
      const first = word;
      const end = advance(gap < starts.length ? (starts[gap] as number) : claim.end);
      if (end > first) visit(first, end, claim.weight);
      if (gap < starts.length) advance(ends[gap] as number);
    }
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

/**
 * Tells of two claims with the same fixed text which is better: the one with fewer empty values; then the one whose case
 * and white space agree with the text in more places; then the one that explains more of its line.
 */
function rank(text: string, stream: Stream, patterns: Patterns, claim: Claim): number {
  const pattern = patterns.at(claim.pattern);
  const { starts, ends } = claim.alignment;
  let empty = 0;
  for (let gap = 0; gap < claim.gaps.length; gap++) {
    if ((claim.gaps[gap] as readonly string[]).length === 0) continue;
    const start = gap === 0 ? claim.start : (ends[gap - 1] as number);
    const end = gap === starts.length ? claim.end : (starts[gap] as number);
    if (start >= end) empty++;
  }
  let unlike = 0;
  for (
    let i = 0;
    i < starts.length && starts.length === pattern.endSegment - pattern.firstSegment;
    i++
  ) {
    const literal = patterns.segmentStarts.at(pattern.firstSegment + i);
    const start = starts[i] as number;
    const length = Math.min(
      (ends[i] as number) - start,
      patterns.segmentEnds.at(pattern.firstSegment + i) - literal,
    );
    for (let at = 0; at < length; at++) {
      const raw = text.charCodeAt(stream.offsets[start + at] as number);
      if (raw !== patterns.literals.offsets[literal + at]) unlike++;
      else if (
        at > 0 &&
        (stream.flags[start + at] === 0) !== (patterns.literals.flags[literal + at] === 0)
      ) {
        unlike++;
      }
    }
  }
  return -empty * 1e9 - Math.min(unlike, 9999) * CLEARLY + Math.min(claim.end - claim.start, 99999);
}
