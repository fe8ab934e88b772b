import { isLetter } from './characters';
import { COMPLETE, CONTRADICTED, type Comparison } from './compare';
import { prefixEnd } from './continuation';
import { edgeAt, NO_EDGE } from './edges';
import { quotedEnd } from './open-values';
import { areMarks, isOuter, OPEN_LEFT, OPEN_RIGHT } from './pack';
import type { PackIndex, Section } from './pack-index';
import { AFTER_BLANK, AFTER_BREAK, firstWordAt, lineEdge, lineEnd, lineStart, NOWHERE } from './stream';
import { isOrdinary } from './words';

/** A value between two segments has at most so many characters, or so many words if what follows it is misspelt. */
const [MAX_VALUE, MAX_WORDS_BEFORE_MISSPELT] = [8192, 64];
/** A value goes over at most so many line ends, and has at most so many words then. */
const [MAX_LINE_ENDS, MAX_WRAPPED_WORDS] = [3, 32];
/** A misspelt segment is looked for by so many of its words. */
const MAX_ANCHORS = 4;

/** Finds where the segment beyond a value stands. */
export class Gaps {
  /** Where the segment that was found last starts and ends. */
  start = 0;
  end = 0;
  /** Per segment, and way to look for it, a stretch of the text in which it is known not to begin. */
  private readonly absent = new Map<number, { from: number; to: number }>();

  constructor(
    private readonly index: PackIndex,
    private readonly section: Section,
    private readonly comparison: Comparison,
  ) {}

  /** Finds a segment beyond a value that begins at `from` (`step` -1: ends there). The segment before it starts at `first`. */
  find(segment: number, from: number, step: number, isWrapped: boolean, first: number): number {
    const near = this.valueBound(from, step, 0);
    const bound = isWrapped ? this.valueBound(from, step, MAX_LINE_ENDS) : near;
    let status = this.findIntact(segment, from, step, bound, first);
    if (status === CONTRADICTED && !this.comparison.isStrict) status = this.findMisspelt(segment, from, step, bound);
    if (status === CONTRADICTED || !isWrapped) return status;
    const isBeyond = step > 0 ? this.start > near && near < this.section.stream.length : this.end < near && near > 0;
    return isBeyond && this.mayWrap(from, step > 0 ? this.start : this.end) ? status : CONTRADICTED;
  }

  /** Whether a value may go over a line's end here: it is short, and does not reach into another entry of a log. */
  private mayWrap(from: number, to: number): boolean {
    const { stream } = this.section;
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    if (firstWordAt(stream, high) - firstWordAt(stream, low) > MAX_WRAPPED_WORDS) return false;
    for (let line = lineEnd(stream, low + 1); line < high; line = lineEnd(stream, line + 1)) {
      if (prefixEnd(stream, lineStart(stream, line - 1), line) === NOWHERE) return false;
    }
    return true;
  }

  /** How far a value that begins at `from` may reach: to its line's edge or some lines further, not over an empty line. */
  private valueBound(from: number, step: number, lineEnds: number): number {
    const { stream } = this.section;
    let bound = lineEdge(stream, from, step);
    for (let i = 0; i < lineEnds && ((stream.flags[bound] as number) & AFTER_BLANK) === 0; i++) {
      const next = Math.max(0, Math.min(stream.length, bound + step));
      bound = step > 0 ? lineEnd(stream, next) : lineStart(stream, next);
    }
    return step > 0 ? Math.min(bound, from + MAX_VALUE) : Math.max(bound, from - MAX_VALUE);
  }

  /** Finds where a segment stands as it is: nearest to `from`; one of marks only rather with the white space it has. */
  private findIntact(segment: number, from: number, step: number, bound: number, first: number): number {
    const { pack } = this.index;
    const start = pack.segmentStarts[segment] as number;
    const end = pack.segmentEnds[segment] as number;
    const isLast = this.isLast(segment);
    const isMarks = areMarks(pack, start, end);
    let length = end - start;
    const close = isLast && isMarks && step > 0 ? quotedEnd(pack, start, this.section, from, 1) : NOWHERE;
    if (close !== NOWHERE) {
      const isThere = this.scan(segment, length, close, step, close, false) !== NOWHERE;
      return isThere ? this.reach(close, close + length, end, close + length) : this.reach(NOWHERE, NOWHERE, end, from);
    }
    let at = this.scan(segment, length, from, step, bound, isMarks);
    if (at === NOWHERE && isMarks) {
      const wrapped = isLast ? this.wrappedBound(from, bound, first) : bound;
      at = this.scan(segment, length, from, step, wrapped, isLast);
    }
    if (at === NOWHERE && isLast && step > 0) {
      // Punctuation at a message's end gets lost.
      while (length > 0 && areMarks(pack, start + length - 1, start + length)) length--;
      if (length > 0 && length < end - start) at = this.scan(segment, length, from, step, bound, false);
      if (length === 0) return this.reach(NOWHERE, NOWHERE, end, from);
    }
    if (at === NOWHERE) return CONTRADICTED;
    return this.reach(at, at + length, step > 0 ? end : start, step > 0 ? at + length : at);
  }

  private reach(start: number, end: number, lit: number, at: number): number {
    [this.start, this.end, this.comparison.lit, this.comparison.at] = [start, end, lit, at];
    return COMPLETE;
  }

  /** Whether nothing follows a segment, not even a value. */
  private isLast(segment: number): boolean {
    const { pack } = this.index;
    return isOuter(pack, segment, 1) && pack.trails[pack.segmentPattern[segment] as number] === 0;
  }

  /** Where the first characters of a segment stand between `from` and `bound`, nearest to `from`. */
  private scan(segment: number, length: number, from: number, step: number, bound: number, isSpaced: boolean): number {
    const { chars, flags } = this.section.stream;
    const literals = this.index.pack.stream.chars;
    const start = this.index.pack.segmentStarts[segment] as number;
    const first = literals[start];
    // The value stays within its bound; the segment itself may be wrapped.
    const low = step > 0 ? from : Math.max(0, bound - length);
    const high = step > 0 ? Math.min(bound, this.section.stream.length - length) : from - length;
    const open = this.index.pack.segmentOpen[segment] as number;
    const isLast = this.isLast(segment);
    const key = 2 * (start + length) + (isSpaced ? 1 : 0);
    const known = this.absent.get(key) ?? { from: NOWHERE, to: NOWHERE };
    this.absent.set(key, known);
    const begin = step > 0 ? low : high;
    let [at, looks] = [begin, 16];
    for (; at >= low && at <= high; at += step) {
      if (at >= known.from && at < known.to) at = step > 0 ? known.to - 1 : known.from;
      looks++;
      if (chars[at] !== first) continue;
      let i = 1;
      while (i < length && chars[at + i] === literals[start + i]) i++;
      if (i < length) continue;
      const stop = at + length;
      if ((open & OPEN_LEFT) === 0 && !(isSpaced ? flags[at] !== 0 : this.comparison.isBoundary(at))) continue;
      if ((open & OPEN_RIGHT) === 0) {
        if (!(isSpaced && !isLast ? flags[stop] !== 0 : this.comparison.isBoundary(stop))) continue;
      }
      // A dot of an ellipsis, or within a name, is no full stop.
      const isDots =
        (chars[stop] === first && ((flags[stop] as number) & AFTER_BREAK) === 0) || chars[at - 1] === first;
      const isInner = isDots || (flags[stop] === 0 && isLetter(chars[stop] as number));
      if (isSpaced && isLast && isInner) continue;
      break;
    }
    this.section.budget.steps -= looks;
    const [absent, present] = step > 0 ? [begin, at] : [at + 1, begin + 1];
    const isBeside = absent <= known.to && present >= known.from;
    known.from = isBeside ? Math.min(absent, known.from) : absent;
    known.to = isBeside ? Math.max(present, known.to) : present;
    return at >= low && at <= high ? at : NOWHERE;
  }

  /** How far the lines reach into which a value at a message's end was wrapped: they go on with the sentence. */
  private wrappedBound(from: number, bound: number, first: number): number {
    const { stream, text } = this.section;
    const isWrapped = lineStart(stream, from - 1) > first;
    let end = bound;
    for (let lines = 0; lines < MAX_LINE_ENDS && end < stream.length; lines++) {
      const letter = text.charAt(stream.starts[end] as number);
      const goesOn =
        (isWrapped && letter !== letter.toUpperCase()) ||
        end === from ||
        stream.chars[end - 1] === 0x2c ||
        edgeAt(text, stream, end, 1, false) === NO_EDGE;
      if (((stream.flags[end] as number) & AFTER_BLANK) !== 0 || !goesOn) break;
      end = lineEnd(stream, end + 1);
    }
    return end;
  }

  /** Finds where a segment stands misspelt or cut off, by one of its first words. */
  private findMisspelt(segment: number, from: number, step: number, bound: number): number {
    const { pack } = this.index;
    const { stream } = this.section;
    const firstWord = pack.segmentWord[segment] as number;
    const endWord = pack.segmentWord[segment + 1] as number;
    if (firstWord === endWord) return CONTRADICTED;
    let word = firstWordAt(stream, from) - (step > 0 ? 0 : 1);
    const last = word + step * MAX_WORDS_BEFORE_MISSPELT;
    for (; word !== last && word >= 0 && word < stream.words; word += step) {
      const at = stream.wordStarts[word] as number;
      if (step > 0 ? at > bound : at < bound) break;
      this.section.budget.steps -= 4;
      const own = stream.wordHashes[word] as number;
      const isKnown = this.index.anchors.knows(own) || isOrdinary(own);
      for (let i = 0; i < Math.min(MAX_ANCHORS, endWord - firstWord); i++) {
        const place = step > 0 ? firstWord + i : endWord - 1 - i;
        const isSame = this.section.hashes[word] === pack.wordHashes[place];
        if (!isSame && (isKnown || !this.index.respelling.isNear(place, stream, word))) continue;
        const status = this.layOver(segment, pack.wordStarts[place] as number, at, from, step);
        if (status !== CONTRADICTED) return status;
      }
    }
    return CONTRADICTED;
  }

  /** Lays a whole segment over the text, with the character `lit` at `at`. */
  private layOver(segment: number, lit: number, at: number, from: number, step: number): number {
    const { comparison } = this;
    const { forgiven } = comparison;
    if (comparison.compare(segment, lit, at, -step) === COMPLETE) {
      const near = comparison.at;
      if (step > 0 ? near >= from : near <= from) {
        const status = comparison.compare(segment, lit, at, step);
        if (status !== CONTRADICTED) {
          this.start = step > 0 ? near : comparison.at;
          this.end = step > 0 ? comparison.at : near;
          return status;
        }
      }
    }
    comparison.forgiven = forgiven;
    return CONTRADICTED;
  }
}
