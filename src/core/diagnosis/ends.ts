import { classOf, WORD } from './characters';
import { areDots, edgeAt, QUOTED_EDGE } from './edge';
import { COMPLETE, CUT } from './loose-match';
import { AFTER_BREAK, lineEnd, lineStart, type Stream } from './normalise';
import type { Pattern, Patterns } from './pattern';
import { isOrdinary } from './rarity';
import { firstWordAt, type Words } from './vocabulary';

/** A value that is cut off holds at most so many words: a longer passage is more likely other text. */
const LONGEST_CUT_VALUE = 3;
const LONGEST_CUT_VALUE_AT_ELLIPSIS = 16;
/** What stands before a message in a line of a log. */
const LABEL =
  /(?:[\w)"'][:\]]|\]|[\s][-–—]|\b(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|SEVERE|CRITICAL|FATAL))[^\S\r\n]+$/;
const LONGEST_LABEL = 16;
const ZERO = 0x30;
const NINE = 0x39;

/** How one end of a pattern was reached. */
export interface End {
  status: number;
  /** The segment reached, the literal character and the place in the stream where the comparison ended. */
  segment: number;
  literal: number;
  at: number;
  /** Cut off within a value: the value reaches to `edge`. */
  inValue: boolean;
  edge: number;
}

/** Looks at the ends of a pattern that was laid over a text: what is missing there, and what the text has around it. */
export class Ends {
  constructor(
    private readonly patterns: Patterns,
    private readonly text: string,
    private readonly stream: Stream,
    private readonly words: Words,
    private readonly budget: { steps: number },
  ) {}

  /** Whether more than punctuation is missing at an end. */
  isCut(pattern: Pattern, end: End, step: number): boolean {
    if (end.status === COMPLETE) return false;
    const { patterns } = this;
    const from = step > 0 ? end.literal : patterns.segmentStarts.at(pattern.firstSegment);
    const to = step > 0 ? patterns.segmentEnds.at(pattern.endSegment - 1) : end.literal;
    for (let i = from; i < to; i++) if (classOf(patterns.literals.chars[i] as number) === WORD) return true;
    return false;
  }

  /** Whether a value in which the text is cut off looks like one. */
  isCredible(end: End, step: number): boolean {
    if (!end.inValue) return true;
    const from = step > 0 ? this.firstWordAt(end.at) : this.firstWordAt(end.edge);
    const to = step > 0 ? this.firstWordAt(end.edge) : this.firstWordAt(end.at);
    if (this.isEllipsis(end, step)) return to - from <= LONGEST_CUT_VALUE_AT_ELLIPSIS;
    if (to - from > LONGEST_CUT_VALUE * 4) return false;
    let ordinary = 0;
    for (let word = from; word < to; word++) {
      if (isOrdinary(this.stream.chars, this.words.starts[word] as number, this.words.ends[word] as number)) {
        ordinary++;
      }
    }
    return ordinary * 2 <= to - from;
  }

  /** Whether nothing but the message stands before its start (`step` 1: after its end) in its line, cell or quotation. */
  isFramed(pattern: Pattern, end: End, step: number): boolean {
    if (this.isEllipsis(end, step) || end.inValue) return true;
    if (end.status === COMPLETE) {
      const outer = pattern.gap(step > 0 ? pattern.endSegment - pattern.firstSegment : 0);
      if (outer.length > 0) return true;
    }
    const { at } = end;
    const edge = step > 0 ? lineEnd(this.stream, at) : lineStart(this.stream, at);
    if (step > 0 ? this.firstWordAt(at) === this.firstWordAt(edge) : this.firstWordAt(edge) === this.firstWordAt(at))
      return true;
    return edgeAt(this.text, this.stream, at, step, false, this.budget) === QUOTED_EDGE;
  }

  isEllipsis(end: End, step: number): boolean {
    if (end.status !== CUT) return false;
    if (end.inValue) return areDots(this.stream, step > 0 ? end.edge - 1 : end.edge, -step);
    // Dots on another line are not this line's.
    if (((this.stream.flags[end.at] ?? 0) & AFTER_BREAK) !== 0) return false;
    return areDots(this.stream, step > 0 ? end.at : end.at - 1, step);
  }

  /** Whether the text begins a sentence in the midst of the message's: with a capital where the message has none. */
  beginsSentence(head: End): boolean {
    if (head.status !== CUT || head.inValue || this.isEllipsis(head, -1)) return false;
    const first = this.stream.offsets[head.at] as number;
    const own = String.fromCharCode(this.patterns.literals.offsets[head.literal] as number);
    return isCapital(this.text[first] ?? '') && !isCapital(this.text[first + 1] ?? '') && own !== own.toUpperCase();
  }

  /** Whether no word follows in the line. */
  endsLine(tail: End): boolean {
    return tail.inValue || this.firstWordAt(lineEnd(this.stream, tail.at)) === this.firstWordAt(tail.at);
  }

  /** Whether a message begins where a log or an exception lets one begin: after a level, a label, a thread or a dash. */
  isLabelled(head: End): boolean {
    const at = this.stream.offsets[head.at] as number;
    return LABEL.test(this.text.slice(Math.max(0, at - LONGEST_LABEL), at));
  }

  /** Whether no other word is in the message's line. */
  hasLine(head: End, tail: End): boolean {
    return (
      this.firstWordAt(lineStart(this.stream, head.at)) === this.firstWordAt(head.at) &&
      this.firstWordAt(lineEnd(this.stream, tail.at)) === this.firstWordAt(tail.at)
    );
  }

  /** Whether a fixed number follows what is there: numbers tell messages apart that are otherwise the same. */
  lacksNumber(pattern: Pattern, tail: End): boolean {
    const { literals, segmentEnds } = this.patterns;
    for (let at = tail.literal; at < segmentEnds.at(pattern.endSegment - 1); at++) {
      const char = literals.chars[at] as number;
      if (char >= ZERO && char <= NINE) return true;
    }
    return false;
  }

  /** Whether the message breaks off just before a fixed number, or within it: what is left of it is another number. */
  breaksAtNumber(tail: End): boolean {
    if (tail.status !== CUT || tail.inValue) return false;
    const { literals, segmentEnds } = this.patterns;
    const end = segmentEnds.at(tail.segment);
    let at = tail.literal;
    while (at < end && classOf(literals.chars[at] as number) !== WORD) at++;
    const char = at < end ? (literals.chars[at] as number) : 0;
    return char >= ZERO && char <= NINE;
  }

  private firstWordAt(at: number): number {
    return firstWordAt(this.words, at);
  }
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}
