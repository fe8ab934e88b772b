import { edgeAt, lineInitial, NO_EDGE } from './edge';
import { AFTER_BLANK, AFTER_BREAK, lineEnd, lineStart, type Stream } from './normalise';
import { beforeEllipsis, openEnd } from './open-end';
import type { Pattern, Patterns } from './pattern';
import { NOT_FOUND, SegmentMatch } from './segment-match';

/** A value is looked for over at most so many characters of the stream. */
const LONGEST_VALUE = 8192;
/** A value may hold so many line breaks where the text was wrapped. */
export const WRAPPED_LINES = 3;
const COMMA = 0x2c;
/** What the search for a segment costs beside the characters it reads, so that many short values are not free. */
const STEPS_PER_SEARCH = 16;

/** Where the segments of a pattern stand in a text. */
export interface Alignment {
  /** Per segment its start and end (exclusive) in the stream. */
  starts: number[];
  ends: number[];
}

/** Lays patterns over a text: segment by segment, with values between them as short as can be. */
export class Aligner {
  readonly match: SegmentMatch;

  constructor(
    private readonly patterns: Patterns,
    private readonly text: string,
    private readonly stream: Stream,
    private readonly budget: { steps: number },
  ) {
    this.match = new SegmentMatch(patterns, stream, budget);
  }

  /**
   * Aligns a whole pattern around one of its words.
   *
   * @param word the pattern's word, by index in `Patterns`' word arrays, that is known to stand at `at`
   * @returns where each segment stands, values as short as can be and none over a line's end, or nothing
   */
  align(pattern: Pattern, word: number, at: number): Alignment | undefined {
    const { patterns, match } = this;
    const anchor = patterns.wordSegments.at(word);
    const offset = patterns.wordStarts.at(word) - patterns.segmentStarts.at(anchor);
    const start = match.backward(pattern, anchor, offset, at);
    if (start === NOT_FOUND) return undefined;
    const end = match.forward(pattern, anchor, offset, at);
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
      put(segment, found, match.forward(pattern, segment, 0, found));
      bound = found;
    }
    bound = end;
    for (let segment = anchor + 1; segment < pattern.endSegment; segment++) {
      let found = this.findAfter(pattern, segment, bound, 0);
      if (found === NOT_FOUND) {
        if (!match.loses(pattern, segment, patterns.segmentStarts.at(segment))) return undefined;
        const before = alignment.starts[segment - 1 - pattern.firstSegment] as number;
        found = this.findWrapped(pattern, segment, before, bound);
      }
      if (found === NOT_FOUND) {
        // The last segment is punctuation only, and was lost.
        const first = alignment.starts[0] as number;
        const edge = beforeEllipsis(this.stream, openEnd(this.text, this.stream, first, bound));
        put(segment, edge, edge);
        break;
      }
      bound = match.forward(pattern, segment, 0, found);
      put(segment, found, bound);
    }
    return alignment;
  }

  /**
   * Where a pattern's last segment stands in the lines that the value before it was wrapped into, or `NOT_FOUND`.
   *
   * @param before where the segment before the value starts
   */
  findWrapped(pattern: Pattern, segment: number, before: number, from: number): number {
    const { stream } = this;
    const wrapped = lineStart(stream, from - 1) > before;
    let lines = 0;
    for (let edge = lineEnd(stream, from); edge < stream.length && lines < WRAPPED_LINES; lines++) {
      if (((stream.flags[edge] as number) & AFTER_BLANK) !== 0) break;
      if (edge > from && !this.goesOn(edge, wrapped)) break;
      edge = lineEnd(stream, edge + 1);
    }
    return lines === 0 ? NOT_FOUND : this.findAfter(pattern, segment, from, lines);
  }

  /** Whether a value goes on in the line that starts at `edge`; of a message that is `wrapped` already a small letter tells. */
  private goesOn(edge: number, wrapped: boolean): boolean {
    const { text, stream, budget } = this;
    if (stream.chars[edge - 1] === COMMA) return true;
    if (edgeAt(text, stream, edge, 1, false, budget) === NO_EDGE) return true;
    const first = text[lineInitial(stream, edge)] as string;
    return wrapped && first !== first.toUpperCase();
  }

  /**
   * The first place at or after `from` where a segment stands, or `NOT_FOUND`. Where punctuation is all there is to
   * find, a place with the segment's own white space around it is preferred: the stop in `host.example.com.` that ends
   * the sentence is the last one. At the pattern's end there is no other.
   */
  findAfter(pattern: Pattern, segment: number, from: number, lines: number): number {
    this.budget.steps -= STEPS_PER_SEARCH;
    if (this.match.isPunctuation(segment)) {
      const spaced = this.scanForward(pattern, segment, from, lines, true);
      if (spaced !== NOT_FOUND || segment === pattern.endSegment - 1) return spaced;
    }
    return this.scanForward(pattern, segment, from, lines, false);
  }

  private scanForward(pattern: Pattern, segment: number, from: number, lines: number, spaced: boolean): number {
    const { chars, flags, length } = this.stream;
    const lead = this.match.hardOffset(segment);
    const first = this.patterns.literals.chars[this.patterns.segmentStarts.at(segment) + lead];
    const stop = Math.min(length, from + LONGEST_VALUE);
    let breaks = 0;
    let at = from;
    for (; at < stop; at++) {
      const flag = flags[at] as number;
      if ((flag & AFTER_BREAK) !== 0 && (++breaks > lines || (flag & AFTER_BLANK) !== 0)) break;
      if (chars[at] !== first) continue;
      const end = this.match.forward(pattern, segment, lead, at);
      if (end === NOT_FOUND || (spaced && !this.match.isSpaced(pattern, segment, at, end))) continue;
      this.budget.steps -= at - from;
      return this.match.takeQuotesBefore(segment, lead, at, from);
    }
    this.budget.steps -= at - from;
    return NOT_FOUND;
  }

  /** The last place before `to` at which a segment stands that ends at or before `to`, or `NOT_FOUND`. */
  findBefore(pattern: Pattern, segment: number, to: number, lines: number): number {
    this.budget.steps -= STEPS_PER_SEARCH;
    if (this.match.isPunctuation(segment)) {
      const spaced = this.scanBackward(pattern, segment, to, lines, true);
      if (spaced !== NOT_FOUND) return spaced;
    }
    return this.scanBackward(pattern, segment, to, lines, false);
  }

  private scanBackward(pattern: Pattern, segment: number, to: number, lines: number, spaced: boolean): number {
    const { chars, flags } = this.stream;
    const lead = this.match.hardOffset(segment);
    const first = this.patterns.literals.chars[this.patterns.segmentStarts.at(segment) + lead];
    const stop = Math.max(0, to - LONGEST_VALUE);
    let breaks = 0;
    let at = to;
    for (; at >= stop; at--) {
      if (at < to && chars[at] === first) {
        const end = this.match.forward(pattern, segment, lead, at);
        if (end !== NOT_FOUND && end <= to && (!spaced || this.match.isSpaced(pattern, segment, at, end))) {
          this.budget.steps -= to - at;
          return this.match.takeQuotesBefore(segment, lead, at, 0);
        }
      }
      const flag = flags[at] as number;
      if ((flag & AFTER_BREAK) !== 0 && (++breaks > lines || (flag & AFTER_BLANK) !== 0)) break;
    }
    this.budget.steps -= to - at;
    return NOT_FOUND;
  }
}
