import { COMPLETE, CONTRADICTED, Comparison, CUT, type Forgiven } from './compare';
import { Gaps } from './gaps';
import type { PackIndex, Section } from './pack-index';
import { AFTER_SPACE, NOWHERE } from './stream';
import { isOrdinary } from './words';

/** How one end of a pattern was reached. */
export interface End {
  /** `COMPLETE` or `CUT`. */
  status: number;
  segment: number;
  /** The place reached in the pack's stream and in the text's. */
  lit: number;
  at: number;
  /** Whether the text ends (begins) within a value. */
  inValue: boolean;
}

/** A pattern laid over a text. */
export interface Alignment {
  pattern: number;
  head: End;
  tail: End;
  /** Per segment of the pattern where it stands, or `NOWHERE`. */
  starts: number[];
  ends: number[];
  forgiven: Forgiven;
  /** What is missing of the fixed text, as places of the pack's stream, where a message was cut in the middle. */
  hole?: { from: number; to: number };
  /** Whether a value goes over a line's end. */
  isWrapped: boolean;
}

/** Lays patterns over a text: segment by segment, from a word that both have to both ends, with values between them. */
export class Aligner {
  private readonly comparison: Comparison;
  private readonly gaps: Gaps;

  constructor(
    private readonly index: PackIndex,
    private readonly section: Section,
  ) {
    this.comparison = new Comparison(index.pack, section);
    this.gaps = new Gaps(index, section, this.comparison);
  }

  /** Lays a pattern with its word `place` at `at`, if more than `least` characters may fit; strictly, if all of it does. */
  lay(place: number, at: number, isStrict: boolean, least: number): Alignment | undefined {
    const { comparison } = this;
    const { pack } = this.index;
    const segment = pack.wordSegment[place] as number;
    const pattern = pack.segmentPattern[segment] as number;
    const start = pack.wordStarts[place] as number;
    comparison.reset(pattern, isStrict);
    const after = comparison.compare(segment, start, at, 1);
    if (after === CONTRADICTED || (isStrict && after === CUT)) return undefined;
    const tail = { status: after, segment, lit: comparison.lit, at: comparison.at, inValue: false };
    const before = comparison.compare(segment, start, at, -1);
    if (before === CONTRADICTED) return undefined;
    const head = { status: before, segment, lit: comparison.lit, at: comparison.at, inValue: false };
    const first = pack.firstSegment[pattern] as number;
    const starts = new Array<number>((pack.firstSegment[pattern + 1] as number) - first).fill(NOWHERE);
    const ends = starts.slice();
    starts[segment - first] = head.at;
    ends[segment - first] = tail.at;
    const alignment = { pattern, head, tail, starts, ends, forgiven: comparison.forgiven, isWrapped: false };
    for (const step of [-1, 1]) {
      const { status } = this.follow(alignment, step);
      if ((isStrict && status !== COMPLETE) || !this.mayExceed(least, alignment)) return undefined;
    }
    return alignment;
  }

  /** The alignment laid last, which ends (or begins) within a value at a line's edge, followed into the lines beyond. */
  followWrapped({ pattern, head, tail, forgiven, starts, ends }: Alignment): Alignment | undefined {
    const step = head.inValue ? -1 : 1;
    const end = { ...(head.inValue ? head : tail), status: COMPLETE, inValue: false };
    const alignment = { pattern, head, tail, starts: starts.slice(), ends: ends.slice(), forgiven, isWrapped: true };
    alignment[step < 0 ? 'head' : 'tail'] = end;
    return this.follow(alignment, step).inValue ? undefined : alignment;
  }

  /** Whether more than `least` characters of a pattern may be there: it goes on beyond complete ends, and a value that wraps. */
  private mayExceed(least: number, { pattern, head, tail }: Alignment): boolean {
    const { segmentStarts, segmentEnds, firstSegment } = this.index.pack;
    const wraps = head.inValue !== tail.inValue;
    const isOpen = head.status === COMPLETE || (wraps && head.inValue);
    const from = isOpen ? segmentStarts[firstSegment[pattern] as number] : head.lit;
    const goesOn = tail.status === COMPLETE || (wraps && tail.inValue);
    const to = goesOn ? segmentEnds[(firstSegment[pattern + 1] as number) - 1] : tail.lit;
    return (to as number) - (from as number) > least;
  }

  /** Goes on from a complete segment to the pattern's end, or start. Returns how that was reached. */
  private follow(alignment: Alignment, step: number): End {
    const { starts, ends, isWrapped } = alignment;
    const end = step > 0 ? alignment.tail : alignment.head;
    const first = this.index.pack.firstSegment[alignment.pattern] as number;
    const last = step > 0 ? first + starts.length - 1 : first;
    while (end.status === COMPLETE && end.segment !== last) {
      const next = end.segment + step;
      const begins = starts[end.segment - first] as number;
      let status = this.gaps.find(next, end.at, step, false, begins);
      if (status === CONTRADICTED && isWrapped) status = this.gaps.find(next, end.at, step, true, begins);
      if (status === CONTRADICTED) {
        end.inValue = true;
        end.status = CUT;
        break;
      }
      starts[next - first] = this.gaps.start;
      ends[next - first] = this.gaps.end;
      Object.assign(end, { status, segment: next, lit: this.comparison.lit, at: this.comparison.at });
    }
    alignment.forgiven = this.comparison.forgiven;
    return end;
  }

  /** 1 if the word beside a word of the text (`step` -1: before it) is the pack's, or unknown and like it; -1 if it is another; else 0. */
  likeness(word: number, place: number, step: number): number {
    const { pack, anchors } = this.index;
    const { stream, hashes } = this.section;
    const { chars, flags, wordStarts, wordEnds } = stream;
    const [next, other] = [word + step, place + step];
    if (next < 0 || next >= stream.words) return 0;
    if (hashes[next] === pack.wordHashes[other]) return 1;
    const own = stream.wordHashes[next] as number;
    const [from, to] = [wordStarts[next] as number, wordEnds[next] as number];
    const isAlike =
      chars[from] === pack.stream.chars[pack.wordStarts[other] as number] ||
      chars[to - 1] === pack.stream.chars[(pack.wordEnds[other] as number) - 1];
    if (isAlike) return anchors.knows(own) ? 0 : 1;
    // Where a mark or a line's end stands between them, the pattern's word may be missing.
    const at = step > 0 ? from : to;
    const isBeside = at === (step > 0 ? wordEnds : wordStarts)[word] && ((flags[at] as number) & ~AFTER_SPACE) === 0;
    return isBeside && (anchors.knows(own) || isOrdinary(own)) ? -1 : 0;
  }
}
