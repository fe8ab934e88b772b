import { QUOTE_MARK, shapeOf } from './characters';
import { NO_EDGE } from './edge';
import { isOrdinary } from './rarity';
import { isDigit, isLetter, type Reading } from './reading';
import { UNKNOWN } from './vocabulary';
import { wordDistance } from './word-distance';

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

/**
 * Forgives what misprints a text: a wrong, missing, additional or swapped letter in a word, letters mistaken for others
 * that look alike, lost or added punctuation, and passages in brackets put in between. Not another word in a word's place,
 * nor another number: those make another message. Greedy: of several readings the one holds after which most letters agree.
 */
export class Misprints {
  constructor(private readonly reading: Reading) {}

  /** Steps over a difference, if there is a reading that forgives it. */
  forgive(step: number, end: number, wanted: number, have: number): boolean {
    const { reading } = this;
    if (have < 0) return false;
    if (shapeOf(wanted) === shapeOf(have)) {
      reading.confusions++;
      reading.move(step, 1, 1);
      return true;
    }
    if (this.confusesPair(step, wanted, have)) return true;
    const atEdge = reading.edge(step) !== NO_EDGE;
    const letters = isLetter(wanted);
    if (letters && !isLetter(have)) {
      // The word's last letter may be missing before punctuation.
      const missing = reading.run(step, end, 1, 0);
      if (missing >= RESUME && missing > reading.run(step, end, 0, 1)) {
        if (this.respell(step, end, wanted, atEdge)) return true;
      }
    }
    if (!atEdge && this.skipBrackets(step, have)) return true;
    if (!letters || !isLetter(have)) {
      if (atEdge || reading.marks === MOST_MARKS) return false;
      reading.marks++;
      if (letters) reading.move(step, 0, 1);
      else if (isLetter(have)) this.readLetterForMark(step, end);
      else if (reading.run(step, end, 1, 0) > reading.run(step, end, 0, 1)) reading.move(step, 1, 0);
      else if (reading.run(step, end, 0, 1) > 0) reading.move(step, 0, 1);
      else reading.move(step, 1, 1);
      return true;
    }
    return this.respell(step, end, wanted, atEdge);
  }

  /** Where a letter stands for a mark: the mark is missing, or the letter is one too many, or stands in the mark's place. */
  private readLetterForMark(step: number, end: number): void {
    const { reading } = this;
    const missing = reading.run(step, end, 1, 0);
    const added = reading.run(step, end, 0, 1);
    const wrong = reading.run(step, end, 1, 1);
    if (missing >= Math.max(added, wrong, RESUME)) reading.move(step, 1, 0);
    else if (Math.max(added, wrong) < RESUME || isDigit(reading.have(step, 1))) reading.move(step, 1, 0);
    else reading.move(step, added < wrong ? 1 : 0, 1);
  }

  /** Forgives `rn` for `m` and `m` for `rn`. */
  private confusesPair(step: number, wanted: number, have: number): boolean {
    const { reading } = this;
    const first = step > 0 ? 0x72 : 0x6e;
    const second = step > 0 ? 0x6e : 0x72;
    if (wanted === 0x6d && have === first && reading.have(step, 1) === second) reading.move(step, 1, 2);
    else if (have === 0x6d && wanted === first && reading.wanted(step, 1) === second) reading.move(step, 2, 1);
    else return false;
    reading.confusions++;
    return true;
  }

  /** Skips a passage in brackets that was put into the text. */
  private skipBrackets(step: number, have: number): boolean {
    const { reading } = this;
    const openers = step > 0 ? '([（【〔' : ')]）】〕';
    const closers = step > 0 ? ')]）】〕' : '([（【〔';
    const kind = openers.indexOf(String.fromCharCode(have));
    if (kind < 0) return false;
    const close = closers.charCodeAt(kind);
    for (let ahead = 1; ahead < MOST_BRACKETED; ahead++) {
      const char = reading.have(step, ahead);
      if (char < 0) return false;
      if (char !== close) continue;
      reading.budget.steps -= ahead;
      reading.move(step, 0, ahead + 1);
      return true;
    }
    return false;
  }

  /** Forgives one wrong, missing, additional or swapped letter, unless the text's word is another one. */
  private respell(step: number, end: number, wanted: number, atEdge: boolean): boolean {
    const { reading } = this;
    if (reading.edits === MOST_EDITS || isDigit(wanted)) return false;
    // Part of a word that stands against a value belongs to no whole word: it may be misspelt once.
    const word = reading.wordAt(step > 0 ? reading.literal : reading.literal - 1);
    const length =
      word === UNKNOWN ? SHORT_WORD : reading.patterns.wordEnds.at(word) - reading.patterns.wordStarts.at(word);
    const earlier = reading.misspelt.filter((other) => other === word).length;
    if (length < 2 && (reading.weight < LONG || this.isContracted(word))) return false;
    if (earlier > (length > 8 ? 1 : 0)) return !atEdge && this.respellWord(step, word);
    if (word !== UNKNOWN && length <= SHORT_WORD && reading.weight < SURE) {
      if (this.isOtherWord(word, step)) return false;
    }
    let best = reading.run(step, end, 1, 1);
    let literal = 1;
    let text = 1;
    const consider = (run: number, moveLiteral: number, moveText: number) => {
      if (run <= best) return;
      best = run;
      literal = moveLiteral;
      text = moveText;
    };
    consider(reading.run(step, end, 1, 0), 1, 0);
    consider(reading.run(step, end, 0, 1), 0, 1);
    if (wanted === reading.have(step, 1) && reading.have(step, 0) === reading.wanted(step, 1)) {
      consider(reading.run(step, end, 2, 2) + 1, 2, 2);
    }
    if (best < (atEdge ? RESUME_AT_EDGE : RESUME)) return !atEdge && this.respellWord(step, word);
    reading.edits++;
    reading.misspelt.push(word);
    reading.move(step, literal, text);
    return true;
  }

  /** Whether a word of one letter stands behind an apostrophe: without the t of "can't" the message says the opposite. */
  private isContracted(word: number): boolean {
    if (word === UNKNOWN) return false;
    const { literals, wordStarts } = this.reading.patterns;
    const start = wordStarts.at(word);
    return literals.flags[start] === 0 && literals.chars[start - 1] === QUOTE_MARK;
  }

  /**
   * Forgives two wrong letters anywhere in one word, so close that the letters between them tell nothing: compares the
   * pattern's whole word with the text's, and steps over both.
   */
  private respellWord(step: number, word: number): boolean {
    const { reading } = this;
    const { wordStarts, wordEnds, literals } = reading.patterns;
    if (word === UNKNOWN || reading.weight < SURE) return false;
    const start = wordStarts.at(word);
    const end = wordEnds.at(word);
    if (end - start < SHORTEST_TWICE) return false;
    const have = reading.textWordAt(step > 0 ? reading.at : reading.at - 1);
    if (have === UNKNOWN || reading.words.ids[have] !== UNKNOWN) return false;
    const from = reading.words.starts[have] as number;
    const to = reading.words.ends[have] as number;
    const { chars } = reading.stream;
    if (isOrdinary(chars, from, to)) return false;
    // Who mistypes a word twice mostly begins it right; one that begins otherwise may be another word.
    if (chars[from] !== literals.chars[start] && reading.weight < CERTAIN) return false;
    const edits = wordDistance(literals.chars, start, end, chars, from, to, MOST_IN_WORD);
    if (edits > MOST_IN_WORD) return false;
    const earlier = reading.misspelt.filter((other) => other === word).length;
    reading.edits += Math.max(0, edits - earlier);
    for (let i = earlier; i < edits; i++) reading.misspelt.push(word);
    reading.literal = step > 0 ? end : start;
    reading.at = step > 0 ? to : from;
    return true;
  }

  /** Whether the text has, where a word of the pattern should stand, another word that is surely meant. */
  private isOtherWord(word: number, step: number): boolean {
    const { reading } = this;
    const { wordStarts, wordEnds, wordIds } = reading.patterns;
    const { starts, ends, ids } = reading.words;
    // Once inside the pattern's word, the text's word is the one just read, even if it ends here.
    const inside = step > 0 ? reading.literal > wordStarts.at(word) : reading.literal < wordEnds.at(word);
    const have = reading.textWordAt(step > 0 === inside ? reading.at - 1 : reading.at);
    if (have === UNKNOWN) return false;
    const id = ids[have] as number;
    if (id === wordIds.at(word) || (ends[have] as number) - (starts[have] as number) === 1) return false;
    if (id !== UNKNOWN) return true;
    return isOrdinary(reading.stream.chars, starts[have] as number, ends[have] as number);
  }
}
