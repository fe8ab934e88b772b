import { type Aligner, lineEnd, lineStart, NOT_FOUND } from './alignment';
import { classOf, WORD } from './characters';
import type { Claim } from './claim';
import { IntList } from './int-list';
import { COMPLETE, CONTRADICTED, CUT, LooseMatch, QUOTED_EDGE } from './loose-match';
import { AFTER_BLANK, AFTER_BREAK, type Stream } from './normalise';
import { OPEN_LEFT, OPEN_RIGHT, type Pattern, type Patterns } from './pattern';
import type { RareIndex } from './rare-index';
import { isOrdinary, type Rarity } from './rarity';
import type { Spelling } from './spelling';
import { NONE, SEVERAL, type Trie } from './trie';
import { UNKNOWN, type Words } from './vocabulary';

/** What a search for damaged messages needs that does not change from text to text. */
export interface PartialGround {
  readonly patterns: Patterns;
  readonly owners: Int32Array;
  readonly index: RareIndex;
  readonly rarity: Rarity;
  readonly spelling: Spelling;
}

/** Steps of comparison that each word earns, and the most that can be saved up. */
const STEPS_PER_WORD = 512;
const MOST_STEPS = 1 << 18;
const NOT_LOOKED_UP = -2;
/** A value may hold so many line breaks where the text was wrapped, and so many words where its end is searched. */
const WRAPPED_LINES = 3;
const LONGEST_VALUE = 64;
const LONGEST_WRAPPED_VALUE = 16;
/** Where a segment's beginning may be damaged, so many of its words are searched for. */
const MOST_ANCHORS = 4;
/** So many ways to go on from a line's last whole word are tried. */
const MOST_EDGES = 32;
/** A value that is cut off holds at most so many words: a longer passage is more likely other text. */
const LONGEST_CUT_VALUE = 3;
const LONGEST_CUT_VALUE_AT_ELLIPSIS = 16;
/**
 * What must be there of a message that is cut off, to be sure of it: so many bits, and such a share of it; a smaller
 * share where it is torn within a word or at an ellipsis, so that it is surely cut off. Less is needed where the fragment
 * has its line, cell or quotation for itself: other text does not begin and end just there.
 */
const FRAMED = { bits: 6, share: 0.45, tornShare: 0.3 };
const UNFRAMED = { bits: 10, share: 1, tornShare: 0.45 };
/** Bits that must be there if whole words are missing at the start: the rest may be a message of its own. */
const LEAST_BITS_WITHOUT_START = 16;
/** What a claim weighs whose pattern is cut off, or whose value goes over a line's end, against one that is whole. */
const CUT_WEIGHT = 0.5;
const WRAPPED_WEIGHT = 0.75;
/** Letters that must be right for each one that is wrong. */
const LETTERS_PER_EDIT = 8;
/**
 * Bits, or else letters, that must be there of a message that is misspelt; of a misspelt word the less counts the shorter
 * it is.
 */
const LEAST_BITS_MISSPELT = 6;
const LEAST_LETTERS_MISSPELT = 10;
/** Letters that suffice if the message has its line for itself. */
const LEAST_LETTERS = 5;
const EDIT_COST = 4;

/** How one end of a pattern was reached. */
interface End {
  status: number;
  /** The segment reached, the literal character and the place in the stream where the comparison ended. */
  segment: number;
  literal: number;
  at: number;
  /** Cut off within a value: the value reaches to `edge`. */
  inValue: boolean;
  edge: number;
}

/** Finds messages that are misspelt or cut off: `partial` claims. One object serves one text. */
export class PartialSearch {
  private readonly near: Int32Array;
  private readonly match: LooseMatch;
  private readonly found = new IntList(64);
  /** Per pattern tried: where its anchor's segment would start, so that its other words do not try again. */
  private readonly tried = new Map<number, number>();
  private starts: number[] = [];
  private ends: number[] = [];
  /** How many values of the pattern just compared go over a line's end. */
  private breaks = 0;
  /** Whether the pattern just compared lacks a segment beyond a value. */
  private wanting = false;
  private lightest = 0;
  /** How many line breaks a value may hold: none at first, then `WRAPPED_LINES`. */
  private lines = 0;
  /** What `find` left open: the pattern's word and the place of the text's word, in pairs. */
  private readonly open = new IntList(64);
  private low = 0;
  private high = 0;

  constructor(
    private readonly ground: PartialGround,
    text: string,
    private readonly stream: Stream,
    private readonly words: Words,
    private readonly aligner: Aligner,
    private readonly budget: { steps: number },
  ) {
    this.near = new Int32Array(words.count).fill(NOT_LOOKED_UP);
    this.match = new LooseMatch(ground.patterns, text, stream, words, budget);
  }

  /**
   * Finds the claims that the words `from` to `to` (exclusive) give rise to. Values that go over a line's end are looked
   * for within the stretch `low` to `high` of the stream, where no other message is known to be. Patterns that weigh no
   * more than `lightest` are of no interest.
   */
  find(
    from: number,
    to: number,
    low: number,
    high: number,
    lightest: number,
    claims: Claim[],
  ): void {
    this.lightest = lightest;
    this.low = low;
    this.high = high;
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
    const { patterns, owners } = this.ground;
    const number = owners[place] as number;
    const pattern = patterns.all[number] as Pattern;
    const at = this.words.starts[word] as number;
    const segment = patterns.wordSegments.at(place);
    const implied = at - (patterns.wordStarts.at(place) - patterns.segmentStarts.at(segment));
    if (pattern.weight <= this.lightest) return;
    this.budget.steps -= 4;
    const key = number * 16 + ((segment - pattern.firstSegment) & 15);
    const before = this.tried.get(key);
    if (before !== undefined && Math.abs(before - implied) <= 3) return;
    if (this.ground.rarity.isWeak(place, pattern, this.ground.index)) return;
    if (!this.hasNeighbour(pattern, place, word)) return;
    this.tried.set(key, implied);
    const claim = this.claim(number, pattern, place, at);
    if (claim) claims.push(claim);
    if (this.wanting) {
      this.open.push(place);
      this.open.push(at);
    }
  }

  /**
   * Tries the messages that the lines left over may be the beginning of.
   *
   * @param held the claims known by now, in the text's order
   * @param endings nodes of the trie and the words at which their patterns start, in pairs, see `Walk`
   */
  findEndings(trie: Trie, held: readonly Claim[], endings: IntList, claims: Claim[]): void {
    let next = 0;
    let credited = 0;
    for (let i = 0; i < endings.length; i += 2) {
      const node = endings.at(i);
      const at = this.words.starts[endings.at(i + 1)] as number;
      while (next > 0 && (held[next - 1] as Claim).end > at) next--;
      while (next < held.length && (held[next] as Claim).end <= at) next++;
      const over = held[next];
      this.budget.steps = Math.min(
        MOST_STEPS,
        this.budget.steps + Math.max(0, at - credited) * STEPS_PER_WORD,
      );
      credited = Math.max(credited, at);
      if (this.budget.steps < 0) continue;
      this.lightest = over && over.start <= at ? over.weight * 2 : 0;
      if (trie.onlyRule.at(node) !== SEVERAL) {
        this.attemptEnding(trie.anyPattern.at(node), at, claims);
        continue;
      }
      let looked = 0;
      for (let edge = trie.firstEdge.at(node); edge !== NONE && looked < MOST_EDGES; looked++) {
        const below = trie.edgeNode.at(edge);
        if (trie.onlyRule.at(below) !== SEVERAL) {
          this.attemptEnding(trie.anyPattern.at(below), at, claims);
        }
        edge = trie.nextEdge.at(edge);
      }
    }
  }

  private attemptEnding(number: number, at: number, claims: Claim[]): void {
    const pattern = this.ground.patterns.all[number] as Pattern;
    this.budget.steps -= 4;
    if (pattern.weight <= this.lightest) return;
    const claim = this.claim(number, pattern, pattern.firstWord, at);
    if (claim) claims.push(claim);
  }

  /**
   * Takes up again what `find` left open because a value may go over a line's end.
   *
   * @param held the claims known by now, in the text's order: such a value reaches over none of them
   */
  findWrapped(held: readonly Claim[], claims: Claim[]): void {
    const { patterns, owners } = this.ground;
    this.lines = WRAPPED_LINES;
    const places: number[] = [];
    for (let i = 0; i < this.open.length; i += 2) places.push(i);
    places.sort((a, b) => this.open.at(a + 1) - this.open.at(b + 1));
    let next = 0;
    let credited = 0;
    for (const i of places) {
      const place = this.open.at(i);
      const at = this.open.at(i + 1);
      this.budget.steps = Math.min(
        MOST_STEPS,
        this.budget.steps + (at - credited) * STEPS_PER_WORD,
      );
      credited = at;
      if (this.budget.steps < 0) continue;
      while (next < held.length && (held[next] as Claim).end <= at) next++;
      const after = held[next];
      if (after && after.start <= at) continue;
      this.low = held[next - 1]?.end ?? 0;
      this.high = after?.start ?? this.stream.length;
      const number = owners[place] as number;
      const claim = this.claim(number, patterns.all[number] as Pattern, place, at);
      if (claim) claims.push(claim);
    }
    this.lines = 0;
  }

  /** A cheap look before the comparison: one of the words beside it stands where it should, or begins or ends like it. */
  private hasNeighbour(pattern: Pattern, place: number, word: number): boolean {
    const { wordSegments } = this.ground.patterns;
    const segment = wordSegments.at(place);
    const left = place > pattern.firstWord && wordSegments.at(place - 1) === segment;
    const right = place + 1 < pattern.endWord && wordSegments.at(place + 1) === segment;
    if (!left && !right) return true;
    return (
      (left && this.isLike(place - 1, word - 1, -1)) ||
      (right && this.isLike(place + 1, word + 1, 1))
    );
  }

  /** Whether a word of the text is the pattern's word, or a piece of it, or stands beside a bracket. */
  private isLike(place: number, word: number, step: number): boolean {
    if (word < 0 || word >= this.words.count) return false;
    const { wordIds, wordStarts, wordEnds, literals } = this.ground.patterns;
    if (this.isNearly(word, wordIds.at(place))) return true;
    const { chars } = this.stream;
    const start = this.words.starts[word] as number;
    const end = this.words.ends[word] as number;
    if (isBracket(step > 0 ? (chars[start - 1] as number) : (chars[end] as number))) return true;
    if (this.words.ids[word] !== UNKNOWN) return false;
    return step > 0
      ? chars[start] === literals.chars[wordStarts.at(place)]
      : chars[end - 1] === literals.chars[wordEnds.at(place) - 1];
  }

  private claim(number: number, pattern: Pattern, place: number, at: number): Claim | undefined {
    const { patterns } = this.ground;
    const { match } = this;
    match.reset(pattern);
    this.wanting = false;
    this.breaks = 0;
    const segment = patterns.wordSegments.at(place);
    const literal = patterns.wordStarts.at(place);
    this.starts = [];
    this.ends = [];
    const count = pattern.endSegment - pattern.firstSegment;
    for (let i = 0; i < count; i++) {
      this.starts.push(NOT_FOUND);
      this.ends.push(NOT_FOUND);
    }
    const tail = this.begin(pattern, segment, literal, at, 1);
    if (tail.status === CONTRADICTED) return undefined;
    const head = this.begin(pattern, segment, literal, at, -1);
    if (head.status === CONTRADICTED) return undefined;
    this.follow(pattern, tail, 1);
    this.follow(pattern, head, -1);
    this.wanting = tail.inValue || head.inValue;
    return this.judge(number, pattern, head, tail);
  }

  /** Compares from a place within a segment to the segment's end (`step` -1: to its start). */
  private begin(pattern: Pattern, segment: number, literal: number, at: number, step: number): End {
    const { segmentStarts, segmentEnds, segmentOpen } = this.ground.patterns;
    const { match } = this;
    const bound = step > 0 ? segmentEnds.at(segment) : segmentStarts.at(segment);
    const open = (segmentOpen.at(segment) & (step > 0 ? OPEN_RIGHT : OPEN_LEFT)) !== 0;
    const status = match.compare(literal, bound, at, step, open);
    this.put(pattern, segment, step, match.at);
    return {
      status,
      segment,
      literal: match.literal,
      at: match.at,
      inValue: false,
      edge: match.at,
    };
  }

  /** Goes on from a complete segment to the pattern's end (`step` -1: to its start), segment by segment. */
  private follow(pattern: Pattern, end: End, step: number): void {
    const { match } = this;
    const last = step > 0 ? pattern.endSegment - 1 : pattern.firstSegment;
    while (end.status === COMPLETE && end.segment !== last) {
      const status = this.findNext(pattern, end.segment + step, end.at, step);
      if (status === CONTRADICTED) {
        end.inValue = true;
        end.status = CUT;
        end.edge = step > 0 ? lineEnd(this.stream, end.at) : lineStart(this.stream, end.at);
        return;
      }
      end.status = status;
      end.segment += step;
      end.literal = match.literal;
      end.at = match.at;
      end.edge = match.at;
    }
  }

  private put(pattern: Pattern, segment: number, step: number, at: number): void {
    if (step > 0) this.ends[segment - pattern.firstSegment] = at;
    else this.starts[segment - pattern.firstSegment] = at;
  }

  /** Finds the next segment after (`step` -1: before) a value that begins at `from`; `CONTRADICTED` if there is none. */
  private findNext(pattern: Pattern, segment: number, from: number, step: number): number {
    for (let lines = 0; lines <= this.lines; lines += WRAPPED_LINES) {
      const status =
        this.findExact(pattern, segment, from, step, lines) ??
        this.findLoose(pattern, segment, from, step, lines);
      if (status !== undefined) return status;
    }
    return CONTRADICTED;
  }

  private findExact(
    pattern: Pattern,
    segment: number,
    from: number,
    step: number,
    lines: number,
  ): number | undefined {
    const { aligner, match } = this;
    const { patterns } = this.ground;
    const start =
      step > 0
        ? aligner.findAfter(pattern, segment, from, lines)
        : aligner.findBefore(pattern, segment, from, lines);
    if (start === NOT_FOUND) return undefined;
    const end = aligner.matchForward(pattern, segment, 0, start);
    if (end === NOT_FOUND) return undefined;
    if (lines > 0 && !this.mayWrap(step > 0 ? from : end, step > 0 ? start : from))
      return undefined;
    if (step > 0 && lines > 0 && this.beginsAgain(pattern, from, start)) return undefined;
    if (lines > 0) this.breaks++;
    this.put(pattern, segment, -1, start);
    this.put(pattern, segment, 1, end);
    match.at = step > 0 ? end : start;
    match.literal =
      step > 0 ? patterns.segmentEnds.at(segment) : patterns.segmentStarts.at(segment);
    return COMPLETE;
  }

  private findLoose(
    pattern: Pattern,
    segment: number,
    from: number,
    step: number,
    lines: number,
  ): number | undefined {
    const { patterns } = this.ground;
    const { words } = this;
    const anchors: number[] = [];
    for (let i = pattern.firstWord; i < pattern.endWord; i++) {
      if (patterns.wordSegments.at(i) === segment) anchors.push(i);
    }
    const first = anchors.length === 0 ? this.firstLetter(segment) : NOT_FOUND;
    if (anchors.length === 0 && first === NOT_FOUND) return undefined;
    if (step < 0) anchors.reverse();
    anchors.length = Math.min(anchors.length, MOST_ANCHORS);
    let word = this.wordAt(from);
    if (step < 0) word--;
    let breaks = 0;
    for (let looked = 0; looked < LONGEST_VALUE; looked++, word += step) {
      if (word < 0 || word >= words.count) return undefined;
      const at = words.starts[word] as number;
      const flags = this.stream.flags[at] as number;
      const breaking = (flags & AFTER_BREAK) !== 0;
      if (step > 0 && breaking && (++breaks > lines || flags & AFTER_BLANK)) return undefined;
      for (let i = 0; i < Math.max(1, anchors.length); i++) {
        const anchor = anchors[i];
        const fits =
          anchor === undefined
            ? this.stream.chars[at] === patterns.literals.chars[first]
            : this.isNearly(word, patterns.wordIds.at(anchor));
        if (fits) {
          const literal = anchor === undefined ? first : patterns.wordStarts.at(anchor);
          const status = this.lay(pattern, segment, literal, at, from, step);
          if (status === undefined) continue;
          if (breaks > 0) {
            if (!this.mayWrap(Math.min(at, from), Math.max(at, from))) return undefined;
            if (step > 0 && this.beginsAgain(pattern, from, at)) return undefined;
            this.breaks++;
          }
          return status;
        }
      }
      if (step < 0 && breaking && (++breaks > lines || flags & AFTER_BLANK)) return undefined;
    }
    return undefined;
  }

  /** The first letter of a segment without whole words, if it is long enough to be told when misspelt. */
  private firstLetter(segment: number): number {
    const { segmentStarts, segmentEnds, literals } = this.ground.patterns;
    let first = NOT_FOUND;
    let letters = 0;
    for (let at = segmentStarts.at(segment); at < segmentEnds.at(segment); at++) {
      if (classOf(literals.chars[at] as number) !== WORD) continue;
      if (first === NOT_FOUND) first = at;
      letters++;
    }
    return letters >= LEAST_LETTERS - 1 ? first : NOT_FOUND;
  }

  /** Whether a word of the text is the vocabulary's word `id`, or surely a misspelling of it. */
  private isNearly(word: number, id: number): boolean {
    const known = this.words.ids[word] as number;
    if (known !== UNKNOWN) return known === id;
    const start = this.words.starts[word] as number;
    return this.ground.spelling.isNear(
      id,
      this.stream.chars,
      start,
      this.words.ends[word] as number,
    );
  }

  /** Lays a whole segment over the text, with the character `literal` at `at`; nothing if it does not fit. */
  private lay(
    pattern: Pattern,
    segment: number,
    literal: number,
    at: number,
    from: number,
    step: number,
  ): number | undefined {
    const { patterns } = this.ground;
    const { match } = this;
    const { edits, confusions, marks } = match;
    const misspelt = match.misspelt.length;
    const open = patterns.segmentOpen.at(segment);
    const segmentStart = patterns.segmentStarts.at(segment);
    const segmentEnd = patterns.segmentEnds.at(segment);
    const nearEnd = step > 0 ? segmentStart : segmentEnd;
    const farEnd = step > 0 ? segmentEnd : segmentStart;
    const nearOpen = (open & (step > 0 ? OPEN_LEFT : OPEN_RIGHT)) !== 0;
    const farOpen = (open & (step > 0 ? OPEN_RIGHT : OPEN_LEFT)) !== 0;
    let fits = match.compare(literal, nearEnd, at, -step, nearOpen) === COMPLETE;
    const near = match.at;
    fits &&= step > 0 ? near >= from : near <= from;
    if (fits) {
      const status = match.compare(literal, farEnd, at, step, farOpen);
      if (status !== CONTRADICTED) {
        this.put(pattern, segment, -step, near);
        this.put(pattern, segment, step, match.at);
        return status;
      }
    }
    match.edits = edits;
    match.confusions = confusions;
    match.marks = marks;
    match.misspelt.length = misspelt;
    return undefined;
  }

  /** Whether a value that goes over a line's end may stand here: it is short, and no other message is in it. */
  private mayWrap(from: number, to: number): boolean {
    return (
      from >= this.low &&
      to <= this.high &&
      this.wordAt(to) - this.wordAt(from) <= LONGEST_WRAPPED_VALUE
    );
  }

  /** Whether, in a value that goes over a line's end, the same message begins once more: then the first was cut off. */
  private beginsAgain(pattern: Pattern, from: number, to: number): boolean {
    const { wordIds } = this.ground.patterns;
    const first = wordIds.at(pattern.firstWord);
    for (let word = this.wordAt(from); word < this.words.count; word++) {
      if ((this.words.starts[word] as number) >= to) return false;
      if (this.words.ids[word] === first) return true;
    }
    return false;
  }

  /** The first word that starts at or after a place of the stream. */
  private wordAt(at: number): number {
    const { starts, count } = this.words;
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Weighs what was found; a claim if it is enough to be sure. */
  private judge(number: number, pattern: Pattern, head: End, tail: End): Claim | undefined {
    const { patterns, rarity, index } = this.ground;
    const { match } = this;
    let all = 0;
    let there = 0;
    let letters = 0;
    let whole = 0;
    let inWord = 0;
    let allLetters = 0;
    for (let word = pattern.firstWord; word < pattern.endWord; word++) {
      const bits = rarity.ofWord(word, index);
      const start = patterns.wordStarts.at(word);
      const end = patterns.wordEnds.at(word);
      all += bits;
      allLetters += end - start;
      const held = Math.min(end, tail.literal) - Math.max(start, head.literal);
      if (held <= 0) continue;
      letters += held;
      if (held < end - start) {
        inWord = Math.max(inWord, held);
        there += (bits * held) / (end - start) / 2;
      } else {
        whole++;
        there += match.misspelt.includes(word) ? bits * Math.max(0, 1 - 1.5 / (end - start)) : bits;
      }
    }
    if (match.edits > 0) {
      if (match.edits > 1 && letters < match.edits * LETTERS_PER_EDIT) return undefined;
      const little = there < LEAST_BITS_MISSPELT && letters < LEAST_LETTERS_MISSPELT;
      if (letters < LEAST_LETTERS || (little && !this.hasLine(head, tail))) return undefined;
    }
    if (match.marks > 2 + letters / 6) return undefined;
    let weight = tail.literal - head.literal - EDIT_COST * match.edits;
    const cut = this.isCut(pattern, head, -1) || this.isCut(pattern, tail, 1);
    if (cut) {
      if (!this.isCredible(head, -1) || !this.isCredible(tail, 1)) return undefined;
      const framed = this.isFramed(pattern, head, -1) && this.isFramed(pattern, tail, 1);
      const torn =
        inWord > (framed ? 0 : 2) || this.isEllipsis(head, -1) || this.isEllipsis(tail, 1);
      // Whole words that other text surrounds are other text.
      if (whole < 1 || !(torn || framed)) return undefined;
      const limits = framed ? FRAMED : UNFRAMED;
      const bits = this.isCut(pattern, head, -1) && !torn ? LEAST_BITS_WITHOUT_START : limits.bits;
      const share = torn
        ? Math.max(there / all, letters / allLetters)
        : Math.min(there / all, letters / allLetters);
      if (there < bits || share < (torn ? limits.tornShare : limits.share)) return undefined;
      weight *= CUT_WEIGHT;
    }
    if (this.breaks > 0) weight *= WRAPPED_WEIGHT;
    return this.build(number, pattern, head, tail, weight, cut);
  }

  /** Whether more than punctuation is missing at an end. */
  private isCut(pattern: Pattern, end: End, step: number): boolean {
    if (end.status === COMPLETE) return false;
    const { patterns } = this.ground;
    const from = step > 0 ? end.literal : patterns.segmentStarts.at(pattern.firstSegment);
    const to = step > 0 ? patterns.segmentEnds.at(pattern.endSegment - 1) : end.literal;
    for (let i = from; i < to; i++)
      if (classOf(patterns.literals.chars[i] as number) === WORD) return true;
    return false;
  }

  /** Whether a value in which the text is cut off looks like one. */
  private isCredible(end: End, step: number): boolean {
    if (!end.inValue) return true;
    const from = step > 0 ? this.wordAt(end.at) : this.wordAt(end.edge);
    const to = step > 0 ? this.wordAt(end.edge) : this.wordAt(end.at);
    if (this.isEllipsis(end, step)) return to - from <= LONGEST_CUT_VALUE_AT_ELLIPSIS;
    if (to - from > LONGEST_CUT_VALUE * 4) return false;
    let ordinary = 0;
    for (let word = from; word < to; word++) {
      if (
        isOrdinary(
          this.stream.chars,
          this.words.starts[word] as number,
          this.words.ends[word] as number,
        )
      ) {
        ordinary++;
      }
    }
    return ordinary * 2 <= to - from;
  }

  /** Whether nothing but the message stands before its start (`step` 1: after its end) in its line, cell or quotation. */
  private isFramed(pattern: Pattern, end: End, step: number): boolean {
    const outer = pattern.gaps[step > 0 ? pattern.gaps.length - 1 : 0] as readonly string[];
    if (end.status === COMPLETE && outer.length > 0) return true;
    if (this.isEllipsis(end, step) || end.inValue) return true;
    const { at } = end;
    const edge = step > 0 ? lineEnd(this.stream, at) : lineStart(this.stream, at);
    if (step > 0 ? this.wordAt(at) === this.wordAt(edge) : this.wordAt(edge) === this.wordAt(at))
      return true;
    this.match.at = at;
    return this.match.edge(step) === QUOTED_EDGE;
  }

  /** Whether no other word is in the message's line. */
  private hasLine(head: End, tail: End): boolean {
    return (
      this.wordAt(lineStart(this.stream, head.at)) === this.wordAt(head.at) &&
      this.wordAt(lineEnd(this.stream, tail.at)) === this.wordAt(tail.at)
    );
  }

  private isEllipsis(end: End, step: number): boolean {
    if (end.status !== CUT) return false;
    const { chars } = this.stream;
    if (end.inValue) {
      const dot = step > 0 ? end.edge - 1 : end.edge;
      return chars[dot] === 0x2e && chars[dot - step] === 0x2e;
    }
    const dot = step > 0 ? end.at : end.at - 1;
    return chars[dot] === 0x2e && chars[dot + step] === 0x2e;
  }

  private build(
    number: number,
    pattern: Pattern,
    head: End,
    tail: End,
    weight: number,
    cut: boolean,
  ): Claim {
    const first = head.segment - pattern.firstSegment;
    const last = tail.segment - pattern.firstSegment;
    const gaps = pattern.gaps.slice(first, last + 2).map((names) => [...names]);
    const leading = head.status === COMPLETE || head.inValue;
    const trailing = tail.status === COMPLETE || tail.inValue;
    if (!leading) gaps[0] = [];
    if (!trailing) gaps[gaps.length - 1] = [];
    let start = head.edge;
    let end = tail.edge;
    if (leading && (gaps[0] as string[]).length > 0) {
      start = lineStart(this.stream, start);
    }
    if (trailing && (gaps[gaps.length - 1] as string[]).length > 0) {
      end = lineEnd(this.stream, end);
    }
    const { edits, confusions, marks } = this.match;
    return {
      complete: !cut,
      pattern: number,
      alignment: {
        starts: this.starts.slice(first, last + 1),
        ends: this.ends.slice(first, last + 1),
      },
      gaps,
      certainty: cut || edits + confusions + marks > 0 ? 'partial' : 'exact',
      start,
      end,
      weight,
    };
  }
}

function isBracket(folded: number): boolean {
  return '()[]（）【】〔〕'.includes(String.fromCharCode(folded));
}
