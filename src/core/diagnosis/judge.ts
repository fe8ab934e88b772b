import type { Alignment, End } from './align';
import { isDigit, isLetter } from './characters';
import { COMPLETE } from './compare';
import { areDots, edgeAt, isEllipsis, QUOTED_EDGE } from './edges';
import { type Evidence, evidenceOf } from './evidence';
import { MAX_LOOK, openEnd, openStart, quotedEnd } from './open-values';
import { areJoined, areMarks } from './pack';
import type { PackIndex, Section } from './pack-index';
import { firstWordAt, lineEdge, lineEnd, lineStart, NOWHERE } from './stream';
import { isOrdinary } from './words';

/** That a text holds a message: laid over it from `start` to `end` of its stream. */
export interface Claim {
  alignment: Alignment;
  /** Nothing was forgiven, and nothing but punctuation is missing. */
  isExact: boolean;
  /** Whether a value opens and closes it. */
  leading: boolean;
  trailing: boolean;
  start: number;
  end: number;
  /** How much fixed text it explains, less what was forgiven. Of several claims on a text those hold that explain most. */
  weight: number;
}

/** What must be there of a message that is cut off: one that has its line, cell or quotation for itself; behind a label; amid text. */
const FRAMED = { bits: 6, share: 0.45 };
const LABELLED = { bits: 10, share: 0.6 };
const UNFRAMED = { bits: 10, share: 0.45 };
/** So many bits are enough with a smaller share, the least that any claim has. */
export const STRONG = { bits: 16, share: 0.3 };
/** A fragment of ordinary words only may be another message's beginning. */
const ORDINARY_SHARE = 0.6;
/** Without its first words a message must tell so much, or be so complete. */
const HEADLESS_BITS = 16;
const LITTLE_MISSING = { share: 0.7, letters: 24, bits: 10 };
/** More than one wrong letter is forgiven only if the message has so many letters for each. */
const LEAST_LETTERS_PER_EDIT = 8;
/** Less than so many bits and letters is too little, unless it has its line for itself; ordinary words need more letters. */
const [LEAST_BITS, LEAST_LETTERS, LEAST_ORDINARY_LETTERS, LEAST_BITS_WRAPPED] = [6, 10, 9, 10];
/** A single torn word is a message if so many of its letters are there. */
const LEAST_TORN_LETTERS = 6;
/** In characters: what a forgiven letter or mark, and an empty value, take from a claim's weight. */
const [EDIT_COST, EMPTY_COST] = [4, 0.5];
const [CUT_WEIGHT, MAX_WORDS_OF_CUT_VALUE] = [0.75, 24];
/** That a text goes on with another word than the message. */
const OTHER = -2;
/** What ends a log's prefix before a message: a colon, a bracket, a dash, a time, a level. */
const LABEL =
  /(?:[\w)"'][:\]]|\]|[\s][-–—]|\d[\d:.,/-]*(?:Z| ?[AP]M)?|\b(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|SEVERE|CRITICAL|FATAL))[^\S\r\n]+$/;

/** Decides whether what was found of a message is enough to claim it, and what the claim weighs. */
export class Judge {
  /** Messages that are cut off at one end, where an ellipsis stands. */
  private readonly halves: Alignment[] = [];

  constructor(
    private readonly index: PackIndex,
    private readonly section: Section,
  ) {}

  /** The claim that an alignment is enough for, if any. */
  judge(alignment: Alignment): Claim | undefined {
    const { pack } = this.index;
    const { pattern, head, tail, isWrapped } = alignment;
    const { edits, marks, looks } = alignment.forgiven;
    const first = pack.segmentStarts[pack.firstSegment[pattern] as number] as number;
    const last = pack.segmentEnds[(pack.firstSegment[pattern + 1] as number) - 1] as number;
    if (tail.lit <= head.lit) return undefined;
    const isHeadCut = head.status !== COMPLETE && !areMarks(pack, first, head.lit);
    const isTailCut = tail.status !== COMPLETE && !areMarks(pack, tail.lit, last);
    const isCut = isHeadCut || isTailCut;
    if (isCut || isWrapped || edits + marks > 0 || (pack.weights[pattern] as number) < LEAST_LETTERS + 2) {
      const isEllipsed = isHeadCut !== isTailCut && (isHeadCut ? this.isEllipsis(head, -1) : this.isEllipsis(tail, 1));
      const evidence = evidenceOf(this.index, alignment, isCut && !isEllipsed ? STRONG.share : 0);
      if (!evidence) return undefined;
      const { bits, letters } = evidence;
      // Two words with line ends between them are in many texts.
      if (isWrapped && (isCut || bits < LEAST_BITS_WRAPPED)) return undefined;
      const isVague = !isCut && !evidence.isTelling && letters < LEAST_ORDINARY_LETTERS;
      const isLittle = isVague || (bits < LEAST_BITS && letters < LEAST_LETTERS);
      const mayBeChance = isLittle && (edits > 0 || alignment.starts.length > 1);
      if (mayBeChance && !(this.isAtLineEdge(head.at, -1) && this.isAtLineEdge(tail.at, 1))) return undefined;
      if (edits > 0 && (letters < 5 || (edits > 1 && letters < edits * LEAST_LETTERS_PER_EDIT))) return undefined;
      if (marks > 2 + letters / 6) return undefined;
      if (isEllipsed) this.halves.push(alignment);
      if (isTailCut && this.lacksNumber(tail, last, evidence)) return undefined;
      if (isCut && !this.isSure(alignment, evidence, isHeadCut)) return undefined;
    }
    return this.claim(alignment, isCut, !isCut && edits + marks + looks === 0);
  }

  /** Claims of messages that are cut in the middle: of a beginning and an end that an ellipsis stands between. */
  joinHalves(): Claim[] {
    const { stream } = this.section;
    const keyOf = (pattern: number, at: number) => pattern * (stream.words + 1) + firstWordAt(stream, at);
    const beginnings = new Map<number, Alignment>();
    for (const half of this.halves) {
      if (half.head.status === COMPLETE) beginnings.set(keyOf(half.pattern, half.tail.at), half);
    }
    return this.halves.flatMap((end) => {
      const beginning = beginnings.get(keyOf(end.pattern, end.head.at));
      if (end.tail.status !== COMPLETE || !beginning || beginning.tail.lit > end.head.lit) return [];
      const joined: Alignment = {
        ...end,
        head: beginning.head,
        hole: { from: beginning.tail.lit, to: end.head.lit },
        starts: beginning.starts.map((at, i) => (beginning.ends[i] === NOWHERE ? (end.starts[i] as number) : at)),
        ends: end.ends.map((at, i) => (at === NOWHERE ? (beginning.ends[i] as number) : at)),
      };
      const evidence = evidenceOf(this.index, joined, STRONG.share);
      return evidence && this.isSure(joined, evidence, false) ? [this.claim(joined, true, false)] : [];
    });
  }

  /** Whether enough is there of a message that is cut off, and the text ends there as it would. */
  private isSure(alignment: Alignment, evidence: Evidence, isHeadCut: boolean): boolean {
    const { head, tail } = alignment;
    const { letters, words, tornLetters } = evidence;
    // Without its first words, a message of which letters are wrong is rather another one's end.
    const share = evidence.share * (1 - (isHeadCut ? EDIT_COST * alignment.forgiven.edits : 0) / letters);
    if (!this.isCredible(head, -1) || !this.isCredible(tail, 1)) return false;
    if (tail.inValue && this.beginsBehind(alignment) === OTHER) return false;
    if (isHeadCut && this.beginsSentence(head)) return false;
    const ends = this.isFramed(alignment, tail, 1);
    const isFramed = ends && this.isFramed(alignment, head, -1);
    const limits = isFramed ? FRAMED : ends && this.isLabelled(head.at) ? LABELLED : UNFRAMED;
    const hasDots = alignment.hole !== undefined || this.isEllipsis(head, -1) || this.isEllipsis(tail, 1);
    const isTorn = hasDots || tornLetters > (isFramed ? 0 : 2);
    const isOrdinaryOnly = !evidence.isTelling && head.segment === tail.segment && !tail.inValue;
    if (limits === UNFRAMED && !isTorn) return false;
    const isStrong = !isHeadCut && isFramed && evidence.bits >= STRONG.bits;
    const least = isOrdinaryOnly ? ORDINARY_SHARE : isStrong ? STRONG.share : limits.share;
    if (share < least) return false;
    if (words < 1) return isFramed && !isHeadCut && tornLetters >= LEAST_TORN_LETTERS && share >= limits.share;
    const isLittleMissing = share >= LITTLE_MISSING.share && letters >= LITTLE_MISSING.letters;
    const leastBits = !isHeadCut || isTorn ? limits.bits : isLittleMissing ? LITTLE_MISSING.bits : HEADLESS_BITS;
    return evidence.bits >= leastBits;
  }

  private claim(alignment: Alignment, isCut: boolean, isExact: boolean): Claim {
    const { text, stream } = this.section;
    const { pack } = this.index;
    const { pattern, head, tail, starts, ends } = alignment;
    const count = starts.length;
    const isLost = tail.status === COMPLETE && starts[count - 1] === NOWHERE;
    const leading = head.inValue || (head.status === COMPLETE && pack.leads[pattern] !== 0);
    const trailing = tail.inValue || isLost || (tail.status === COMPLETE && pack.trails[pattern] !== 0);
    let start = leading && !head.inValue ? quotedEnd(pack, head.lit, this.section, head.at, -1) : NOWHERE;
    if (start < 0) start = head.inValue ? openStart(stream, head.at) : leading ? lineStart(stream, head.at) : head.at;
    const behind = isLost ? (pack.segmentStarts[tail.segment] as number) : tail.lit;
    let end = trailing && !tail.inValue ? quotedEnd(pack, behind, this.section, tail.at, 1) : NOWHERE;
    if (end < 0) end = trailing ? openEnd(text, stream, start, tail.at, tail.inValue || isLost) : tail.at;
    this.section.budget.steps -= Math.min(MAX_LOOK, end - start);
    let weight = -EDIT_COST * (alignment.forgiven.edits + alignment.forgiven.marks);
    const first = pack.firstSegment[pattern] as number;
    for (let i = 0; i < count; i++) {
      if (starts[i] === NOWHERE || ends[i] === NOWHERE) continue;
      const lit = Math.max(pack.segmentStarts[first + i] as number, head.lit);
      const length = Math.min(tail.lit, pack.segmentEnds[first + i] as number) - lit;
      weight += Math.max(0, Math.min((ends[i] as number) - (starts[i] as number), length));
      // An empty value is seldom meant.
      if (ends[i] === starts[i + 1]) weight -= EMPTY_COST;
    }
    if (isCut) weight *= CUT_WEIGHT;
    const torn = tail.inValue ? this.beginsBehind(alignment) : NOWHERE;
    if (torn > 0) starts[tail.segment + 1 - first] = torn;
    return { alignment, isExact, leading, trailing, start, end, weight };
  }

  /** Whether a value in which the text is cut off looks like one: it is short, not of ordinary words, and not a sentence's end. */
  private isCredible(end: End, step: number): boolean {
    if (!end.inValue || this.isEllipsis(end, step)) return true;
    const { stream } = this.section;
    const edge = lineEdge(stream, end.at, step);
    const from = firstWordAt(stream, Math.min(end.at, edge));
    const to = firstWordAt(stream, Math.max(end.at, edge));
    if (to - from > MAX_WORDS_OF_CUT_VALUE) return false;
    let ordinary = 0;
    // The last word may be torn.
    for (let word = from; word < to - 1; word++) if (isOrdinary(stream.wordHashes[word] as number)) ordinary++;
    const isSentence = step > 0 && to - from > 2 && ordinary > 0 && stream.chars[edge - 1] === 0x2e;
    return !isSentence && ordinary * 2 <= to - from;
  }

  /** Where the fixed text behind a value begins, torn at the value's end. `OTHER` if that goes on with another word. */
  private beginsBehind({ head, tail: { segment, at } }: Alignment): number {
    const { pack, respelling } = this.index;
    const { chars, flags } = pack.stream;
    const { text, stream } = this.section;
    const from = pack.segmentEnds[segment] as number;
    const end = pack.segmentEnds[segment + 1] as number;
    let word = pack.segmentWord[segment + 1] as number;
    const edge = openEnd(text, stream, head.at, at, true);
    for (let place = at; place < edge && pack.wordSegment[word] === segment + 1; place++) {
      if (flags[from] !== 0 && stream.flags[place] === 0) continue;
      let same = 0;
      while (place + same < edge && stream.chars[place + same] === chars[from + same]) same++;
      if (place + same === edge && place > at) return place;
      if (from + same < (pack.wordEnds[word] as number) || place + same === edge || from + same >= end) continue;
      while ((pack.wordEnds[word] as number) <= from + same && areJoined(pack, word)) word++;
      const start = Math.min(same, (pack.wordStarts[word] as number) - from);
      return respelling.isNear(word, stream, firstWordAt(stream, place + start)) ? NOWHERE : OTHER;
    }
    return NOWHERE;
  }

  /** Whether the fixed number is missing that comes next, or that tells the message from others of which there is only a word. */
  private lacksNumber(tail: End, last: number, { words }: Evidence): boolean {
    if (tail.inValue) return false;
    const { chars, flags } = this.index.pack.stream;
    let to = tail.lit;
    // The rest of the torn word, the marks behind it, and the next word.
    while (to < last && isLetter(chars[to] as number) && flags[to] === 0) to++;
    while (to < last && !isLetter(chars[to] as number)) to++;
    while (to < last && isLetter(chars[to] as number) && (flags[to + 1] === 0 || words < 2)) to++;
    return chars.subarray(tail.lit, words < 2 ? last : Math.min(last, to + 1)).some(isDigit);
  }

  /** Whether the text begins a sentence in the midst of the message's. */
  private beginsSentence(head: End): boolean {
    if (head.inValue || this.isEllipsis(head, -1)) return false;
    const { text, stream } = this.section;
    const own = this.index.pack.text.charAt(this.index.pack.stream.starts[head.lit] as number);
    return /^\p{Lu}(?!\p{Lu})/u.test(text.substr(stream.starts[head.at] as number, 2)) && !/\p{Lu}/u.test(own);
  }

  private isFramed({ pattern }: Alignment, end: End, step: number): boolean {
    const { leads, trails } = this.index.pack;
    const isOpen = end.inValue || (end.status === COMPLETE && (step > 0 ? trails : leads)[pattern] !== 0);
    if (isOpen || this.isEllipsis(end, step) || this.isAtLineEdge(end.at, step)) return true;
    return edgeAt(this.section.text, this.section.stream, end.at, step, false) === QUOTED_EDGE;
  }

  private isEllipsis(end: End, step: number): boolean {
    if (end.status === COMPLETE) return false;
    const { stream } = this.section;
    return end.inValue ? areDots(stream, lineEdge(stream, end.at, step), -step) : isEllipsis(stream, end.at, step);
  }

  private isLabelled(at: number): boolean {
    const from = this.section.stream.starts[at] as number;
    return LABEL.test(this.section.text.slice(Math.max(0, from - 16), from));
  }

  /** Whether nothing but marks stands between a place and its line's end (`step` -1: start). */
  private isAtLineEdge(at: number, step: number): boolean {
    const { stream } = this.section;
    return firstWordAt(stream, step > 0 ? lineEnd(stream, at) : lineStart(stream, at)) === firstWordAt(stream, at);
  }
}
