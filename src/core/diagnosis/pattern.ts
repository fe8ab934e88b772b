import { BREAK, classOf, IDEOGRAPH, SPACE, WORD } from './characters';
import { IntList } from './int-list';
import { AFTER_SPACE, createStream, normaliseInto, type Stream } from './normalise';
import { type Column, Records } from './records';
import { type Part, parseSignature } from './signature';
import { variantsOf } from './variants';
import { hashWord, Vocabulary, wordEnd } from './vocabulary';

/** What the pack is made of: one entry of `createDiagnoser`'s input. */
export interface Rule {
  id: string;
  signatures: string[];
}

/** The left or right end of a segment stands against a value without white space between: no word need end there. */
export const OPEN_LEFT = 1;
export const OPEN_RIGHT = 2;

/** See `Patterns.closings`. */
export const ANYWHERE = -1;

/** Fields of a pattern, as in `Pattern`; the last one is told at `Patterns.closings`. */
const RULE = 0;
const SIGNATURE = 1;
const FIRST_SEGMENT = 2;
const END_SEGMENT = 3;
const FIRST_WORD = 4;
const END_WORD = 5;
const WEIGHT = 6;
const CLOSING = 7;

/**
 * A signature with its alternatives chosen: fixed segments with values between them. A signature without alternatives
 * is one pattern, one with alternatives is several. It is a look at `Patterns`, made when it is needed: a hundred thousand
 * objects kept would be looked through whenever memory is cleared up.
 */
export class Pattern {
  /** Which rule, and which of its signatures, by index. */
  readonly rule: number;
  readonly signature: number;
  /** The first of its segments, and one past the last, in `Patterns`' segment arrays. */
  readonly firstSegment: number;
  readonly endSegment: number;
  /** The first of its whole words, and one past the last, in `Patterns`' word arrays. */
  readonly firstWord: number;
  readonly endWord: number;
  /** How many fixed characters it has: the measure of how much a match of it says. */
  readonly weight: number;

  constructor(
    record: Int32Array,
    from: number,
    private readonly number: number,
    private readonly values: Values,
  ) {
    this.rule = record[from + RULE] as number;
    this.signature = record[from + SIGNATURE] as number;
    this.firstSegment = record[from + FIRST_SEGMENT] as number;
    this.endSegment = record[from + END_SEGMENT] as number;
    this.firstWord = record[from + FIRST_WORD] as number;
    this.endWord = record[from + END_WORD] as number;
    this.weight = record[from + WEIGHT] as number;
  }

  /**
   * The names of the values before, between and after the segments: one list more than there are segments. The first
   * and the last may be empty; a list of two holds values that stand side by side.
   */
  get gaps(): (readonly string[])[] {
    const gaps = new Array<readonly string[]>(this.endSegment - this.firstSegment + 1);
    for (let gap = 0; gap < gaps.length; gap++) gaps[gap] = this.gap(gap);
    return gaps;
  }

  /** One of `gaps`. */
  gap(index: number): readonly string[] {
    return this.values.at(this.firstSegment + this.number + index);
  }
}

/** The lists of values' names, one for each gap of each pattern. Few differ, for most values have names that others have. */
class Values {
  private readonly gaps = new IntList(1024);
  private readonly lists: (readonly string[])[] = [[]];
  private readonly singles = new Map<string, number>();

  /** The list of a gap; gaps are numbered from 0 in the order in which they were added. */
  at(gap: number): readonly string[] {
    return this.lists[this.gaps.at(gap)] as readonly string[];
  }

  /** Adds an empty gap. */
  add(): void {
    this.gaps.push(0);
  }

  /** Puts one more value into the gap added last. */
  put(name: string): void {
    const gap = this.gaps.length - 1;
    const before = this.at(gap);
    const known = before.length === 0 ? this.singles.get(name) : undefined;
    this.gaps.data[gap] = known ?? this.lists.length;
    if (known !== undefined) return;
    if (before.length === 0) this.singles.set(name, this.lists.length);
    this.lists.push([...before, name]);
  }
}

/** All patterns of a pack, in flat arrays. */
export class Patterns {
  private readonly records: Records;
  private readonly values = new Values();
  private readonly ruleNumbers: Column;
  /** The fixed characters of all segments, one after the other. `offsets` holds the characters as written, unfolded. */
  readonly literals: Stream;
  /** Per segment: where it starts and ends in `literals`, its open ends, and the weight of its pattern. */
  private readonly segments: Records;
  readonly segmentStarts: Column;
  readonly segmentEnds: Column;
  readonly segmentOpen: Column;
  readonly segmentWeights: Column;
  /** Per whole word of a pattern: its number, its segment, where it starts and ends in `literals`, and its pattern. */
  private readonly words: Records;
  readonly wordIds: Column;
  readonly wordSegments: Column;
  readonly wordStarts: Column;
  readonly wordEnds: Column;
  readonly wordOwners: Column;
  /**
   * Per pattern the number of the word that it ends with, or `ANYWHERE` if it may begin in the midst of a line: with
   * punctuation, part of a word or a value.
   */
  readonly closings: Column;
  readonly vocabulary = new Vocabulary();

  constructor(readonly rules: readonly Rule[]) {
    let length = 0;
    for (const rule of rules) for (const signature of rule.signatures) length += signature.length;
    this.literals = createStream(length);
    this.records = new Records(CLOSING + 1, Math.max(16, rules.length));
    this.ruleNumbers = this.records.column(RULE);
    this.closings = this.records.column(CLOSING);
    // A word has about five letters, a segment about fifteen: a good guess saves growing.
    this.segments = new Records(4, Math.max(16, Math.ceil(length / 15)));
    this.segmentStarts = this.segments.column(0);
    this.segmentEnds = this.segments.column(1);
    this.segmentOpen = this.segments.column(2);
    this.segmentWeights = this.segments.column(3);
    this.words = new Records(5, Math.max(16, Math.ceil(length / 5)));
    this.wordIds = this.words.column(0);
    this.wordSegments = this.words.column(1);
    this.wordStarts = this.words.column(2);
    this.wordEnds = this.words.column(3);
    this.wordOwners = this.words.column(4);
    for (let rule = 0; rule < rules.length; rule++) {
      const signatures = (rules[rule] as Rule).signatures;
      for (let signature = 0; signature < signatures.length; signature++) {
        for (const variant of variantsOf(parseSignature(signatures[signature] as string))) {
          this.add(rule, signature, variant);
        }
      }
    }
  }

  /** How many patterns there are. They are numbered from 0 in the order of their signatures. */
  get count(): number {
    return this.records.length;
  }

  /** The pattern with this number, which is below `count`. */
  at(number: number): Pattern {
    const { data, width } = this.records;
    return new Pattern(data, number * width, number, this.values);
  }

  /** The rule of a pattern, by index. */
  ruleOf(number: number): number {
    return this.ruleNumbers.at(number);
  }

  /** Whether no value stands between a word and the next, by index in the word arrays, and both are of one pattern. */
  isJoined(word: number): boolean {
    const { wordSegments } = this;
    return word >= 0 && word + 1 < wordSegments.length && wordSegments.at(word) === wordSegments.at(word + 1);
  }

  private add(rule: number, signature: number, parts: readonly Part[]): void {
    const firstSegment = this.segments.length;
    const firstWord = this.words.length;
    const before = this.literals.length;
    const firstGap = firstSegment + this.count;
    this.values.add();
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i] as Part;
      if (part.kind === 'value') {
        this.values.put(part.name);
      } else if (part.kind === 'text') {
        if (this.addSegment(part.text, i > 0, i < parts.length - 1)) this.values.add();
      }
    }
    const weight = this.literals.length - before;
    for (let at = firstSegment; at < this.segments.length; at++) {
      this.segments.data[at * this.segments.width + 3] = weight;
    }
    const begins =
      this.words.length > firstWord &&
      this.values.at(firstGap).length === 0 &&
      this.wordStarts.at(firstWord) === this.segmentStarts.at(firstSegment);
    const at = this.records.add();
    const { data } = this.records;
    data[at + RULE] = rule;
    data[at + SIGNATURE] = signature;
    data[at + FIRST_SEGMENT] = firstSegment;
    data[at + END_SEGMENT] = this.segments.length;
    data[at + FIRST_WORD] = firstWord;
    data[at + END_WORD] = this.words.length;
    data[at + WEIGHT] = weight;
    data[at + CLOSING] = begins ? this.wordIds.at(this.words.length - 1) : ANYWHERE;
  }

  /** Adds a segment, and says whether there was anything in it but white space. */
  private addSegment(text: string, valueBefore: boolean, valueAfter: boolean): boolean {
    const start = this.literals.length;
    normaliseInto(this.literals, text, 0, text.length);
    const end = this.literals.length;
    if (end === start) return false;
    const openLeft = valueBefore && !isSpace(text.charCodeAt(0));
    const openRight = valueAfter && !isSpace(text.charCodeAt(text.length - 1));
    this.literals.lines.length = 0;
    const { offsets } = this.literals;
    for (let at = start; at < end; at++) offsets[at] = text.charCodeAt(offsets[at] as number);
    const segment = this.segments.length;
    const record = this.segments.add();
    this.segments.data[record] = start;
    this.segments.data[record + 1] = end;
    this.segments.data[record + 2] = (openLeft ? OPEN_LEFT : 0) | (openRight ? OPEN_RIGHT : 0);
    const { flags } = this.literals;
    flags[start] = openLeft ? 0 : AFTER_SPACE;
    for (let at = start; at < end; ) {
      const stop = wordEnd(this.literals, at);
      if (stop === at) {
        at++;
        continue;
      }
      const cut =
        classOf(this.literals.chars[at] as number) !== IDEOGRAPH &&
        ((at === start && openLeft) || (stop === end && openRight));
      if (!cut) {
        const id = this.vocabulary.intern(hashWord(this.literals.chars, at, stop), at, stop - at);
        const word = this.words.add();
        this.words.data[word] = id;
        this.words.data[word + 1] = segment;
        this.words.data[word + 2] = at;
        this.words.data[word + 3] = stop;
        this.words.data[word + 4] = this.count;
      }
      at = stop;
    }
    return true;
  }
}

function isSpace(unit: number): boolean {
  const kind = classOf(unit);
  return kind === SPACE || kind === BREAK;
}

/** Whether a folded character can be inside a word. */
export function isWordChar(folded: number): boolean {
  return classOf(folded) === WORD;
}
