import { classOf, WORD } from './characters';
import type { Claim } from './claim';
import { areDots, edgeAt, QUOTED_EDGE } from './edge';
import type { End, Laid } from './loose-alignment';
import { COMPLETE, CUT, type LooseMatch } from './loose-match';
import { AFTER_BREAK, lineEnd, lineStart, type Stream } from './normalise';
import type { PartialGround } from './partial';
import type { Pattern } from './pattern';
import { isOrdinary } from './rarity';
import { firstWordAt, type Words } from './vocabulary';

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
/**
 * The same for a fragment that has its line for itself from the start, if no other pattern begins so. Of a single torn word
 * so many letters must be there. The larger the pack, the more it tells that nothing else in it begins so.
 */
const SOLE = { bits: 6, share: 0.45, tornShare: 0.3, wordShare: 0.45, letters: 6 };
/** Such a share of a fragment of ordinary words only, without a value or a mark of the cut: many other messages begin alike. */
const ORDINARY_SHARE = 0.6;
/** A value that is there says as much about how much of the message is there as so many letters. */
const VALUE_LETTERS = 4;
const BITS_PER_LETTER = 0.5;
/** So many imagined patterns keep a small pack from telling much by what it does not hold. */
const PRIOR = 50;
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
const ZERO = 0x30;
const NINE = 0x39;

/** Decides whether what was found of a damaged message is enough to claim it. */
export class Judge {
  constructor(
    private readonly ground: PartialGround,
    private readonly text: string,
    private readonly stream: Stream,
    private readonly words: Words,
    private readonly match: LooseMatch,
    private readonly budget: { steps: number },
  ) {}

  /**
   * Weighs what was found; a claim if it is enough to be sure.
   *
   * @param sole whether the line ends there and no other rule's pattern begins with what is there
   */
  judge(number: number, pattern: Pattern, laid: Laid, sole: boolean): Claim | undefined {
    const { patterns, rarity, index } = this.ground;
    const { match } = this;
    const { head, tail } = laid;
    if (tail.literal <= head.literal) return undefined;
    let all = 0;
    let there = 0;
    let letters = 0;
    let whole = 0;
    let inWord = 0;
    let telling = false;
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
        // Of a torn word that is misspelt so little may be there that it is another word.
        if (held < LETTERS_PER_EDIT && match.misspelt.includes(word)) return undefined;
        inWord = Math.max(inWord, held);
        there += (bits * held) / (end - start) / 2;
      } else {
        whole++;
        telling ||= !isOrdinary(patterns.literals.chars, start, end);
        there += match.misspelt.includes(word) ? bits * Math.max(0, 1 - 1.5 / (end - start)) : bits;
      }
    }
    if (match.edits > 0) {
      if (match.edits > 1 && letters < match.edits * LETTERS_PER_EDIT) return undefined;
      const little = there < LEAST_BITS_MISSPELT && letters < LEAST_LETTERS_MISSPELT;
      if (letters < LEAST_LETTERS || (little && !this.hasLine(head, tail))) return undefined;
    }
    if (match.marks > 2 + letters / 6) return undefined;
    let weight = tail.literal - head.literal - EDIT_COST * (match.edits + match.marks);
    const cut = this.isCut(pattern, head, -1) || this.isCut(pattern, tail, 1);
    if (cut) {
      if (!this.isCredible(head, -1) || !this.isCredible(tail, 1)) return undefined;
      const framed = this.isFramed(pattern, head, -1) && this.isFramed(pattern, tail, 1);
      const torn =
        inWord > (framed ? 0 : 2) || this.isEllipsis(head, -1) || this.isEllipsis(tail, 1);
      const anchored =
        sole &&
        framed &&
        match.edits === 0 &&
        !this.isCut(pattern, head, -1) &&
        this.endsLine(tail) &&
        !this.lacksNumber(pattern, tail);
      if (this.breaksAtNumber(tail)) return undefined;
      const plain = !torn && !telling && head.segment === tail.segment && !tail.inValue;
      const least = plain ? ORDINARY_SHARE : 0;
      if (anchored) {
        if (!this.isEnoughAlone(pattern, laid, there, whole, inWord, least)) return undefined;
        return this.build(number, pattern, laid, weight * CUT_WEIGHT, cut);
      }
      // Whole words that other text surrounds are other text.
      if (whole < 1 || !(torn || framed)) return undefined;
      const limits = framed ? FRAMED : UNFRAMED;
      const bits = this.isCut(pattern, head, -1) && !torn ? LEAST_BITS_WITHOUT_START : limits.bits;
      const share = torn
        ? Math.max(there / all, letters / allLetters)
        : Math.min(there / all, letters / allLetters);
      if (there < bits || share < Math.max(least, torn ? limits.tornShare : limits.share))
        return undefined;
      weight *= CUT_WEIGHT;
    }
    if (laid.breaks > 0) weight *= WRAPPED_WEIGHT;
    return this.build(number, pattern, laid, weight, cut);
  }

  /** Whether enough is there of a message that no other one begins like, in a line that ends within it. */
  private isEnoughAlone(
    pattern: Pattern,
    laid: Laid,
    there: number,
    whole: number,
    inWord: number,
    least: number,
  ): boolean {
    const { patterns } = this.ground;
    const { tail } = laid;
    let all = 0;
    let seen = 0;
    for (let segment = pattern.firstSegment; segment < pattern.endSegment; segment++) {
      const start = patterns.segmentStarts.at(segment);
      const end = patterns.segmentEnds.at(segment);
      for (let at = start; at < end; at++) {
        if (classOf(patterns.literals.chars[at] as number) !== WORD) continue;
        all++;
        if (at < tail.literal) seen++;
      }
    }
    if (whole < 1) {
      return inWord >= SOLE.letters && inWord === seen && seen / all >= SOLE.wordShare;
    }
    let inWords = 0;
    for (let word = pattern.firstWord; word < pattern.endWord; word++) {
      const start = patterns.wordStarts.at(word);
      inWords += Math.max(0, Math.min(patterns.wordEnds.at(word), tail.literal) - start);
    }
    const pack = Math.log2((patterns.count + PRIOR) / PRIOR);
    // Letters that stand against values are of no word, and a torn word tells as much as its letters do.
    const bits = there + (seen - inWords + inWord / 2) * BITS_PER_LETTER + pack;
    const reached = tail.segment - pattern.firstSegment + (tail.inValue ? 1 : 0);
    const values = (gap: number) => pattern.gap(gap).length * VALUE_LETTERS;
    for (let gap = 0; gap <= pattern.endSegment - pattern.firstSegment; gap++) {
      all += values(gap);
      if (gap <= reached) seen += values(gap);
    }
    const share = Math.max(least, inWord > 0 ? SOLE.tornShare : SOLE.share);
    return bits >= SOLE.bits && seen / all >= share;
  }

  /** Whether a fixed number follows what is there: numbers tell messages apart that are otherwise the same. */
  private lacksNumber(pattern: Pattern, tail: End): boolean {
    const { literals, segmentEnds } = this.ground.patterns;
    for (let at = tail.literal; at < segmentEnds.at(pattern.endSegment - 1); at++) {
      const char = literals.chars[at] as number;
      if (char >= ZERO && char <= NINE) return true;
    }
    return false;
  }

  /** Whether the message breaks off just before a fixed number, or within it: what is left of it is another number. */
  private breaksAtNumber(tail: End): boolean {
    if (tail.status !== CUT || tail.inValue) return false;
    const { literals, segmentEnds } = this.ground.patterns;
    const end = segmentEnds.at(tail.segment);
    let at = tail.literal;
    while (at < end && classOf(literals.chars[at] as number) !== WORD) at++;
    const char = at < end ? (literals.chars[at] as number) : 0;
    return char >= ZERO && char <= NINE;
  }

  /** Whether no word follows in the line. */
  private endsLine(tail: End): boolean {
    return (
      tail.inValue || this.firstWordAt(lineEnd(this.stream, tail.at)) === this.firstWordAt(tail.at)
    );
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
    const from = step > 0 ? this.firstWordAt(end.at) : this.firstWordAt(end.edge);
    const to = step > 0 ? this.firstWordAt(end.edge) : this.firstWordAt(end.at);
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
    if (this.isEllipsis(end, step) || end.inValue) return true;
    if (end.status === COMPLETE) {
      const outer = pattern.gap(step > 0 ? pattern.endSegment - pattern.firstSegment : 0);
      if (outer.length > 0) return true;
    }
    const { at } = end;
    const edge = step > 0 ? lineEnd(this.stream, at) : lineStart(this.stream, at);
    if (
      step > 0
        ? this.firstWordAt(at) === this.firstWordAt(edge)
        : this.firstWordAt(edge) === this.firstWordAt(at)
    )
      return true;
    return edgeAt(this.text, this.stream, at, step, false, this.budget) === QUOTED_EDGE;
  }

  /** Whether no other word is in the message's line. */
  private hasLine(head: End, tail: End): boolean {
    return (
      this.firstWordAt(lineStart(this.stream, head.at)) === this.firstWordAt(head.at) &&
      this.firstWordAt(lineEnd(this.stream, tail.at)) === this.firstWordAt(tail.at)
    );
  }

  private isEllipsis(end: End, step: number): boolean {
    if (end.status !== CUT) return false;
    if (end.inValue) return areDots(this.stream, step > 0 ? end.edge - 1 : end.edge, -step);
    // Dots on another line are not this line's.
    if (((this.stream.flags[end.at] ?? 0) & AFTER_BREAK) !== 0) return false;
    return areDots(this.stream, step > 0 ? end.at : end.at - 1, step);
  }

  private build(number: number, pattern: Pattern, laid: Laid, weight: number, cut: boolean): Claim {
    const { head, tail } = laid;
    const first = head.segment - pattern.firstSegment;
    const last = tail.segment - pattern.firstSegment;
    const gaps = pattern.gaps.slice(first, last + 2);
    const leading = head.status === COMPLETE || head.inValue;
    const trailing = tail.status === COMPLETE || tail.inValue;
    if (!leading) gaps[0] = [];
    if (!trailing) gaps[gaps.length - 1] = [];
    let start = head.edge;
    let end = tail.edge;
    if (leading && (gaps[0] as readonly string[]).length > 0) {
      start = lineStart(this.stream, start);
    }
    if (trailing && (gaps[gaps.length - 1] as readonly string[]).length > 0) {
      end = lineEnd(this.stream, end);
    }
    const { edits, confusions, marks } = this.match;
    return {
      complete: !cut,
      pattern: number,
      alignment: {
        starts: laid.starts.slice(first, last + 1),
        ends: laid.ends.slice(first, last + 1),
      },
      gaps,
      certainty: cut || edits + confusions + marks > 0 ? 'partial' : 'exact',
      start,
      end,
      weight,
    };
  }

  private firstWordAt(at: number): number {
    return firstWordAt(this.words, at);
  }
}
