import { classOf, QUOTE_MARK, WORD } from './characters';
import { NO_EDGE } from './edge';
import { Misprints } from './misprints';
import { AFTER_BLANK, AFTER_BREAK, DECORATION, UNSURE } from './normalise';
import { isDigit, Reading, type State } from './reading';
import { isSoft } from './segment-match';
import { UNKNOWN } from './vocabulary';

/** How a comparison ended: at the segment's end, at an edge of the text where it may have been cut off, or on a contradiction. */
export const COMPLETE = 0;
export const CUT = 1;
export const CONTRADICTED = 2;

/** So many letters of the next line may agree by chance. */
const BY_CHANCE = 6;

/** Compares a pattern's segments with a text letter by letter, in either direction, and forgives misprints. */
export class LooseMatch extends Reading {
  private readonly misprints = new Misprints(this);

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
      } else if (have >= 0 && ((flags[step > 0 ? this.at : this.at - 1] as number) & (DECORATION | UNSURE)) !== 0) {
        this.move(step, 0, 1);
      } else if (isSoft(wanted)) {
        this.move(step, 1, 0);
      } else if (have >= 0 && isSoft(have) && (this.isStray(step) || this.edge(step) === NO_EDGE)) {
        this.move(step, 0, 1);
      } else if (!this.misprints.forgive(step, end, wanted, have)) {
        if (this.edge(step) !== NO_EDGE) return CUT;
        return this.backToLine(line, step) ? CUT : CONTRADICTED;
      }
    }
    const lacks = this.lacksMark(step);
    const closed = end === literal || (open && !lacks) ? COMPLETE : this.closeWord(step);
    // Behind a letter too many stands the mark.
    if (closed === COMPLETE && lacks && isSoft(this.have(step, 0))) this.move(step, 0, 1);
    return closed === CONTRADICTED && this.backToLine(line, step) ? CUT : closed;
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

  /**
   * Whether no quotation can end at the text's quotation mark: it is the second of two, as in a CSV cell, or has letters on
   * both sides.
   */
  private isStray(step: number): boolean {
    const before = this.have(step, -1);
    if (before === QUOTE_MARK) return this.have(step, 0) === QUOTE_MARK;
    const { flags } = this.stream;
    const spaced = flags[this.at] || flags[this.at + step];
    const after = this.have(step, 1);
    if (spaced || before < 0 || after < 0) return false;
    return classOf(before) === WORD && classOf(after) === WORD;
  }

  /** Whether the segment ends with a quotation mark that the text lacks: then a value follows its last word. */
  private lacksMark(step: number): boolean {
    const last = this.have(step, -1);
    return isSoft(this.wanted(step, -1)) && last >= 0 && !isSoft(last);
  }

  /** At a segment's end the text's word must end too, but for one letter too many. */
  private closeWord(step: number): number {
    for (let extra = 0; this.isInsideWord(step); extra++) {
      const word = this.lastWord(step);
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
    const last = this.have(step, -1);
    if (have < 0 || last < 0 || this.stream.flags[this.at] !== 0) return false;
    return classOf(have) === WORD && classOf(last) === WORD;
  }

  /** The pattern's word that ends where the literal does, but for punctuation. */
  private lastWord(step: number): number {
    let back = -1;
    while (this.wanted(step, back) >= 0 && classOf(this.wanted(step, back)) !== WORD) back--;
    return this.wordAt(step > 0 ? this.literal + back : this.literal - 1 - back);
  }
}
