import { BREAK, classOf, IDEOGRAPH, SPACE, WORD } from './characters';
import { IntList } from './int-list';
import { AFTER_SPACE, createStream, normaliseInto, type Stream } from './normalise';
import { type Column, Records } from './records';
import { type Part, parseSignature } from './signature';
import { hashWord, Vocabulary, wordEnd } from './vocabulary';

/** What the pack is made of: one entry of `createDiagnoser`'s input. */
export interface Rule {
  id: string;
  signatures: string[];
}

/**
 * A signature with its alternatives chosen: fixed segments with values between them. A signature without alternatives
 * is one pattern, one with alternatives is several.
 */
export interface Pattern {
  /** Which rule, and which of its signatures, by index. */
  readonly rule: number;
  readonly signature: number;
  /** The first of its segments, and one past the last, in `Patterns`' segment arrays. */
  readonly firstSegment: number;
  readonly endSegment: number;
  /**
   * The names of the values before, between and after the segments: one list more than there are segments. The first
   * and the last may be empty; a list of two holds values that stand side by side.
   */
  readonly gaps: readonly (readonly string[])[];
  /** The first of its whole words, and one past the last, in `Patterns`' word arrays. */
  readonly firstWord: number;
  readonly endWord: number;
  /** How many fixed characters it has: the measure of how much a match of it says. */
  readonly weight: number;
}

/** The left or right end of a segment stands against a value without white space between: no word need end there. */
export const OPEN_LEFT = 1;
export const OPEN_RIGHT = 2;

/** See `Patterns.closings`. */
export const ANYWHERE = -1;

/** More alternatives than this in one signature are not expanded one by one. */
const MOST_VARIANTS = 64;

const NO_VALUES: readonly string[] = [];

/** All patterns of a pack, in flat arrays. */
export class Patterns {
  readonly all: Pattern[] = [];
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
  readonly closings = new IntList(1024);
  readonly vocabulary = new Vocabulary();
  private readonly singles = new Map<string, readonly string[]>();

  constructor(readonly rules: readonly Rule[]) {
    let length = 0;
    for (const rule of rules) for (const signature of rule.signatures) length += signature.length;
    this.literals = createStream(length);
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

  /** Whether no value stands between a word and the next, by index in the word arrays, and both are of one pattern. */
  isJoined(word: number): boolean {
    const { wordSegments } = this;
    return (
      word >= 0 &&
      word + 1 < wordSegments.length &&
      wordSegments.at(word) === wordSegments.at(word + 1)
    );
  }

  private add(rule: number, signature: number, parts: readonly Part[]): void {
    const firstSegment = this.segments.length;
    const firstWord = this.words.length;
    const before = this.literals.length;
    const gaps: (readonly string[])[] = [NO_VALUES];
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i] as Part;
      if (part.kind === 'value') {
        gaps.push(this.join(gaps.pop() as readonly string[], part.name));
      } else if (part.kind === 'text') {
        if (this.addSegment(part.text, i > 0, i < parts.length - 1)) {
          gaps.push(NO_VALUES);
        }
      }
    }
    const weight = this.literals.length - before;
    for (let at = firstSegment; at < this.segments.length; at++) {
      this.segments.data[at * this.segments.width + 3] = weight;
    }
    const begins =
      this.words.length > firstWord &&
      (gaps[0] as readonly string[]).length === 0 &&
      this.wordStarts.at(firstWord) === this.segmentStarts.at(firstSegment);
    this.closings.push(begins ? this.wordIds.at(this.words.length - 1) : ANYWHERE);
    this.all.push({
      rule,
      signature,
      firstSegment,
      endSegment: this.segments.length,
      gaps,
      firstWord,
      endWord: this.words.length,
      weight,
    });
  }

  /** A list of names with one more. Most gaps hold one value, and most values have names that others have too. */
  private join(names: readonly string[], name: string): readonly string[] {
    if (names.length > 0) return [...names, name];
    const single = this.singles.get(name) ?? [name];
    this.singles.set(name, single);
    return single;
  }

  /** Adds a segment, and says whether there was anything in it but white space. */
  private addSegment(text: string, valueBefore: boolean, valueAfter: boolean): boolean {
    const start = this.literals.length;
    normaliseInto(this.literals, text);
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
        this.words.data[word + 4] = this.all.length;
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

/** The ways to choose alternatives, each as text and values only; neighbouring text is joined. */
function variantsOf(parts: Part[]): Part[][] {
  if (!parts.some((part) => part.kind === 'alternatives')) return [parts];
  let variants: Part[][] = [[]];
  let choices = 1;
  for (const part of parts) {
    if (part.kind !== 'alternatives') {
      for (const variant of variants) append(variant, part);
      continue;
    }
    // Beside each text that may stand here, the alternatives as they are written: a pasted template holds them so.
    const texts = [...part.options, `{${part.options.join('|')}}`];
    choices *= texts.length;
    if (choices > MOST_VARIANTS) {
      for (const variant of variants) append(variant, { kind: 'value', name: '' });
      continue;
    }
    variants = variants.flatMap((variant) =>
      texts.map((text) => append([...variant], { kind: 'text', text })),
    );
  }
  return variants;
}

function append(variant: Part[], part: Part): Part[] {
  const last = variant[variant.length - 1];
  if (part.kind === 'text' && last?.kind === 'text') {
    variant[variant.length - 1] = { kind: 'text', text: last.text + part.text };
  } else {
    variant.push(part);
  }
  return variant;
}
