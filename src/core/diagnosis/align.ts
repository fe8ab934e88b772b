import { COMPLETE, CONTRADICTED, Comparison, CUT, type Forgiven } from './compare';
import { Gaps } from './gaps';
import type { PackIndex, Section } from './pack-index';
import { NOWHERE } from './stream';

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
  /** How many values go over a line's end. */
  wraps: number;
}

/** Lays patterns over a text: segment by segment, from a word that both have to both ends, with values between them. */
export class Aligner {
  private readonly comparison: Comparison;
  private readonly gaps: Gaps;
  private isStrict = false;
  private starts: number[] = [];
  private ends: number[] = [];
  private first = 0;

  constructor(
    private readonly index: PackIndex,
    private readonly section: Section,
  ) {
    this.comparison = new Comparison(index.pack, section);
    this.gaps = new Gaps(index, section, this.comparison);
  }

  /** Lays a pattern so that its word `place` stands at `at`, if its segment fits there; strictly, if all fits and nothing differs. */
  lay(place: number, at: number, isStrict: boolean): Alignment | undefined {
    const { comparison } = this;
    const { pack } = this.index;
    const segment = pack.wordSegment[place] as number;
    const pattern = pack.segmentPattern[segment] as number;
    comparison.reset(pattern, isStrict);
    this.isStrict = isStrict;
    const start = pack.wordStarts[place] as number;
    const after = comparison.compare(segment, start, at, 1);
    if (after === CONTRADICTED || (isStrict && after === CUT)) return undefined;
    const { lit, at: end } = comparison;
    const before = comparison.compare(segment, start, at, -1);
    if (before === CONTRADICTED) return undefined;
    const head = this.endOf(before, segment);
    const tail = { status: after, segment, lit, at: end, inValue: false };
    this.first = pack.firstSegment[pattern] as number;
    const count = (pack.firstSegment[pattern + 1] as number) - this.first;
    this.starts = new Array<number>(count).fill(NOWHERE);
    this.ends = new Array<number>(count).fill(NOWHERE);
    this.put(segment, head.at, tail.at);
    this.follow(head, -1, false);
    if (isStrict && head.status !== COMPLETE) return undefined;
    this.follow(tail, 1, false);
    if (isStrict && tail.status !== COMPLETE) return undefined;
    return this.alignment(pattern, head, tail, 0);
  }

  /** The alignment laid last, which ends (or begins) within a value at a line's edge, followed into the lines beyond. */
  followWrapped({ pattern, head, tail }: Alignment): Alignment | undefined {
    this.starts = [...this.starts];
    this.ends = [...this.ends];
    const [anewHead, anewTail] = [{ ...head }, { ...tail }];
    let wraps = 0;
    for (const [end, step] of [[anewHead, -1] as const, [anewTail, 1] as const]) {
      if (!end.inValue) continue;
      end.status = COMPLETE;
      end.inValue = false;
      wraps += this.follow(end, step, true);
      if (end.inValue) return undefined;
    }
    return this.alignment(pattern, anewHead, anewTail, wraps);
  }

  private alignment(pattern: number, head: End, tail: End, wraps: number): Alignment {
    const { starts, ends } = this;
    return { pattern, head, tail, starts, ends, forgiven: this.comparison.forgiven, wraps };
  }

  private endOf(status: number, segment: number): End {
    const { lit, at } = this.comparison;
    return { status, segment, lit, at, inValue: false };
  }

  /** Goes on from a complete segment to the pattern's end, or start. Returns over how many line ends values went. */
  private follow(end: End, step: number, mayWrap: boolean): number {
    const count = this.starts.length;
    const last = step > 0 ? this.first + count - 1 : this.first;
    let wraps = 0;
    while (end.status === COMPLETE && end.segment !== last) {
      const next = end.segment + step;
      const begins = this.starts[end.segment - this.first] as number;
      let status = this.gaps.find(next, end.at, step, this.isStrict, false, begins);
      if (status === CONTRADICTED && mayWrap) {
        status = this.gaps.find(next, end.at, step, this.isStrict, true, begins);
        if (status !== CONTRADICTED) wraps++;
      }
      if (status === CONTRADICTED) {
        end.inValue = true;
        end.status = CUT;
        return wraps;
      }
      this.put(next, this.gaps.start, this.gaps.end);
      end.status = status;
      end.segment = next;
      end.lit = this.comparison.lit;
      end.at = this.comparison.at;
    }
    return wraps;
  }

  private put(segment: number, start: number, end: number): void {
    this.starts[segment - this.first] = start;
    this.ends[segment - this.first] = end;
  }

  /** Whether a word of the text may be a word of the pack: it is, or begins or ends alike and the pack does not have it. */
  isLike(word: number, place: number): boolean {
    const { pack } = this.index;
    const { stream } = this.section;
    if (word < 0 || word >= stream.words) return false;
    if (this.section.hashes[word] === pack.wordHashes[place]) return true;
    const { chars, wordStarts, wordEnds } = stream;
    const isAlike =
      chars[wordStarts[word] as number] === pack.stream.chars[pack.wordStarts[place] as number] ||
      chars[(wordEnds[word] as number) - 1] === pack.stream.chars[(pack.wordEnds[place] as number) - 1];
    return isAlike && !this.index.anchors.knows(stream.wordHashes[word] as number);
  }
}
