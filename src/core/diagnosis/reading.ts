import { classOf, IDEOGRAPH, WORD } from './characters';
import { edgeAt } from './edge';
import type { Stream } from './normalise';
import type { Patterns } from './pattern';
import { isSoft } from './segment-match';
import { UNKNOWN, type Words } from './vocabulary';

/** So many characters are looked at to tell whether the text agrees. */
const LOOK_AHEAD = 6;

/** How far a comparison came, and what it forgave until there. */
export interface State {
  literal: number;
  at: number;
  edits: number;
  confusions: number;
  marks: number;
  misspelt: number;
}

/**
 * Where in a pattern and in a text a comparison stands, and what it forgave on its way. It goes in either direction: `step`
 * is 1 or -1, and "ahead" is counted in that direction.
 */
export class Reading {
  /** What was forgiven since `reset`. */
  edits = 0;
  confusions = 0;
  marks = 0;
  /** Words of the pattern in which letters were forgiven, by index in `Patterns`. */
  readonly misspelt: number[] = [];
  /** Where the last comparison ended, in the literals and in the stream. */
  literal = 0;
  at = 0;

  /** The weight of the pattern. */
  weight = 0;
  /** Whether the text's word may go on at the end of the comparison. */
  protected open = false;
  /** A word of the pattern near the literal character looked at last. */
  private near = 0;

  constructor(
    readonly patterns: Patterns,
    private readonly text: string,
    readonly stream: Stream,
    readonly words: Words,
    readonly budget: { steps: number },
  ) {}

  /** Begins anew with the pattern that the word `place` is of. */
  reset(place: number): void {
    this.weight = this.patterns.segmentWeights.at(this.patterns.wordSegments.at(place));
    this.near = place;
    this.edits = 0;
    this.confusions = 0;
    this.marks = 0;
    this.misspelt.length = 0;
  }

  /** What was read and forgiven so far, to go back to. */
  save(): State {
    const { literal, at, edits, confusions, marks, misspelt } = this;
    return { literal, at, edits, confusions, marks, misspelt: misspelt.length };
  }

  /** Goes back to what `save` returned since `reset`. */
  restore(state: State): void {
    this.literal = state.literal;
    this.at = state.at;
    this.edits = state.edits;
    this.confusions = state.confusions;
    this.marks = state.marks;
    this.misspelt.length = state.misspelt;
  }

  /** How surely the text was cut off just before the place reached (`step` -1: just after). */
  edge(step: number): number {
    const torn = step > 0 && this.isTorn();
    return edgeAt(this.text, this.stream, this.at, step, torn, this.budget);
  }

  /** Whether the comparison stands within a word of the pattern. */
  private isTorn(): boolean {
    const word = this.wordAt(this.literal);
    return word !== UNKNOWN && this.literal > this.patterns.wordStarts.at(word);
  }

  /** The pattern's character `ahead`, or a negative number beyond its literals. */
  wanted(step: number, ahead: number): number {
    const index = step > 0 ? this.literal + ahead : this.literal - 1 - ahead;
    return this.patterns.literals.chars[index] ?? -2;
  }

  /** The text's character `ahead`, or a negative number beyond its end. */
  have(step: number, ahead: number): number {
    const index = step > 0 ? this.at + ahead : this.at - 1 - ahead;
    return index >= 0 && index < this.stream.length ? (this.stream.chars[index] as number) : -1;
  }

  /** Goes on by some characters of the pattern and of the text. */
  move(step: number, literal: number, text: number): void {
    this.literal += step * literal;
    this.at += step * text;
  }

  /**
   * How many characters agree after skipping some of the literal and of the text; the segment's end counts as many.
   * Quotation marks come and go.
   */
  run(step: number, end: number, skipLiteral: number, skipText: number): number {
    let literal = skipLiteral;
    let text = skipText;
    let quotes = 0;
    const left = Math.abs(end - this.literal);
    for (let agreed = 0; agreed < LOOK_AHEAD; agreed++, literal++, text++) {
      for (; literal < left && isSoft(this.wanted(step, literal)); literal++) {
        if (++quotes > LOOK_AHEAD) return agreed;
      }
      if (literal >= left) {
        const fits = this.open || !isLetter(this.wanted(step, left - 1)) || this.endsWord(step, text);
        return fits ? LOOK_AHEAD : agreed;
      }
      for (; isSoft(this.have(step, text)); text++) if (++quotes > LOOK_AHEAD) return agreed;
      if (this.wanted(step, literal) !== this.have(step, text)) return agreed;
    }
    return LOOK_AHEAD;
  }

  /** Whether a word of the text ends just before the character `ahead`. */
  private endsWord(step: number, ahead: number): boolean {
    const have = this.have(step, ahead);
    const boundary = step > 0 ? this.at + ahead : this.at - ahead;
    return have < 0 || this.stream.flags[boundary] !== 0 || !isLetter(have);
  }

  /** The pattern's word that holds a literal character, or `UNKNOWN`. */
  wordAt(literal: number): number {
    const { wordStarts, wordEnds } = this.patterns;
    let word = this.near;
    while (word > 0 && wordStarts.at(word) > literal) word--;
    while (word + 1 < wordStarts.length && wordStarts.at(word + 1) <= literal) word++;
    this.near = word;
    return wordStarts.at(word) <= literal && literal < wordEnds.at(word) ? word : UNKNOWN;
  }

  /** The text's word that holds the character `at` of the stream, or `UNKNOWN`. */
  textWordAt(at: number): number {
    const { starts, ends, count } = this.words;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= at) low = middle;
      else high = middle - 1;
    }
    return count > 0 && (starts[low] as number) <= at && (ends[low] as number) > at ? low : UNKNOWN;
  }
}

/** Whether a folded character is a letter, a digit or an ideograph; negative ones are none. */
export function isLetter(folded: number): boolean {
  const kind = folded < 0 ? -1 : classOf(folded);
  return kind === WORD || kind === IDEOGRAPH;
}

/** Whether a folded character is a digit. */
export function isDigit(folded: number): boolean {
  return folded >= 0x30 && folded <= 0x39;
}
