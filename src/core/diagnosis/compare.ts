import { isDigit, isLetter, SHAPES } from './characters';
import { continuationOf } from './continuation';
import { edgeAt, isEllipsis, QUOTED_EDGE, SURE_EDGE } from './edges';
import { areMarks, isOuter, OPEN_LEFT, OPEN_RIGHT, type Pack } from './pack';
import type { Section } from './pack-index';
import { respell } from './spelling';
import { AFTER_BLANK, AFTER_BREAK, AFTER_FRAME, AFTER_SOFT, firstWordAt, NOWHERE } from './stream';
import { isOrdinary } from './words';

/** How a comparison ended: `COMPLETE` at its segment's end, `CUT` where the text may have been cut off, else `CONTRADICTED`. */
export const [COMPLETE, CUT, CONTRADICTED] = [0, 1, 2];

const [MAX_EDITS, MAX_MARKS] = [12, 12];
/** In a message of so many characters, or a word of more than 8, two letters may be wrong; else one. */
const LONG_MESSAGE = 60;
/** A message of so many characters is known even where its end stands directly against other letters. */
const GLUED_MESSAGE = 20;
/** So many passages in brackets may be put into a message, each of so many characters. */
const [MAX_BRACKETS, MAX_BRACKETED] = [2, 300];
/** So many characters beyond the place where a text is cut off may agree by chance. */
const BY_CHANCE = 6;
const [OPENERS, CLOSERS] = ['([（【〔', ')]）】〕'];

/** How much was forgiven: letters, marks, and what looks alike. */
export interface Forgiven {
  readonly edits: number;
  readonly marks: number;
  readonly looks: number;
}

const NOTHING: Forgiven = { edits: 0, marks: 0, looks: 0 };

/** Compares segments of the pack with a text, forwards or backwards (`step` 1 or -1), and steps over what can be forgiven. */
export class Comparison {
  /** The place reached in the pack's stream and in the text's. */
  lit = 0;
  at = 0;
  forgiven = NOTHING;
  isStrict = false;
  private weight = 0;
  private brackets = 0;

  constructor(
    private readonly pack: Pack,
    private readonly section: Section,
  ) {}

  /** Begins anew with a pattern; if `isStrict`, nothing is forgiven. */
  reset(pattern: number, isStrict: boolean): void {
    this.isStrict = isStrict;
    this.forgiven = NOTHING;
    this.weight = this.pack.weights[pattern] as number;
  }

  /** Compares a segment from `lit` and `at` on to its end, or start. Leaves where it ended in `lit` and `at`. */
  compare(segment: number, lit: number, at: number, step: number): number {
    const { pack, section } = this;
    const literals = pack.stream.chars;
    const { chars, flags, length } = section.stream;
    const bound = (step > 0 ? pack.segmentEnds[segment] : pack.segmentStarts[segment]) as number;
    const back = step > 0 ? 0 : 1;
    this.lit = lit;
    this.at = at;
    this.brackets = 0;
    for (;;) {
      let flag = 0;
      while (this.lit !== bound) {
        flag = this.at === at && step > 0 ? 0 : (flags[this.at] as number);
        // No message goes on after an empty line; in a new line it may go on behind the prefix that all lines have.
        if ((flag & AFTER_BLANK) !== 0) break;
        if ((flag & AFTER_BREAK) !== 0 && step > 0) this.goOn(1, literals[this.lit] as number);
        if (literals[this.lit - back] !== chars[this.at - back]) break;
        this.lit += step;
        this.at += step;
      }
      if (this.lit === bound || this.losesRest(segment, bound, step)) break;
      const wanted = literals[this.lit - back] as number;
      const isBlank = (flag & AFTER_BLANK) !== 0;
      // The mark that was left out of the line's frame may have been the pattern's own.
      if (!isBlank && ((flags[this.at] as number) & AFTER_FRAME) !== 0 && !isLetter(wanted)) {
        this.lit += step;
        continue;
      }
      if (this.isStrict) return CONTRADICTED;
      const index = this.at - back;
      if (isBlank || index < 0 || index >= length) return CUT;
      if (this.goOn(step, wanted)) continue;
      if (!this.forgive(segment, step, wanted, chars[index] as number)) return this.cut(at, step);
    }
    section.budget.steps -= Math.abs(this.lit - lit) + 1;
    const isOpen = ((pack.segmentOpen[segment] as number) & (step > 0 ? OPEN_RIGHT : OPEN_LEFT)) !== 0;
    if (this.lit === lit || isOpen || this.isBoundary(this.at)) return COMPLETE;
    if (this.isStrict) return CONTRADICTED;
    // The text's word goes on: it may have a letter too many, or be another text's.
    this.lit -= step;
    this.at -= step;
    if (this.respell(segment, step, true)) return COMPLETE;
    const isNumber = isDigit(literals[this.lit - back] as number);
    if (isNumber || this.forgiven.edits > 0 || this.weight < GLUED_MESSAGE || !isOuter(this.pack, segment, step)) {
      return this.cut(at, step);
    }
    this.lit += step;
    this.at += step;
    this.forgiveOne('looks');
    return COMPLETE;
  }

  /** Whether no word of the text goes on over a place. */
  isBoundary(at: number): boolean {
    const { chars, flags, length } = this.section.stream;
    if (at <= 0 || at >= length || flags[at] !== 0) return true;
    return !isLetter(chars[at] as number) || !isLetter(chars[at - 1] as number);
  }

  /** Goes on where the pattern does in the next line, if lines are wrapped under a prefix or within a table's cell. */
  private goOn(step: number, wanted: number): boolean {
    const { text, stream } = this.section;
    const place = continuationOf(text, stream, this.at, step);
    if (place === NOWHERE || stream.chars[step > 0 ? place : place - 1] !== wanted) return false;
    this.at = place;
    return true;
  }

  /** Whether the text may have been cut off where it contradicts, or just before that: a few characters agree by chance. */
  private cut(from: number, step: number): number {
    const { at, lit } = this;
    this.section.budget.steps -= Math.abs(at - from) + 1;
    for (let beyond = 0; beyond <= BY_CHANCE; beyond++) {
      this.at = at - step * beyond;
      this.lit = lit - step * beyond;
      if (beyond > 0 && (step > 0 ? this.at <= from : this.at >= from)) break;
      if (this.isEdge(step)) return CUT;
    }
    this.at = at;
    this.lit = lit;
    return CONTRADICTED;
  }

  /** Whether the text may have been cut off here. A quotation mark that the pattern has too is no edge. */
  private isEdge(step: number): boolean {
    const { text, stream } = this.section;
    const edge = edgeAt(text, stream, this.at, step, step > 0 && this.isInWord());
    const isOwn = ((this.pack.stream.flags[this.lit] as number) & AFTER_SOFT) !== 0;
    return edge === SURE_EDGE || (edge === QUOTED_EDGE && !isOwn);
  }

  private isInWord(): boolean {
    const { chars, flags } = this.pack.stream;
    const { lit } = this;
    return lit > 0 && flags[lit] === 0 && isLetter(chars[lit] as number) && isLetter(chars[lit - 1] as number);
  }

  /** Whether all that is left of a pattern is punctuation, which gets lost at its ends. */
  private losesRest(segment: number, bound: number, step: number): boolean {
    const { pack, lit } = this;
    if (!areMarks(pack, Math.min(lit, bound), Math.max(lit, bound)) || !isOuter(this.pack, segment, step)) return false;
    this.lit = bound;
    return true;
  }

  private forgiveOne(kind: 'marks' | 'looks'): void {
    this.forgiven = { ...this.forgiven, [kind]: this.forgiven[kind] + 1 };
  }

  /** Steps over a difference, if there is a reading that forgives it. */
  private forgive(segment: number, step: number, wanted: number, have: number): boolean {
    if (SHAPES[wanted] === SHAPES[have]) {
      this.forgiveOne('looks');
      this.lit += step;
      this.at += step;
      return true;
    }
    if (isLetter(wanted) && isLetter(have)) return this.respell(segment, step, false);
    const { stream } = this.section;
    // The letter before the mark may be missing, but not before an ellipsis.
    const isTorn = isEllipsis(stream, this.at, step);
    if (!isTorn && isLetter(wanted) && this.isInWord() && this.respell(segment, step, false)) return true;
    if (this.isEdge(step)) return false;
    if (this.skipBrackets(step, have)) return true;
    if (this.forgiven.marks === MAX_MARKS) return false;
    this.forgiveOne('marks');
    const nextWanted = this.pack.stream.chars[step > 0 ? this.lit + 1 : this.lit - 2];
    const nextHave = stream.chars[step > 0 ? this.at + 1 : this.at - 2];
    const isMissing = !isLetter(wanted) && (isLetter(have) || nextWanted === have || nextHave !== wanted);
    const isAdded = !isLetter(have) && !(isMissing && nextWanted === have);
    if (isMissing) this.lit += step;
    if (isAdded) this.at += step;
    return true;
  }

  /** Steps over a passage in brackets that was put into the text: a translation, for instance. */
  private skipBrackets(step: number, have: number): boolean {
    const kind = (step > 0 ? OPENERS : CLOSERS).indexOf(String.fromCharCode(have));
    if (kind < 0 || this.brackets === MAX_BRACKETS) return false;
    const close = (step > 0 ? CLOSERS : OPENERS).charCodeAt(kind);
    const { chars, flags, length } = this.section.stream;
    let hasNumber = false;
    for (let ahead = 1; ahead < MAX_BRACKETED; ahead++) {
      const index = step > 0 ? this.at + ahead : this.at - 1 - ahead;
      hasNumber ||= isDigit(chars[index] as number);
      if (chars[index] !== close || index >= length) continue;
      // A number in brackets at a line's start is a log's: its time, its thread.
      if (hasNumber && ((flags[step > 0 ? this.at : index] as number) & AFTER_BREAK) !== 0) return false;
      this.section.budget.steps -= ahead;
      this.brackets++;
      this.forgiveOne('looks');
      this.at += step * (ahead + 1);
      return true;
    }
    return false;
  }

  /** Takes what the text has for the pattern's word, if few letters differ. If `isWhole`, the text's word must end there. */
  private respell(segment: number, step: number, isWhole: boolean): boolean {
    const { pack, forgiven, section } = this;
    const { chars, flags } = pack.stream;
    const [first, last] = [pack.segmentStarts[segment] as number, pack.segmentEnds[segment] as number];
    let start = step > 0 ? this.lit : this.lit - 1;
    let end = start + 1;
    while (start > first && flags[start] === 0 && isLetter(chars[start - 1] as number)) start--;
    while (end < last && flags[end] === 0 && isLetter(chars[end] as number)) end++;
    const length = end - start;
    if (forgiven.edits >= MAX_EDITS) return false;
    section.budget.steps -= length * 4;
    const isLong = length > 8 || (length >= 5 && this.weight >= LONG_MESSAGE);
    const most = length < 2 && this.weight < GLUED_MESSAGE ? 0 : isLong ? 2 : 1;
    // Where the word begins in the text, in the direction of the comparison.
    const from = step > 0 ? this.at - (this.lit - start) : this.at + (end - this.lit);
    const read = respell(
      { chars, from: step > 0 ? start : end - 1, step },
      length,
      { chars: section.stream.chars, from: step > 0 ? from : from - 1, step },
      most,
      (letters) => (this.isBoundary(from + step * letters) ? 0 : isWhole ? Number.POSITIVE_INFINITY : 1),
    );
    if (!read || from + step * read.taken > section.stream.length) return false;
    const { taken, edits } = read;
    const low = step > 0 ? from : from - taken;
    const isInflected = taken !== length && section.stream.chars[low] === chars[start];
    if (edits > 0 && !isInflected && (length < 3 || this.isOrdinaryAt(low, low + taken))) return false;
    if (edits === 0) this.forgiveOne('looks');
    else this.forgiven = { ...forgiven, edits: forgiven.edits + edits };
    this.lit = step > 0 ? end : start;
    this.at = from + step * taken;
    return true;
  }

  /** Whether a stretch is an ordinary word: "now" is no misspelt "not", "valid" no misspelt "invalid". */
  private isOrdinaryAt(at: number, end: number): boolean {
    const { wordStarts, wordEnds, wordHashes } = this.section.stream;
    const word = firstWordAt(this.section.stream, at);
    return wordStarts[word] === at && wordEnds[word] === end && isOrdinary(wordHashes[word] as number);
  }
}
