import { classOf, IDEOGRAPH, shapeOf, WORD } from './characters';
import { edgeAt, NO_EDGE } from './edge';
import { AFTER_BLANK, AFTER_BREAK, DECORATION, type Stream, UNSURE } from './normalise';
import type { Patterns } from './pattern';
import { isOrdinary } from './rarity';
import { isSoft } from './segment-match';
import { UNKNOWN, type Words } from './vocabulary';
import { wordDistance } from './word-distance';

/** How a comparison ended: at the segment's end, at an edge of the text where it may have been cut off, or on a contradiction. */
export const COMPLETE = 0;
export const CUT = 1;
export const CONTRADICTED = 2;

const MOST_EDITS = 12;
/**
 * A word up to this length that is misspelt as another word is that other word, unless the message has so many characters
 * that one such word does not make it another.
 */
const SHORT_WORD = 3;
const SURE = 60;
/** In a message of so many characters no two wrong letters make it another. */
const CERTAIN = 120;
/** A word of one letter is taken for misspelt in a message of at least so many characters only. */
const LONG = 20;
/** A word of at least so many letters may have so many wrong. */
const SHORTEST_TWICE = 5;
const MOST_IN_WORD = 2;
const MOST_MARKS = 12;
const MOST_BRACKETED = 300;
/** After a wrong letter so many right ones must follow, or the segment end. */
const RESUME = 2;
const RESUME_AT_EDGE = 5;
const LOOK_AHEAD = 6;
/** So many letters of the next line may agree by chance. */
const BY_CHANCE = 6;

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
 * Compares a pattern's segments with a text letter by letter, in either direction, and forgives what misprints a text:
 * a wrong, missing, additional or swapped letter in a word, letters mistaken for others that look alike, lost or added
 * punctuation, and passages in brackets put in between. It does not forgive another word in a word's place, nor another
 * number: those make another message. Greedy: at a difference it takes the reading after which most letters agree.
 */
export class LooseMatch {
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
  private weight = 0;
  /** A word of the pattern near the literal character looked at last. */
  private near = 0;
  /** Whether the text's word may go on at the end of the comparison. */
  private open = false;

  constructor(
    private readonly patterns: Patterns,
    private readonly text: string,
    private readonly stream: Stream,
    private readonly words: Words,
    private readonly budget: { steps: number },
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

  /**
   * Compares the literals from `literal` to `end` with the text from `at` on; backwards if `step` is -1.
   * Leaves where it ended in `literal` and `at`.
   *
   * @param open whether the text's word may go on at the end
   * @returns `COMPLETE`, `CUT` or `CONTRADICTED`
   */
  compare(literal: number, end: number, at: number, step: number, open: boolean): number {
    this.literal = literal;
    this.at = at;
    const { flags } = this.stream;
    this.open = open;
    let line: State | undefined;
    while (this.literal !== end) {
      this.budget.steps--;
      if ((step < 0 || this.at > at) && ((flags[this.at] ?? 0) & AFTER_BREAK) !== 0) {
        // No message goes on after an empty line.
        if (((flags[this.at] as number) & AFTER_BLANK) !== 0) return CUT;
        line = this.save();
      }
      const wanted = this.wanted(step, 0);
      const have = this.have(step, 0);
      if (wanted === have) {
        this.move(step, 1, 1);
      } else if (
        have >= 0 &&
        ((flags[step > 0 ? this.at : this.at - 1] as number) & (DECORATION | UNSURE)) !== 0
      ) {
        this.move(step, 0, 1);
      } else if (isSoft(wanted)) {
        this.move(step, 1, 0);
      } else if (have >= 0 && isSoft(have) && this.edge(step) === NO_EDGE) {
        this.move(step, 0, 1);
      } else if (!this.forgive(step, end, wanted, have)) {
        if (this.edge(step) !== NO_EDGE) return CUT;
        return this.backToLine(line, step) ? CUT : CONTRADICTED;
      }
    }
    const closed = open || end === literal ? COMPLETE : this.closeWord(step);
    return closed === CONTRADICTED && this.backToLine(line, step) ? CUT : closed;
  }

  /** What was read and forgiven so far, to go back to. */
  save(): State {
    const { literal, at, edits, confusions, marks, misspelt } = this;
    return { literal, at, edits, confusions, marks, misspelt: misspelt.length };
  }

  /**
   * Goes back to the line's edge when what lies beyond does not fit: then the message was cut off there, and the few
   * letters that agreed did so by chance.
   */
  private backToLine(line: State | undefined, step: number): boolean {
    const agreed = line ? Math.abs(this.literal - line.literal) : 0;
    if (!line || agreed > BY_CHANCE) return false;
    // The message goes on, to another number.
    if (agreed > 2 && isDigit(this.wanted(step, 0)) && isDigit(this.have(step, 0))) return false;
    this.restore(line);
    return this.edge(step) !== NO_EDGE;
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
  private edge(step: number): number {
    const torn = step > 0 && this.isTorn();
    return edgeAt(this.text, this.stream, this.at, step, torn, this.budget);
  }

  /** Whether the comparison stands within a word of the pattern. */
  private isTorn(): boolean {
    const word = this.wordAt(this.literal);
    return word !== UNKNOWN && this.literal > this.patterns.wordStarts.at(word);
  }

  private wanted(step: number, ahead: number): number {
    const index = step > 0 ? this.literal + ahead : this.literal - 1 - ahead;
    return this.patterns.literals.chars[index] ?? -2;
  }

  private have(step: number, ahead: number): number {
    const index = step > 0 ? this.at + ahead : this.at - 1 - ahead;
    return index >= 0 && index < this.stream.length ? (this.stream.chars[index] as number) : -1;
  }

  private move(step: number, literal: number, text: number): void {
    this.literal += step * literal;
    this.at += step * text;
  }

  /** Steps over a difference, if there is a reading that forgives it. */
  private forgive(step: number, end: number, wanted: number, have: number): boolean {
    if (have < 0) return false;
    if (shapeOf(wanted) === shapeOf(have)) {
      this.confusions++;
      this.move(step, 1, 1);
      return true;
    }
    if (this.confusesPair(step, wanted, have)) return true;
    const atEdge = this.edge(step) !== NO_EDGE;
    const letters = isLetter(wanted);
    if (letters && !isLetter(have)) {
      // The word's last letter may be missing before punctuation.
      const missing = this.run(step, end, 1, 0);
      if (missing >= RESUME && missing > this.run(step, end, 0, 1)) {
        if (this.respell(step, end, wanted, atEdge)) return true;
      }
    }
    if (!atEdge && this.skipBrackets(step, have)) return true;
    if (!letters || !isLetter(have)) {
      if (atEdge || this.marks === MOST_MARKS) return false;
      this.marks++;
      if (letters) this.move(step, 0, 1);
      else if (isLetter(have)) this.readLetterForMark(step, end);
      else if (this.run(step, end, 1, 0) > this.run(step, end, 0, 1)) this.move(step, 1, 0);
      else if (this.run(step, end, 0, 1) > 0) this.move(step, 0, 1);
      else this.move(step, 1, 1);
      return true;
    }
    return this.respell(step, end, wanted, atEdge);
  }

  /** Where a letter stands for a mark: the mark is missing, or the letter is one too many, or stands in the mark's place. */
  private readLetterForMark(step: number, end: number): void {
    const missing = this.run(step, end, 1, 0);
    const added = this.run(step, end, 0, 1);
    const wrong = this.run(step, end, 1, 1);
    if (missing >= Math.max(added, wrong, RESUME)) this.move(step, 1, 0);
    else if (Math.max(added, wrong) < RESUME || isDigit(this.have(step, 1))) this.move(step, 1, 0);
    else this.move(step, added < wrong ? 1 : 0, 1);
  }

  /** Forgives `rn` for `m` and `m` for `rn`. */
  private confusesPair(step: number, wanted: number, have: number): boolean {
    const first = step > 0 ? 0x72 : 0x6e;
    const second = step > 0 ? 0x6e : 0x72;
    if (wanted === 0x6d && have === first && this.have(step, 1) === second) this.move(step, 1, 2);
    else if (have === 0x6d && wanted === first && this.wanted(step, 1) === second)
      this.move(step, 2, 1);
    else return false;
    this.confusions++;
    return true;
  }

  /** Skips a passage in brackets that was put into the text. */
  private skipBrackets(step: number, have: number): boolean {
    const openers = step > 0 ? '([（【〔' : ')]）】〕';
    const closers = step > 0 ? ')]）】〕' : '([（【〔';
    const kind = openers.indexOf(String.fromCharCode(have));
    if (kind < 0) return false;
    const close = closers.charCodeAt(kind);
    for (let ahead = 1; ahead < MOST_BRACKETED; ahead++) {
      const char = this.have(step, ahead);
      if (char < 0) return false;
      if (char !== close) continue;
      this.budget.steps -= ahead;
      this.move(step, 0, ahead + 1);
      return true;
    }
    return false;
  }

  /** Forgives one wrong, missing, additional or swapped letter, unless the text's word is another one. */
  private respell(step: number, end: number, wanted: number, atEdge: boolean): boolean {
    if (this.edits === MOST_EDITS || isDigit(wanted)) return false;
    // Part of a word that stands against a value belongs to no whole word: it may be misspelt once.
    const word = this.wordAt(step > 0 ? this.literal : this.literal - 1);
    const length =
      word === UNKNOWN
        ? SHORT_WORD
        : this.patterns.wordEnds.at(word) - this.patterns.wordStarts.at(word);
    const earlier = this.misspelt.filter((other) => other === word).length;
    if (length < 2 && this.weight < LONG) return false;
    if (earlier > (length > 8 ? 1 : 0)) return !atEdge && this.respellWord(step, word);
    if (word !== UNKNOWN && length <= SHORT_WORD && this.weight < SURE) {
      if (this.isOtherWord(word, step)) return false;
    }
    let best = this.run(step, end, 1, 1);
    let literal = 1;
    let text = 1;
    const consider = (run: number, moveLiteral: number, moveText: number) => {
      if (run <= best) return;
      best = run;
      literal = moveLiteral;
      text = moveText;
    };
    consider(this.run(step, end, 1, 0), 1, 0);
    consider(this.run(step, end, 0, 1), 0, 1);
    if (wanted === this.have(step, 1) && this.have(step, 0) === this.wanted(step, 1)) {
      consider(this.run(step, end, 2, 2) + 1, 2, 2);
    }
    if (best < (atEdge ? RESUME_AT_EDGE : RESUME)) return !atEdge && this.respellWord(step, word);
    this.edits++;
    this.misspelt.push(word);
    this.move(step, literal, text);
    return true;
  }

  /**
   * Forgives two wrong letters anywhere in one word, so close that the letters between them tell nothing: compares the
   * pattern's whole word with the text's, and steps over both.
   */
  private respellWord(step: number, word: number): boolean {
    const { wordStarts, wordEnds, literals } = this.patterns;
    if (word === UNKNOWN || this.weight < SURE) return false;
    const start = wordStarts.at(word);
    const end = wordEnds.at(word);
    if (end - start < SHORTEST_TWICE) return false;
    const have = this.textWordAt(step > 0 ? this.at : this.at - 1);
    if (have === UNKNOWN || this.words.ids[have] !== UNKNOWN) return false;
    const from = this.words.starts[have] as number;
    const to = this.words.ends[have] as number;
    const { chars } = this.stream;
    if (isOrdinary(chars, from, to)) return false;
    // Who mistypes a word twice mostly begins it right; one that begins otherwise may be another word.
    if (chars[from] !== literals.chars[start] && this.weight < CERTAIN) return false;
    const edits = wordDistance(literals.chars, start, end, chars, from, to, MOST_IN_WORD);
    if (edits > MOST_IN_WORD) return false;
    const earlier = this.misspelt.filter((other) => other === word).length;
    this.edits += Math.max(0, edits - earlier);
    for (let i = earlier; i < edits; i++) this.misspelt.push(word);
    this.literal = step > 0 ? end : start;
    this.at = step > 0 ? to : from;
    return true;
  }

  /**
   * How many characters agree after skipping some of the literal and of the text; the segment's end counts as many.
   * Quotation marks come and go.
   */
  private run(step: number, end: number, skipLiteral: number, skipText: number): number {
    let literal = skipLiteral;
    let text = skipText;
    const left = Math.abs(end - this.literal);
    for (let agreed = 0; agreed < LOOK_AHEAD; agreed++, literal++, text++) {
      while (literal < left && isSoft(this.wanted(step, literal))) literal++;
      if (literal >= left) {
        const fits =
          this.open || !isLetter(this.wanted(step, left - 1)) || this.endsWord(step, text);
        return fits ? LOOK_AHEAD : agreed;
      }
      while (isSoft(this.have(step, text))) text++;
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
  private wordAt(literal: number): number {
    const { wordStarts, wordEnds } = this.patterns;
    let word = this.near;
    while (word > 0 && wordStarts.at(word) > literal) word--;
    while (word + 1 < wordStarts.length && wordStarts.at(word + 1) <= literal) word++;
    this.near = word;
    return wordStarts.at(word) <= literal && literal < wordEnds.at(word) ? word : UNKNOWN;
  }

  /** Whether the text has, where a word of the pattern should stand, another word that is surely meant. */
  private isOtherWord(word: number, step: number): boolean {
    const { wordStarts, wordEnds, wordIds } = this.patterns;
    const { starts, ends, ids } = this.words;
    // Once inside the pattern's word, the text's word is the one just read, even if it ends here.
    const inside = step > 0 ? this.literal > wordStarts.at(word) : this.literal < wordEnds.at(word);
    const have = this.textWordAt(step > 0 === inside ? this.at - 1 : this.at);
    if (have === UNKNOWN) return false;
    const id = ids[have] as number;
    if (id === wordIds.at(word) || (ends[have] as number) - (starts[have] as number) === 1)
      return false;
    if (id !== UNKNOWN) return true;
    return isOrdinary(this.stream.chars, starts[have] as number, ends[have] as number);
  }

  /** The text's word that holds the character `at` of the stream, or `UNKNOWN`. */
  private textWordAt(at: number): number {
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

  /** At a segment's end the text's word must end too, but for one letter too many. */
  private closeWord(step: number): number {
    for (let extra = 0; this.isInsideWord(step); extra++) {
      const word = this.wordAt(step > 0 ? this.literal - 1 : this.literal);
      const have = this.have(step, 0);
      if (extra > 0 || word === UNKNOWN || isDigit(have)) return CONTRADICTED;
      if (this.misspelt.includes(word)) return CONTRADICTED;
      this.edits++;
      this.misspelt.push(word);
      this.move(step, 0, 1);
    }
    return COMPLETE;
  }

  /** Whether a word of the text goes on where the literal ends. */
  private isInsideWord(step: number): boolean {
    const have = this.have(step, 0);
    const last = this.wanted(step, -1);
    if (have < 0 || last < 0 || this.stream.flags[this.at] !== 0) return false;
    return classOf(have) === WORD && classOf(last) === WORD;
  }
}

function isLetter(folded: number): boolean {
  const kind = folded < 0 ? -1 : classOf(folded);
  return kind === WORD || kind === IDEOGRAPH;
}

function isDigit(folded: number): boolean {
  return folded >= 0x30 && folded <= 0x39;
}
