import type { End } from './ends';
import { COMPLETE, CONTRADICTED, CUT, type LooseMatch } from './loose-match';
import type { LooseSearch } from './loose-search';
import { lineEnd, lineStart, type Stream } from './normalise';
import { OPEN_LEFT, OPEN_RIGHT, type Pattern, type Patterns } from './pattern';

/** A pattern laid over a damaged text. */
export interface Laid {
  head: End;
  tail: End;
  /** Per segment its start and end in the stream, or `NOT_FOUND`. */
  starts: number[];
  ends: number[];
  /** How many of its values go over a line's end. */
  breaks: number;
}

/** Lays patterns over damaged text: segment by segment, each compared by `LooseMatch`. */
export class LooseAligner {
  constructor(
    private readonly patterns: Patterns,
    private readonly stream: Stream,
    private readonly match: LooseMatch,
    private readonly search: LooseSearch,
  ) {}

  /**
   * Lays a pattern over the text so that its word `place` stands at `at`, and follows it to both ends.
   *
   * @returns nothing if the segment of that word does not fit
   */
  lay(number: number, place: number, at: number): Laid | undefined {
    const { search } = this;
    this.match.reset(place);
    const tail = this.begin(place, at, 1);
    if (tail.status === CONTRADICTED) return undefined;
    const head = this.begin(place, at, -1);
    if (head.status === CONTRADICTED) return undefined;
    // Most comparisons end here: only now the pattern is looked at, and room made for it.
    const pattern = this.patterns.at(number);
    search.reset(pattern);
    search.put(pattern, tail.segment, 1, tail.at);
    search.put(pattern, head.segment, -1, head.at);
    this.follow(pattern, tail, 1);
    this.follow(pattern, head, -1);
    return { head, tail, starts: search.starts, ends: search.ends, breaks: search.breaks };
  }

  /** Where in the stream the last comparison ended. */
  get reached(): number {
    return this.match.at;
  }

  /** Compares from a word to its segment's end (`step` -1: to its start). */
  private begin(place: number, at: number, step: number): End {
    const { segmentStarts, segmentEnds, segmentOpen, wordSegments, wordStarts } = this.patterns;
    const { match } = this;
    const segment = wordSegments.at(place);
    const bound = step > 0 ? segmentEnds.at(segment) : segmentStarts.at(segment);
    const open = (segmentOpen.at(segment) & (step > 0 ? OPEN_RIGHT : OPEN_LEFT)) !== 0;
    const status = match.compare(wordStarts.at(place), bound, at, step, open);
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
      const status = this.search.findNext(pattern, end.segment + step, end.at, step);
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
}
