import { Aligner } from './alignment';
import { readCaptures } from './capture';
import { type Claim, dropAmbiguous, settle } from './claim';
import { ExactSearch } from './exact';
import type { Diagnosis, Finding, Suggestion } from './index';
import { IntList } from './int-list';
import { createStream, endOf, normalise, type Stream } from './normalise';
import { type PartialGround, PartialSearch } from './partial';
import { Patterns, type Rule } from './pattern';
import { Prefixes } from './prefixes';
import { rank } from './rank';
import { RareIndex } from './rare-index';
import { Rarity } from './rarity';
import { SECTION, sectionsOf } from './sections';
import { Spelling } from './spelling';
import { Suggester } from './suggestion';
import { Trie } from './trie';
import { readWords, type Words } from './vocabulary';

/** The steps that a search for damaged messages may take at first. */
const STEPS = 1 << 20;

/** A pack of rules made ready, see `createDiagnoser`. */
export class Engine {
  private readonly patterns: Patterns;
  private readonly trie: Trie;
  private readonly exact: ExactSearch;
  private readonly ground: PartialGround;
  private readonly suggester: Suggester;

  constructor(rules: readonly Rule[]) {
    this.patterns = new Patterns(rules);
    this.trie = new Trie(this.patterns);
    this.exact = new ExactSearch(this.patterns, this.trie);
    this.ground = {
      patterns: this.patterns,
      index: new RareIndex(this.patterns),
      rarity: new Rarity(this.patterns),
      spelling: new Spelling(this.patterns),
      prefixes: new Prefixes(this.patterns),
    };
    this.suggester = new Suggester(this.patterns);
  }

  /** See `Diagnoser`. */
  diagnose(text: string, onProgress?: (share: number) => void): Diagnosis {
    const tell = inPercents(onProgress);
    const findings: Finding[] = [];
    let suggestions: Suggestion[] = [];
    const stream = createStream(Math.min(text.length, 2 * SECTION));
    for (const { from, to, end } of sectionsOf(text)) {
      normalise(stream, text, from, end);
      const words = readWords(stream, this.patterns.vocabulary);
      const held = this.claims(text, stream, words, (share) => tell((from + (to - from) * share) / text.length));
      // What begins in the section before was found there, and may reach into this one.
      const first = Math.max(from, findings.at(-1)?.end ?? 0);
      for (const claim of held) {
        const at = stream.offsets[claim.start] as number;
        if (at >= first && at < to) findings.push(this.finding(text, stream, claim));
      }
      if (from === 0 && findings.length === 0) suggestions = this.suggester.suggest(words);
    }
    return { findings, suggestions: findings.length > 0 ? [] : suggestions };
  }

  /** The claims that hold, in the text's order. */
  private claims(text: string, stream: Stream, words: Words, tell: (share: number) => void): Claim[] {
    const rankOf = (claim: Claim) => rank(text, stream, this.patterns, claim);
    const endings = new IntList(64);
    const claims = this.exact.find(text, stream, words, endings, (share) => tell(share / 2));
    const held = settle(claims, rankOf);
    return this.addPartial(text, stream, words, held, endings, rankOf, (share) => tell((1 + share) / 2));
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
    const budget = { steps: STEPS };
    const aligner = new Aligner(this.patterns, text, stream, budget);
    const search = new PartialSearch(this.ground, text, stream, words, aligner, budget);
    const found: Claim[] = [];
    forStretches(stream, words, held, (from, to, weight) => {
      search.find(from, to, weight, found);
      tell(to / words.count);
    });
    search.findLonger(this.trie, held, found);
    const ruleOf = (pattern: number) => this.patterns.ruleOf(pattern);
    // What is complete within its line goes first: a value goes over a line's end only where nothing better is known.
    const complete = found.filter((claim) => claim.complete);
    const sure = complete.length > 0 ? settle([...held, ...complete], rankOf) : held;
    search.findEndings(this.trie, sure, endings, found);
    search.findWrapped(sure, found);
    if (found.length === 0) return held;
    return dropAmbiguous(settle([...held, ...found], rankOf), found, ruleOf, rankOf);
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
