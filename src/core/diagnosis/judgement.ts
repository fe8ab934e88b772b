import { classOf, WORD } from './characters';
import type { Claim } from './claim';
import { Ends } from './ends';
import type { Laid } from './loose-alignment';
import { COMPLETE, type LooseMatch } from './loose-match';
import { lineStart, type Stream } from './normalise';
import { beforeEllipsis, openEnd, openStart } from './open-end';
import type { PartialGround } from './partial';
import type { Pattern } from './pattern';
import { isOrdinary } from './rarity';
import type { Words } from './vocabulary';

/**
 * What must be there of a message that is cut off, to be sure of it: so many bits, and such a share of it; a smaller
 * share where it is torn within a word or at an ellipsis, so that it is surely cut off. Less is needed where the fragment
 * has its line, cell or quotation for itself: other text does not begin and end just there.
 */
const FRAMED = { bits: 6, share: 0.45, tornShare: 0.3 };
const UNFRAMED = { bits: 10, share: 1, tornShare: 0.45 };
/** The same for a fragment that goes to its line's end and has only a time stamp, a level or a label before it. */
const LABELLED = { bits: 10, share: 0.6, tornShare: 0.45 };
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
/**
 * Bits that must be there if whole words are missing at the start: the rest may be a message of its own. Fewer suffice if the
 * rest is most of the message.
 */
const LEAST_BITS_WITHOUT_START = 16;
const WITHOUT_LITTLE = { bits: 10, letters: 24, share: 0.7 };
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

/** How much of a pattern is there. */
interface Evidence {
  /** The bits of all its words, and of those that are there. */
  all: number;
  there: number;
  /** The letters of all its words, and of those that are there. */
  allLetters: number;
  letters: number;
  /** How many words are there whole, and of a torn one how many letters. */
  whole: number;
  inWord: number;
  /** Whether one of the whole words is not an ordinary one. */
  telling: boolean;
}

/** Decides whether what was found of a damaged message is enough to claim it. */
export class Judge {
  private readonly ends: Ends;

  constructor(
    private readonly ground: PartialGround,
    private readonly text: string,
    private readonly stream: Stream,
    words: Words,
    private readonly match: LooseMatch,
    budget: { steps: number },
  ) {
    this.ends = new Ends(ground.patterns, text, stream, words, budget);
  }

  /**
   * Weighs what was found; a claim if it is enough to be sure.
   *
   * @param sole whether the line ends there and no other rule's pattern begins with what is there
   */
  judge(number: number, pattern: Pattern, laid: Laid, sole: boolean): Claim | undefined {
    const { match, ends } = this;
    const { head, tail } = laid;
    if (tail.literal <= head.literal) return undefined;
    const evidence = this.weigh(pattern, laid);
    if (!evidence) return undefined;
    const { letters } = evidence;
    if (match.edits > 0) {
      if (match.edits > 1 && letters < match.edits * LETTERS_PER_EDIT) return undefined;
      const little = evidence.there < LEAST_BITS_MISSPELT && letters < LEAST_LETTERS_MISSPELT;
      if (letters < LEAST_LETTERS || (little && !ends.hasLine(head, tail))) return undefined;
    }
    if (match.marks > 2 + letters / 6) return undefined;
    const cut = ends.isCut(pattern, head, -1) || ends.isCut(pattern, tail, 1);
    if (cut && !this.isSureThoughCut(pattern, laid, evidence, sole)) return undefined;
    let weight = tail.literal - head.literal - EDIT_COST * (match.edits + match.marks);
    if (cut) weight *= CUT_WEIGHT;
    if (laid.breaks > 0) weight *= WRAPPED_WEIGHT;
    return this.build(number, pattern, laid, weight, cut);
  }

  /** Adds up what is there; nothing if it is no good at all. */
  private weigh(pattern: Pattern, { head, tail }: Laid): Evidence | undefined {
    const { patterns, rarity, index } = this.ground;
    const { misspelt } = this.match;
    const sum: Evidence = {
      all: 0,
      there: 0,
      allLetters: 0,
      letters: 0,
      whole: 0,
      inWord: 0,
      telling: false,
    };
    for (let word = pattern.firstWord; word < pattern.endWord; word++) {
      const bits = rarity.ofWord(word, index);
      const start = patterns.wordStarts.at(word);
      const end = patterns.wordEnds.at(word);
      sum.all += bits;
      sum.allLetters += end - start;
      const held = Math.min(end, tail.literal) - Math.max(start, head.literal);
      if (held <= 0) continue;
      sum.letters += held;
      if (held < end - start) {
        // Of a torn word that is misspelt so little may be there that it is another word.
        if (held < LETTERS_PER_EDIT && misspelt.includes(word)) return undefined;
        sum.inWord = Math.max(sum.inWord, held);
        sum.there += (bits * held) / (end - start) / 2;
      } else {
        sum.whole++;
        sum.telling ||= !isOrdinary(patterns.literals.chars, start, end);
        sum.there += misspelt.includes(word) ? bits * Math.max(0, 1 - 1.5 / (end - start)) : bits;
      }
    }
    return sum;
  }

  /** Whether enough is there of a message that is cut off, and the text ends there as it would. */
  private isSureThoughCut(pattern: Pattern, laid: Laid, sum: Evidence, sole: boolean): boolean {
    const { match, ends } = this;
    const { head, tail } = laid;
    const { all, there, letters, allLetters, whole, inWord } = sum;
    if (!ends.isCredible(head, -1) || !ends.isCredible(tail, 1)) return false;
    if (ends.breaksAtNumber(tail) || ends.beginsSentence(head)) return false;
    const begins = ends.isFramed(pattern, head, -1);
    const ended = ends.isFramed(pattern, tail, 1);
    const framed = begins && ended;
    const labelled = !begins && ended && ends.isLabelled(head);
    const torn = inWord > (framed ? 0 : 2) || ends.isEllipsis(head, -1) || ends.isEllipsis(tail, 1);
    const plain = !torn && !sum.telling && head.segment === tail.segment && !tail.inValue;
    const least = plain ? ORDINARY_SHARE : 0;
    const beginsWhole = !ends.isCut(pattern, head, -1);
    const anchored =
      sole && framed && match.edits === 0 && beginsWhole && ends.endsLine(tail) && !ends.lacksNumber(pattern, tail);
    if (anchored) return this.isEnoughAlone(pattern, laid, sum, least);
    // Whole words that other text surrounds are other text.
    if (whole < 1 || !(torn || framed || labelled)) return false;
    const limits = framed ? FRAMED : labelled ? LABELLED : UNFRAMED;
    const share = torn ? Math.max(there / all, letters / allLetters) : Math.min(there / all, letters / allLetters);
    const little = share >= WITHOUT_LITTLE.share && letters >= WITHOUT_LITTLE.letters;
    const rest = little ? WITHOUT_LITTLE.bits : LEAST_BITS_WITHOUT_START;
    const bits = beginsWhole || torn ? limits.bits : rest;
    return there >= bits && share >= Math.max(least, torn ? limits.tornShare : limits.share);
  }

  /** Whether enough is there of a message that no other one begins like, in a line that ends within it. */
  private isEnoughAlone(pattern: Pattern, { tail }: Laid, { there, whole, inWord }: Evidence, least: number): boolean {
    const { patterns } = this.ground;
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
      start = head.inValue ? openStart(this.text, this.stream, head.at) : lineStart(this.stream, start);
    }
    if (trailing && (gaps[gaps.length - 1] as readonly string[]).length > 0) {
      end = openEnd(this.text, this.stream, start, tail.at);
      if (tail.inValue) end = beforeEllipsis(this.stream, end);
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
}
