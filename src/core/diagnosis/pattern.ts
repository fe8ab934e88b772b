import { BREAK, classOf, IDEOGRAPH, SPACE, WORD } from './characters';
import { IntList } from './int-list';
import { AFTER_SPACE, createStream, normaliseInto, type Stream } from './normalise';
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

/** More alternatives than this in one signature are not expanded one by one. */
const MOST_VARIANTS = 64;

const NO_VALUES: readonly string[] = [];

/** All patterns of a pack, in flat arrays. */
export class Patterns {
  readonly all: Pattern[] = [];
  /** The fixed characters of all segments, one after the other. `offsets` holds the characters as written, unfolded. */
  readonly literals: Stream;
  /** Per segment: where it starts and ends in `literals`, and its open ends. */
  readonly segmentStarts: IntList;
  readonly segmentEnds: IntList;
  readonly segmentOpen: IntList;
  /** Per whole word of a pattern: its number, its segment, and where it starts and ends in `literals`. */
  readonly wordIds: IntList;
  readonly wordSegments: IntList;
  readonly wordStarts: IntList;
  readonly wordEnds: IntList;
  readonly vocabulary = new Vocabulary();
  private readonly singles = new Map<string, readonly string[]>();

  constructor(readonly rules: readonly Rule[]) {
    let length = 0;
    for (const rule of rules) for (const signature of rule.signatures) length += signature.length;
    this.literals = createStream(length);
    // A word has about five letters, a segment about fifteen: a good guess saves growing.
    const segments = Math.max(16, Math.ceil(length / 15));
    const words = Math.max(16, Math.ceil(length / 5));
    this.segmentStarts = new IntList(segments);
    this.segmentEnds = new IntList(segments);
    this.segmentOpen = new IntList(segments);
    this.wordIds = new IntList(words);
    this.wordSegments = new IntList(words);
    this.wordStarts = new IntList(words);
    this.wordEnds = new IntList(words);
    for (let rule = 0; rule < rules.length; rule++) {
      const signatures = (rules[rule] as Rule).signatures;
      for (let signature = 0; signature < signatures.length; signature++) {
        for (const variant of variantsOf(parseSignature(signatures[signature] as string))) {
          this.add(rule, signature, variant);
        }
      }
    }
  }

  private add(rule: number, signature: number, parts: readonly Part[]): void {
    const firstSegment = this.segmentStarts.length;
    const firstWord = this.wordIds.length;
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
    this.all.push({
      rule,
      signature,
      firstSegment,
      endSegment: this.segmentStarts.length,
      gaps,
      firstWord,
      endWord: this.wordIds.length,
      weight: this.literals.length - before,
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
    const segment = this.segmentStarts.length;
    this.segmentStarts.push(start);
    this.segmentEnds.push(end);
    this.segmentOpen.push((openLeft ? OPEN_LEFT : 0) | (openRight ? OPEN_RIGHT : 0));
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
        this.wordIds.push(
          this.vocabulary.intern(hashWord(this.literals.chars, at, stop), at, stop - at),
        );
        this.wordSegments.push(segment);
        this.wordStarts.push(at);
        this.wordEnds.push(stop);
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
