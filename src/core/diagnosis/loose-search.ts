import { type Aligner, WRAPPED_LINES } from './alignment';
import { classOf, WORD } from './characters';
import { COMPLETE, CONTRADICTED, type LooseMatch } from './loose-match';
import { AFTER_BLANK, lineEnd, lineStart, type Stream } from './normalise';
import type { PartialGround } from './partial';
import { OPEN_LEFT, OPEN_RIGHT, type Pattern } from './pattern';
import { isOrdinary } from './rarity';
import { NOT_FOUND } from './segment-match';
import { firstWordAt, UNKNOWN, type Words } from './vocabulary';

/** A value may hold so many words where its end is searched. */
const LONGEST_VALUE = 64;
const LONGEST_WRAPPED_VALUE = 16;
/** Where a segment's beginning may be damaged, so many of its words are searched for. */
const MOST_ANCHORS = 4;
/** A segment without whole words is searched for by its letters, if it has so many. */
const LEAST_LETTERS = 4;
/** So many letters of a segment's first word, at a line's end, are taken for it. */
const LEAST_TORN_LETTERS = 2;

/** Finds the segments of a pattern in damaged text, beyond the values between them, and keeps where they stand. */
export class LooseSearch {
  /** How many line breaks a value may hold: none, or `WRAPPED_LINES`. */
  lines = 0;
  /** Where in the stream a value that goes over a line's end may be: no other message is there. */
  low = 0;
  high = 0;
  /** Per segment of the pattern where it starts and ends in the stream, or `NOT_FOUND`; and how many values go over a line's end. */
  starts: number[] = [];
  ends: number[] = [];
  breaks = 0;

  constructor(
    private readonly ground: PartialGround,
    private readonly stream: Stream,
    private readonly words: Words,
    private readonly aligner: Aligner,
    private readonly match: LooseMatch,
  ) {}

  /** Begins anew with a pattern. */
  reset(pattern: Pattern): void {
    const count = pattern.endSegment - pattern.firstSegment;
    this.starts = new Array<number>(count).fill(NOT_FOUND);
    this.ends = new Array<number>(count).fill(NOT_FOUND);
    this.breaks = 0;
  }

  /** Keeps where a segment ends (`step` -1: where it starts). */
  put(pattern: Pattern, segment: number, step: number, at: number): void {
    if (step > 0) this.ends[segment - pattern.firstSegment] = at;
    else this.starts[segment - pattern.firstSegment] = at;
  }

  /** Finds the next segment after (`step` -1: before) a value that begins at `from`; `CONTRADICTED` if there is none. */
  findNext(pattern: Pattern, segment: number, from: number, step: number): number {
    for (let lines = 0; lines <= this.lines; lines += WRAPPED_LINES) {
      const status =
        this.findExact(pattern, segment, from, step, lines) ?? this.findLoose(pattern, segment, from, step, lines);
      if (status !== undefined) return status;
    }
    return CONTRADICTED;
  }

  private findExact(pattern: Pattern, segment: number, from: number, step: number, lines: number): number | undefined {
    const { aligner, match } = this;
    const { patterns } = this.ground;
    let start =
      step > 0 ? aligner.findAfter(pattern, segment, from, lines) : aligner.findBefore(pattern, segment, from, lines);
    if (start === NOT_FOUND && step > 0 && lines === 0) {
      const first = patterns.segmentStarts.at(segment);
      const before = this.starts[segment - 1 - pattern.firstSegment] as number;
      if (aligner.match.loses(pattern, segment, first)) start = aligner.findWrapped(pattern, segment, before, from);
    }
    if (start === NOT_FOUND) return undefined;
    const end = aligner.match.forward(pattern, segment, 0, start);
    if (end === NOT_FOUND) return undefined;
    if (lines > 0 && !this.mayWrap(step > 0 ? from : end, step > 0 ? start : from)) return undefined;
    if (step > 0 && lines > 0 && this.beginsAgain(pattern, from, start)) return undefined;
    if (lines > 0) this.breaks++;
    this.put(pattern, segment, -1, start);
    this.put(pattern, segment, 1, end);
    match.at = step > 0 ? end : start;
    match.literal = step > 0 ? patterns.segmentEnds.at(segment) : patterns.segmentStarts.at(segment);
    return COMPLETE;
  }

  private findLoose(pattern: Pattern, segment: number, from: number, step: number, lines: number): number | undefined {
    const { patterns } = this.ground;
    const { words } = this;
    const anchors: number[] = [];
    for (let i = pattern.firstWord; i < pattern.endWord; i++) {
      if (patterns.wordSegments.at(i) === segment) anchors.push(i);
    }
    const first = anchors.length === 0 ? this.firstLetter(segment) : NOT_FOUND;
    if (anchors.length === 0 && first === NOT_FOUND) return undefined;
    if (step < 0) anchors.reverse();
    anchors.length = Math.min(anchors.length, MOST_ANCHORS);
    let word = this.firstWordAt(from);
    if (step < 0) word--;
    const nearest = this.lineBound(from, step, 0);
    const bound = lines === 0 ? nearest : this.lineBound(from, step, lines);
    for (let looked = 0; looked < LONGEST_VALUE; looked++, word += step) {
      if (word < 0 || word >= words.count) return undefined;
      const at = words.starts[word] as number;
      if (step > 0 ? at >= bound : at < bound) return undefined;
      const wraps = step > 0 ? at >= nearest : at < nearest;
      for (let i = 0; i < Math.max(1, anchors.length); i++) {
        const anchor = anchors[i];
        const fits =
          anchor === undefined
            ? this.stream.chars[at] === patterns.literals.chars[first]
            : this.isNearly(word, patterns.wordIds.at(anchor)) ||
              (i === 0 && step > 0 && this.isTorn(word, patterns.wordIds.at(anchor)));
        if (fits) {
          const literal = anchor === undefined ? first : patterns.wordStarts.at(anchor);
          const status = this.layOver(pattern, segment, literal, at, from, step);
          if (status === undefined) continue;
          if (wraps) {
            if (!this.mayWrap(Math.min(at, from), Math.max(at, from))) return undefined;
            if (step > 0 && this.beginsAgain(pattern, from, at)) return undefined;
            this.breaks++;
          }
          return status;
        }
      }
    }
    return undefined;
  }

  /** The edge of the line of `from`, or of the line `lines` further on, but not beyond an empty line. */
  private lineBound(from: number, step: number, lines: number): number {
    const { stream } = this;
    let bound = step > 0 ? lineEnd(stream, from) : lineStart(stream, Math.max(0, from - 1));
    for (let i = 0; i < lines; i++) {
      if (((stream.flags[bound] ?? 0) & AFTER_BLANK) !== 0) return bound;
      bound = step > 0 ? lineEnd(stream, bound + 1) : lineStart(stream, Math.max(0, bound - 1));
    }
    return bound;
  }

  /** The first letter of a segment without whole words, if it is long enough to be told when misspelt. */
  private firstLetter(segment: number): number {
    const { segmentStarts, segmentEnds, literals } = this.ground.patterns;
    let first = NOT_FOUND;
    let letters = 0;
    for (let at = segmentStarts.at(segment); at < segmentEnds.at(segment); at++) {
      if (classOf(literals.chars[at] as number) !== WORD) continue;
      if (first === NOT_FOUND) first = at;
      letters++;
    }
    return letters >= LEAST_LETTERS ? first : NOT_FOUND;
  }

  /** Whether a word of the text is the vocabulary's word `id`, or surely a misspelling of it. */
  isNearly(word: number, id: number): boolean {
    const known = this.words.ids[word] as number;
    if (known !== UNKNOWN) return known === id;
    const start = this.words.starts[word] as number;
    return this.ground.spelling.isNear(id, this.stream.chars, start, this.words.ends[word] as number);
  }

  /** Whether a line's last word is the beginning of the vocabulary's word `id`, and no word of its own. */
  private isTorn(word: number, id: number): boolean {
    const { stream, words } = this;
    const start = words.starts[word] as number;
    const end = words.ends[word] as number;
    if (words.ids[word] !== UNKNOWN || end - start < LEAST_TORN_LETTERS) return false;
    const next = words.starts[word + 1];
    if (word + 1 < words.count && (next as number) < lineEnd(stream, start)) return false;
    return this.ground.prefixes.isBeginning(id, stream.chars, start, end) && !isOrdinary(stream.chars, start, end);
  }

  /** Lays a whole segment over the text, with the character `literal` at `at`; nothing if it does not fit. */
  private layOver(
    pattern: Pattern,
    segment: number,
    literal: number,
    at: number,
    from: number,
    step: number,
  ): number | undefined {
    const { patterns } = this.ground;
    const { match } = this;
    const before = match.save();
    const open = patterns.segmentOpen.at(segment);
    const segmentStart = patterns.segmentStarts.at(segment);
    const segmentEnd = patterns.segmentEnds.at(segment);
    const nearEnd = step > 0 ? segmentStart : segmentEnd;
    const farEnd = step > 0 ? segmentEnd : segmentStart;
    const nearOpen = (open & (step > 0 ? OPEN_LEFT : OPEN_RIGHT)) !== 0;
    const farOpen = (open & (step > 0 ? OPEN_RIGHT : OPEN_LEFT)) !== 0;
    let fits = match.compare(literal, nearEnd, at, -step, nearOpen) === COMPLETE;
    const near = match.at;
    fits &&= step > 0 ? near >= from : near <= from;
    if (fits) {
      const status = match.compare(literal, farEnd, at, step, farOpen);
      if (status !== CONTRADICTED) {
        this.put(pattern, segment, -step, near);
        this.put(pattern, segment, step, match.at);
        return status;
      }
    }
    match.restore(before);
    return undefined;
  }

  /** Whether a value that goes over a line's end may stand here: it is short, and no other message is in it. */
  private mayWrap(from: number, to: number): boolean {
    return (
      from >= this.low && to <= this.high && this.firstWordAt(to) - this.firstWordAt(from) <= LONGEST_WRAPPED_VALUE
    );
  }

  /** Whether, in a value that goes over a line's end, the same message begins once more: then the first was cut off. */
  private beginsAgain(pattern: Pattern, from: number, to: number): boolean {
    const { wordIds } = this.ground.patterns;
    const first = wordIds.at(pattern.firstWord);
    for (let word = this.firstWordAt(from); word < this.words.count; word++) {
      if ((this.words.starts[word] as number) >= to) return false;
      if (this.words.ids[word] === first) return true;
    }
    return false;
  }

  private firstWordAt(at: number): number {
    return firstWordAt(this.words, at);
  }
}
