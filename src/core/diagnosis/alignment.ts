import { classOf, QUOTE_MARK, WORD } from './characters';
import { AFTER_BLANK, AFTER_BREAK, DECORATION, lineEnd, type Stream } from './normalise';
import { isWordChar, OPEN_LEFT, OPEN_RIGHT, type Pattern, type Patterns } from './pattern';

/** A value is looked for over at most so many characters of the stream. */
const LONGEST_VALUE = 8192;
/** What the search for a segment costs beside the characters it reads, so that many short values are not free. */
const STEPS_PER_SEARCH = 16;
/** Punctuation that gets lost where a message begins and ends. */
const LOST_AT_START = '{[(<"\\';
const LOST_AT_END = '.,:;!?)]}>"\\';
const BACKSLASH = 0x5c;
/** No place. */
export const NOT_FOUND = -1;

/** Where the segments of a pattern stand in a text. */
export interface Alignment {
  /** Per segment its start and end (exclusive) in the stream. */
  starts: number[];
  ends: number[];
}

/**
 * Lays patterns over a text, character by character. Exact but for what the contract forgives: case, white space,
 * escapes and quoting (gone with normalisation), quotation marks and backslashes lost or added, marks at the start of a
 * line, and punctuation lost at the pattern's very start and end.
 */
export class Aligner {
  /** How many characters of punctuation the last alignment lacks at its ends. */
  missing = 0;

  constructor(
    private readonly patterns: Patterns,
    private readonly stream: Stream,
    private readonly budget: { steps: number },
  ) {}

  /**
   * Aligns a whole pattern around one of its words.
   *
   * @param word the pattern's word, by index in `Patterns`' word arrays, that is known to stand at `at`
   * @returns where each segment stands, values as short as can be and none over a line's end, or nothing
   */
  align(pattern: Pattern, word: number, at: number): Alignment | undefined {
    const { patterns } = this;
    this.missing = 0;
    const anchor = patterns.wordSegments.at(word);
    const offset = patterns.wordStarts.at(word) - patterns.segmentStarts.at(anchor);
    const start = this.matchBackward(pattern, anchor, offset, at);
    if (start === NOT_FOUND) return undefined;
    const end = this.matchForward(pattern, anchor, offset, at);
    if (end === NOT_FOUND) return undefined;
    const count = pattern.endSegment - pattern.firstSegment;
    const alignment: Alignment = {
      starts: new Array(count).fill(0),
      ends: new Array(count).fill(0),
    };
    const put = (segment: number, from: number, to: number) => {
      alignment.starts[segment - pattern.firstSegment] = from;
      alignment.ends[segment - pattern.firstSegment] = to;
    };
    put(anchor, start, end);
    let bound = start;
    for (let segment = anchor - 1; segment >= pattern.firstSegment; segment--) {
      const found = this.findBefore(pattern, segment, bound, 0);
      if (found === NOT_FOUND) return undefined;
      put(segment, found, this.matchForward(pattern, segment, 0, found));
      bound = found;
    }
    bound = end;
    for (let segment = anchor + 1; segment < pattern.endSegment; segment++) {
      const found = this.findAfter(pattern, segment, bound, 0);
      if (found === NOT_FOUND) {
        const first = patterns.segmentStarts.at(segment);
        const stop = patterns.segmentEnds.at(segment);
        if (segment < pattern.endSegment - 1 || !this.canLose(first, stop, LOST_AT_END))
          return undefined;
        this.missing += stop - first;
        // The last segment is punctuation only, and was lost: the value reaches to its line's edge.
        const edge = lineEnd(this.stream, bound);
        put(segment, edge, edge);
        break;
      }
      bound = this.matchForward(pattern, segment, 0, found);
      put(segment, found, bound);
    }
    return alignment;
  }

  /**
   * The first place at or after `from` where a segment stands, or `NOT_FOUND`. Where punctuation is all there is to
   * find, a place with the segment's own white space around it is preferred: the stop in `host.example.com.` that ends
   * the sentence is the last one.
   */
  findAfter(pattern: Pattern, segment: number, from: number, lines: number): number {
    this.budget.steps -= STEPS_PER_SEARCH;
    if (this.isPunctuation(segment)) {
      const spaced = this.scanForward(pattern, segment, from, lines, true);
      if (spaced !== NOT_FOUND) return spaced;
    }
    return this.scanForward(pattern, segment, from, lines, false);
  }

  private scanForward(
    pattern: Pattern,
    segment: number,
    from: number,
    lines: number,
    spaced: boolean,
  ): number {
    const { chars, flags, length } = this.stream;
    const lead = this.hardOffset(segment);
    const first = this.patterns.literals.chars[this.patterns.segmentStarts.at(segment) + lead];
    const stop = Math.min(length, from + LONGEST_VALUE);
    let breaks = 0;
    let at = from;
    for (; at < stop; at++) {
      const flag = flags[at] as number;
      if ((flag & AFTER_BREAK) !== 0 && (++breaks > lines || (flag & AFTER_BLANK) !== 0)) break;
      if (chars[at] !== first) continue;
      const end = this.matchForward(pattern, segment, lead, at);
      if (end === NOT_FOUND || (spaced && !this.isSpaced(segment, at, end))) continue;
      this.budget.steps -= at - from;
      return this.takeQuotesBefore(segment, lead, at, from);
    }
    this.budget.steps -= at - from;
    return NOT_FOUND;
  }

  /** The last place before `to` at which a segment stands that ends at or before `to`, or `NOT_FOUND`. */
  findBefore(pattern: Pattern, segment: number, to: number, lines: number): number {
    this.budget.steps -= STEPS_PER_SEARCH;
    if (this.isPunctuation(segment)) {
      const spaced = this.scanBackward(pattern, segment, to, lines, true);
      if (spaced !== NOT_FOUND) return spaced;
    }
    return this.scanBackward(pattern, segment, to, lines, false);
  }

  private scanBackward(
    pattern: Pattern,
    segment: number,
    to: number,
    lines: number,
    spaced: boolean,
  ): number {
    const { chars, flags } = this.stream;
    const lead = this.hardOffset(segment);
    const first = this.patterns.literals.chars[this.patterns.segmentStarts.at(segment) + lead];
    const stop = Math.max(0, to - LONGEST_VALUE);
    let breaks = 0;
    let at = to;
    for (; at >= stop; at--) {
      if (at < to && chars[at] === first) {
        const end = this.matchForward(pattern, segment, lead, at);
        if (end !== NOT_FOUND && end <= to && (!spaced || this.isSpaced(segment, at, end))) {
          this.budget.steps -= to - at;
          return this.takeQuotesBefore(segment, lead, at, 0);
        }
      }
      const flag = flags[at] as number;
      if ((flag & AFTER_BREAK) !== 0 && (++breaks > lines || (flag & AFTER_BLANK) !== 0)) break;
    }
    this.budget.steps -= to - at;
    return NOT_FOUND;
  }

  /** Whether a segment holds no word character. */
  private isPunctuation(segment: number): boolean {
    const { segmentStarts, segmentEnds, literals } = this.patterns;
    for (let at = segmentStarts.at(segment); at < segmentEnds.at(segment); at++) {
      if (isWordChar(literals.chars[at] as number)) return false;
    }
    return true;
  }

  /** Whether the text `at` to `end` has white space around it where the segment has. */
  private isSpaced(segment: number, at: number, end: number): boolean {
    const { flags, length } = this.stream;
    const open = this.patterns.segmentOpen.at(segment);
    if (!(open & OPEN_LEFT) && flags[at] === 0) return false;
    return (open & OPEN_RIGHT) !== 0 || end >= length || flags[end] !== 0;
  }

  /** How many quotation marks and backslashes a segment opens with, if something follows them. */
  private hardOffset(segment: number): number {
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
  private takeQuotesBefore(segment: number, lead: number, at: number, from: number): number {
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
   * Compares a segment from `offset` on with the text from `at` on.
   *
   * @returns the end of the segment in the stream (exclusive), or `NOT_FOUND`
   */
  matchForward(pattern: Pattern, segment: number, offset: number, at: number): number {
    const { literals } = this.patterns;
    const { chars, flags, length } = this.stream;
    const start = this.patterns.segmentStarts.at(segment);
    const end = this.patterns.segmentEnds.at(segment);
    const open = this.patterns.segmentOpen.at(segment);
    if (offset <= this.hardOffset(segment) && !(open & OPEN_LEFT) && !this.isWordBoundary(at)) {
      return NOT_FOUND;
    }
    const from = at;
    let last = at;
    let next = start + offset;
    while (next < end) {
      const wanted = literals.chars[next] as number;
      if (at < length && chars[at] === wanted) {
        if (
          ((flags[at] as number) & AFTER_BREAK) !== 0 &&
          this.endsBefore(pattern, segment, next, end)
        ) {
          at = last;
          break;
        }
        next++;
        last = ++at;
      } else if (at < length && at > from && ((flags[at] as number) & DECORATION) !== 0) {
        at++;
      } else if (isSoft(wanted)) {
        next++;
      } else if (at < length && at > from && isSoft(chars[at] as number)) {
        at++;
      } else if (segment === pattern.endSegment - 1 && this.canLose(next, end, LOST_AT_END)) {
        this.missing += end - next;
        // What was stepped over on the way to it is not the message's.
        at = last;
        break;
      } else {
        this.budget.steps -= next - start;
        return NOT_FOUND;
      }
    }
    this.budget.steps -= next - start;
    if (!(open & OPEN_RIGHT) && !this.isWordBoundary(at)) return NOT_FOUND;
    return at;
  }

  /** Compares a segment's first `offset` characters with the text before `at`; the start in the stream, or `NOT_FOUND`. */
  private matchBackward(pattern: Pattern, segment: number, offset: number, at: number): number {
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
        this.missing += next - start;
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

  /** Whether only punctuation is left of a pattern: what stands on the next line is not its own. */
  private endsBefore(pattern: Pattern, segment: number, next: number, end: number): boolean {
    if (segment !== pattern.endSegment - 1 || !this.canLose(next, end, LOST_AT_END)) return false;
    this.missing += end - next;
    return true;
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
