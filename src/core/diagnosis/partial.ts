import { type Aligner, WRAPPED_LINES } from './alignment';
import type { Claim } from './claim';
import { areDots, edgeAt, NO_EDGE } from './edge';
import { IntList } from './int-list';
import { Judge } from './judgement';
import { LooseAligner } from './loose-alignment';
import { CUT, LooseMatch } from './loose-match';
import { LooseSearch } from './loose-search';
import { lineEnd, lineStart, type Stream } from './normalise';
import { ANYWHERE, type Patterns } from './pattern';
import type { Prefixes, PrefixRange } from './prefixes';
import type { RareIndex } from './rare-index';
import { isOrdinary, type Rarity } from './rarity';
import type { Spelling } from './spelling';
import { NONE, SEVERAL, type Trie } from './trie';
import { firstWordAt, UNKNOWN, type Words } from './vocabulary';

/** What a search for damaged messages needs that does not change from text to text. */
export interface PartialGround {
  readonly patterns: Patterns;
  readonly index: RareIndex;
  readonly rarity: Rarity;
  readonly spelling: Spelling;
  readonly prefixes: Prefixes;
}

/** Steps of comparison that each word earns, and the most that can be saved up. */
const STEPS_PER_WORD = 512;
const MOST_STEPS = 1 << 18;
const NOT_LOOKED_UP = -2;
const TRIED_SLOTS = 4096;

/** Finds messages that are misspelt or cut off: `partial` claims. One object serves one text. */
export class PartialSearch {
  private readonly near: Int32Array;
  private readonly search: LooseSearch;
  private readonly align: LooseAligner;
  private readonly judge: Judge;
  private readonly found = new IntList(64);
  /**
   * The patterns and segments tried last, so that a segment's other words do not try again: which, where the segment
   * would start, and how far the text was compared. One may push another out of its slot; then it is tried once more.
   */
  private readonly tried = new Int32Array(TRIED_SLOTS * 3).fill(NONE);
  /** How far the text was compared with the last pattern: words further on were not. */
  private comparedTo = 0;
  /** Whether the pattern just compared lacks a segment beyond a value. */
  private wanting = false;
  private lightest = 0;
  /** What `find` left open: the pattern's word and the place of the text's word, in pairs. */
  private readonly open = new IntList(64);

  constructor(
    private readonly ground: PartialGround,
    private readonly text: string,
    private readonly stream: Stream,
    private readonly words: Words,
    aligner: Aligner,
    private readonly budget: { steps: number },
  ) {
    this.near = new Int32Array(words.count).fill(NOT_LOOKED_UP);
    const match = new LooseMatch(ground.patterns, text, stream, words, budget);
    this.search = new LooseSearch(ground, stream, words, aligner, match);
    this.align = new LooseAligner(ground.patterns, stream, match, this.search);
    this.judge = new Judge(ground, text, stream, words, match, budget);
  }

  /**
   * Finds the claims that the words `from` to `to` (exclusive) give rise to. Patterns that weigh no more than `lightest`
   * are of no interest.
   */
  find(from: number, to: number, lightest: number, claims: Claim[]): void {
    this.lightest = lightest;
    for (let word = from; word < to; word++) {
      this.budget.steps = Math.min(MOST_STEPS, this.budget.steps + STEPS_PER_WORD);
      const first = this.resolve(word);
      if (first < 0) continue;
      this.found.length = 0;
      const second = word + 1 < this.words.count ? this.resolve(word + 1) : UNKNOWN;
      const third = second >= 0 && word + 2 < this.words.count ? this.resolve(word + 2) : UNKNOWN;
      this.ground.index.lookUp(first, second, third, this.found);
      for (let i = 0; i < this.found.length; i++) {
        if (this.budget.steps < 0) break;
        this.attempt(this.found.at(i), word, claims);
      }
    }
  }

  /** The vocabulary's number of a word of the text, or of the word it is a misspelling of, or `UNKNOWN`. */
  private resolve(word: number): number {
    const id = this.words.ids[word] as number;
    if (id !== UNKNOWN) return id;
    if (this.near[word] === NOT_LOOKED_UP) {
      const start = this.words.starts[word] as number;
      const end = this.words.ends[word] as number;
      this.budget.steps -= end - start;
      this.near[word] = isOrdinary(this.stream.chars, start, end)
        ? UNKNOWN
        : this.ground.spelling.nearest(this.stream.chars, start, end);
    }
    return this.near[word] as number;
  }

  /** Tries whether the pattern's word `place` is the text's word `word`, and the rest of the pattern is around it. */
  private attempt(place: number, word: number, claims: Claim[]): void {
    this.budget.steps -= 4;
    if (!this.hasNeighbour(place, word)) return;
    const { patterns } = this.ground;
    const at = this.words.starts[word] as number;
    const segment = patterns.wordSegments.at(place);
    if (patterns.segmentWeights.at(segment) <= this.lightest) return;
    // Where the literals' first character would stand.
    const implied = at - patterns.wordStarts.at(place);
    const { tried } = this;
    const slot = (segment & (TRIED_SLOTS - 1)) * 3;
    if (
      tried[slot] === segment &&
      Math.abs((tried[slot + 1] as number) - implied) <= 3 &&
      at < (tried[slot + 2] as number)
    ) {
      return;
    }
    if (this.ground.rarity.isWeak(place, this.ground.index)) return;
    const claim = this.claim(place, at);
    if (claim) claims.push(claim);
    tried[slot] = segment;
    tried[slot + 1] = implied;
    tried[slot + 2] = this.comparedTo;
    if (this.wanting) {
      this.open.push(place);
      this.open.push(at);
    }
  }

  /**
   * Tries, where an intact message's line goes on, the messages that begin as it does and go on too: of two the longer one is
   * meant, be it misspelt in what it has more.
   *
   * @param held the claims known by now, in the text's order
   */
  findLonger(trie: Trie, held: readonly Claim[], claims: Claim[]): void {
    const { starts } = this.words;
    let credited = 0;
    for (const { pattern, alignment, weight } of held) {
      const last = alignment.ends[alignment.ends.length - 1] as number;
      this.found.length = 0;
      trie.longerThan(pattern, this.found);
      if (this.found.length === 0 || !this.goesOn(last)) continue;
      credited = this.credit(credited, last);
      const first = firstWordAt(this.words, alignment.starts[0] as number);
      for (let i = 0; i < this.found.length && this.budget.steps >= 0; i++) {
        const longer = this.ground.patterns.at(this.found.at(i));
        const claim = this.claim(longer.firstWord, starts[first] as number);
        if (claim && claim.weight > weight) claims.push(claim);
      }
    }
  }

  /** Earns the steps of the text from `credited` to `at`, if that is further on; returns how far they are earned now. */
  private credit(credited: number, at: number): number {
    const to = Math.max(credited, at);
    this.budget.steps = Math.min(MOST_STEPS, this.budget.steps + (to - credited) * STEPS_PER_WORD);
    return to;
  }

  /** Whether a word follows a place of the stream in its line. */
  private goesOn(at: number): boolean {
    const next = firstWordAt(this.words, at);
    return next < this.words.count && (this.words.starts[next] as number) < lineEnd(this.stream, at);
  }

  /**
   * Tries the messages that the lines left over may be the beginning of.
   *
   * @param held the claims known by now, in the text's order
   * @param endings nodes of the trie, the words at which their patterns start, and the last words of their lines, in
   *   threes, see `Walk`
   */
  findEndings(trie: Trie, held: readonly Claim[], endings: IntList, claims: Claim[]): void {
    const { starts, ends } = this.words;
    const { patterns, prefixes } = this.ground;
    let next = 0;
    let credited = 0;
    let line = NONE;
    let beginners: PrefixRange | undefined;
    for (let i = 0; i < endings.length; i += 3) {
      const node = endings.at(i);
      const first = endings.at(i + 1);
      const last = endings.at(i + 2);
      const at = starts[first] as number;
      const end = ends[last] as number;
      while (next > 0 && (held[next - 1] as Claim).end > at) next--;
      while (next < held.length && (held[next] as Claim).end <= at) next++;
      const over = held[next];
      credited = this.credit(credited, at);
      if (this.budget.steps < 0) continue;
      const within = over !== undefined && over.start <= at;
      // What is complete to the line's end is the beginning of nothing.
      if (within && over.end >= end) continue;
      if (line !== last) {
        line = last;
        this.budget.steps -= 4 * (end - (starts[last] as number));
        beginners = prefixes.range(this.stream.chars, starts[last] as number, end);
      }
      const torn = prefixes.follow(trie, node, beginners as PrefixRange);
      const sole = node === NONE ? SEVERAL : trie.onlyPattern(node);
      const number = sole === SEVERAL ? torn : sole;
      if (number < 0) continue;
      this.budget.steps -= 4;
      // In the midst of a line only a torn word tells that a message is cut off.
      if (torn === NONE && !this.mayStand(number, first, last)) continue;
      const pattern = patterns.at(number);
      if (pattern.weight <= (within ? over.weight * 2 : 0)) continue;
      const claim = this.claim(pattern.firstWord, at, true);
      if (claim) claims.push(claim);
    }
  }

  /**
   * A cheap look before the comparison: whether a message whose first word is the text's word `first`, in a line whose
   * last word `last` is not torn, may be there. It begins where its line, cell or quotation does, or the line ends as the
   * message does or with an ellipsis.
   */
  private mayStand(number: number, first: number, last: number): boolean {
    const closing = this.ground.patterns.closings.at(number);
    if (closing === ANYWHERE || closing === this.words.ids[last]) return true;
    const at = this.words.starts[first] as number;
    if ((this.words.ends[first - 1] ?? 0) <= lineStart(this.stream, at)) return true;
    if (edgeAt(this.text, this.stream, at, -1, false, this.budget) !== NO_EDGE) return true;
    return areDots(this.stream, lineEnd(this.stream, this.words.ends[last] as number) - 1, -1);
  }

  /**
   * Takes up again what `find` left open because a value may go over a line's end.
   *
   * @param held the claims known by now, in the text's order: such a value reaches over none of them
   */
  findWrapped(held: readonly Claim[], claims: Claim[]): void {
    this.search.lines = WRAPPED_LINES;
    const places: number[] = [];
    for (let i = 0; i < this.open.length; i += 2) places.push(i);
    places.sort((a, b) => this.open.at(a + 1) - this.open.at(b + 1));
    let next = 0;
    let credited = 0;
    for (const i of places) {
      const place = this.open.at(i);
      const at = this.open.at(i + 1);
      credited = this.credit(credited, at);
      if (this.budget.steps < 0) continue;
      while (next < held.length && (held[next] as Claim).end <= at) next++;
      const after = held[next];
      if (after && after.start <= at) continue;
      this.search.low = held[next - 1]?.end ?? 0;
      this.search.high = after?.start ?? this.stream.length;
      const claim = this.claim(place, at);
      if (claim) claims.push(claim);
    }
    this.search.lines = 0;
  }

  /**
   * A cheap look before all else: one of the words beside it in its segment stands where it should, or begins or ends
   * like it.
   */
  private hasNeighbour(place: number, word: number): boolean {
    const left = this.ground.patterns.isJoined(place - 1);
    const right = this.ground.patterns.isJoined(place);
    if (!left && !right) return true;
    return (left && this.isLike(place - 1, word - 1, -1)) || (right && this.isLike(place + 1, word + 1, 1));
  }

  /** Whether a word of the text is the pattern's word, or a piece of it, or stands beside a bracket. */
  private isLike(place: number, word: number, step: number): boolean {
    if (word < 0 || word >= this.words.count) return false;
    const { wordIds, wordStarts, wordEnds, literals } = this.ground.patterns;
    if (this.search.isNearly(word, wordIds.at(place))) return true;
    const { chars } = this.stream;
    const start = this.words.starts[word] as number;
    const end = this.words.ends[word] as number;
    if (isBracket(step > 0 ? (chars[start - 1] as number) : (chars[end] as number))) return true;
    if (this.words.ids[word] !== UNKNOWN) return false;
    return step > 0
      ? chars[start] === literals.chars[wordStarts.at(place)]
      : chars[end - 1] === literals.chars[wordEnds.at(place) - 1];
  }

  /** Lays the pattern of the word `place` over the text so that this word stands at `at`; a claim if it holds. */
  private claim(place: number, at: number, sole = false): Claim | undefined {
    const { patterns } = this.ground;
    const number = patterns.wordOwners.at(place);
    const laid = this.align.lay(number, place, at);
    this.wanting = laid !== undefined && (laid.head.inValue || laid.tail.inValue);
    if (!laid) {
      // What follows in other lines may be a fragment of its own.
      this.comparedTo = lineEnd(this.stream, Math.max(at, this.align.reached));
      return undefined;
    }
    this.comparedTo = laid.tail.status === CUT ? laid.tail.at : this.stream.length;
    const pattern = patterns.at(number);
    // Room is made, and weighed, for every word.
    this.budget.steps -= pattern.endWord - pattern.firstWord;
    return this.judge.judge(number, pattern, laid, sole);
  }
}

function isBracket(folded: number): boolean {
  return '()[]（）【】〔〕'.includes(String.fromCharCode(folded));
}
