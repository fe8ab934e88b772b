import { classOf, QUOTE_MARK, WORD } from './characters';
import { areDots } from './edge';
import { AFTER_BREAK, DECORATION, type Stream } from './normalise';
import { isWordChar, OPEN_LEFT, OPEN_RIGHT, type Pattern, type Patterns } from './pattern';

/** Punctuation that gets lost where a message begins and ends. */
const LOST_AT_START = '{[(<"\\';
const LOST_AT_END = '.,:;!?)]}>"\\';
const BACKSLASH = 0x5c;
/** No place. */
export const NOT_FOUND = -1;

/**
 * Compares segments with a text at one place, character by character. Exact but for what the contract forgives: case, white
 * space, escapes and quoting (gone with normalisation), quotation marks and backslashes lost or added, marks at the start of
 * a line, and punctuation lost at the pattern's very start and end.
 */
export class SegmentMatch {
  constructor(
    private readonly patterns: Patterns,
    private readonly stream: Stream,
    private readonly budget: { steps: number },
  ) {}

  /**
   * Compares a segment from `offset` on with the text from `at` on.
   *
   * @returns the end of the segment in the stream (exclusive), or `NOT_FOUND`
   */
  forward(pattern: Pattern, segment: number, offset: number, at: number): number {
    const { literals } = this.patterns;
    const { chars, flags, length } = this.stream;
    const start = this.patterns.segmentStarts.at(segment);
    const end = this.patterns.segmentEnds.at(segment);
    const open = this.patterns.segmentOpen.at(segment);
    const lead = this.hardOffset(segment);
    if (offset <= lead && (!(open & OPEN_LEFT) || lead > 0) && !this.isWordBoundary(at)) {
      return NOT_FOUND;
    }
    const from = at;
    let last = at;
    let next = start + offset;
    while (next < end) {
      const wanted = literals.chars[next] as number;
      if (at < length && chars[at] === wanted) {
        // What stands on the next line is not the message's own.
        if (((flags[at] as number) & AFTER_BREAK) !== 0 && this.loses(pattern, segment, next)) {
          at = last;
          break;
        }
        next++;
        last = ++at;
      } else if (at < length && at > from && ((flags[at] as number) & DECORATION) !== 0) {
        at++;
      } else if (isSoft(wanted)) {
        next++;
      } else if (at < length && at > from && isSoft(chars[at] as number) && !this.isWithin(next)) {
        at++;
      } else if (this.loses(pattern, segment, next)) {
        // What was stepped over on the way to it is not the message's.
        at = last;
        break;
      } else {
        this.budget.steps -= next - start;
        return NOT_FOUND;
      }
    }
    this.budget.steps -= next - start;
    // Where a value follows a quotation mark that is not there, it follows the word.
    const closed = !(open & OPEN_RIGHT) || isSoft(literals.chars[end - 1] as number);
    if (closed && !this.isWordBoundary(at)) return NOT_FOUND;
    return at;
  }

  /** Whether a word of the pattern goes on over the place before its character `next`. */
  private isWithin(next: number): boolean {
    const { chars, flags } = this.patterns.literals;
    return flags[next] === 0 && isWordChar(chars[next] as number) && isWordChar(chars[next - 1] as number);
  }

  /** Compares a segment's first `offset` characters with the text before `at`; the start in the stream, or `NOT_FOUND`. */
  backward(pattern: Pattern, segment: number, offset: number, at: number): number {
    const { literals } = this.patterns;
    const { chars, flags } = this.stream;
    const start = this.patterns.segmentStarts.at(segment);
    const from = at;
    let next = start + offset;
    while (next > start) {
      const wanted = literals.chars[next - 1] as number;
      if (at > 0 && chars[at - 1] === wanted) {
        next--;
        at--;
      } else if (isSoft(wanted)) {
        next--;
      } else if (at > 0 && at < from && isSoft(chars[at - 1] as number)) {
        at--;
      } else if (at > 0 && at < from && ((flags[at - 1] as number) & DECORATION) !== 0) {
        at--;
      } else if (segment === pattern.firstSegment && this.canLose(start, next, LOST_AT_START)) {
        break;
      } else {
        return NOT_FOUND;
      }
    }
    this.budget.steps -= from - at;
    const open = this.patterns.segmentOpen.at(segment);
    if (!(open & OPEN_LEFT) && !this.isWordBoundary(at)) return NOT_FOUND;
    return at;
  }

  /** Whether a segment holds no word character. */
  isPunctuation(segment: number): boolean {
    const { segmentStarts, segmentEnds, literals } = this.patterns;
    for (let at = segmentStarts.at(segment); at < segmentEnds.at(segment); at++) {
      if (isWordChar(literals.chars[at] as number)) return false;
    }
    return true;
  }

  /** Whether the text `at` to `end` has white space around it where the segment has; at the pattern's end no word need follow. */
  isSpaced(pattern: Pattern, segment: number, at: number, end: number): boolean {
    const { chars, flags, length } = this.stream;
    const open = this.patterns.segmentOpen.at(segment);
    if (!(open & OPEN_LEFT) && flags[at] === 0) return false;
    const last = segment === pattern.endSegment - 1;
    // A dot of an ellipsis is no full stop.
    if (last && end === at + 1 && (areDots(this.stream, at, 1) || areDots(this.stream, at, -1))) return false;
    if ((open & OPEN_RIGHT) !== 0 || end >= length || flags[end] !== 0) return true;
    return last && !isWordChar(chars[end] as number);
  }

  /** How many quotation marks and backslashes a segment opens with, if something follows them. */
  hardOffset(segment: number): number {
    const { chars } = this.patterns.literals;
    const start = this.patterns.segmentStarts.at(segment);
    const end = this.patterns.segmentEnds.at(segment);
    let at = start;
    while (at < end - 1 && isSoft(chars[at] as number)) at++;
    return at - start;
  }

  /**
   * Moves a segment's start to the left over the quotation marks that it opens with, as far as they are there; the line may
   * be wrapped after them.
   */
  takeQuotesBefore(segment: number, lead: number, at: number, from: number): number {
    const { chars, flags } = this.stream;
    const start = this.patterns.segmentStarts.at(segment);
    for (let left = lead; left > 0; left--) {
      let before = at - 1;
      while (before > from && ((flags[before] as number) & DECORATION) !== 0) before--;
      if (before < from || chars[before] !== this.patterns.literals.chars[start + left - 1]) break;
      at = before;
    }
    return at;
  }

  /**
   * Whether all that is left of a pattern, from the literal character `next` of a segment on, is punctuation that gets lost
   * at its end.
   */
  loses(pattern: Pattern, segment: number, next: number): boolean {
    const end = this.patterns.segmentEnds.at(segment);
    return segment === pattern.endSegment - 1 && this.canLose(next, end, LOST_AT_END);
  }

  /** Whether the literal characters `from` to `to` are all among those that get lost at a message's outer ends. */
  private canLose(from: number, to: number, marks: string): boolean {
    const { chars } = this.patterns.literals;
    for (let at = from; at < to; at++) {
      if (!marks.includes(String.fromCharCode(chars[at] as number))) return false;
    }
    return true;
  }

  /** Whether no word of the text goes on over the place before `at`. */
  private isWordBoundary(at: number): boolean {
    const { chars, flags, length } = this.stream;
    if (at <= 0 || at >= length || flags[at] !== 0) return true;
    return classOf(chars[at] as number) !== WORD || classOf(chars[at - 1] as number) !== WORD;
  }
}

/** Quotation marks and backslashes come and go as a text is quoted and escaped. */
export function isSoft(folded: number): boolean {
  return folded === QUOTE_MARK || folded === BACKSLASH;
}
