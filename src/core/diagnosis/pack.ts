import type { Gap } from './capture';
import { classOf, IDEOGRAPH, isLetter } from './characters';
import { type Part, parseSignature, variantsOf } from './signature';
import { Reader, type Stream } from './stream';

/** What the pack is made of: one entry of `createDiagnoser`'s input. */
export interface Rule {
  id: string;
  signatures: string[];
}

/** A segment stands against a value: no word need begin (end) there. */
export const OPEN_LEFT = 1;
export const OPEN_RIGHT = 2;

/**
 * All patterns of a pack in flat arrays. A pattern is a signature with its alternatives chosen: segments of fixed text with
 * values between them. The fixed text of all of them is one stream, read once.
 */
export class Pack {
  readonly stream: Stream;
  readonly text: string;
  readonly count: number;
  /** Per pattern: its rule, its signature, which of its variants, and whether values open and close it. */
  readonly ruleOf: Int32Array;
  readonly signatureOf: Int32Array;
  private readonly variantOf: Int32Array;
  readonly leads: Int32Array;
  readonly trails: Int32Array;
  /** Per pattern how many fixed characters it has. */
  readonly weights: Int32Array;
  /** Per pattern its first segment and word; those of the next one end them. The same for segments and words. */
  readonly firstSegment: Int32Array;
  readonly firstWord: Int32Array;
  readonly segmentWord: Int32Array;
  /** Per segment where it starts and ends in the stream, its open ends, how many letters it has, and its pattern. */
  readonly segmentStarts: Int32Array;
  readonly segmentEnds: Int32Array;
  readonly segmentOpen: Uint8Array;
  readonly segmentLetters: Int32Array;
  readonly segmentPattern: Int32Array;
  /** Per whole word where it starts and ends in the stream, its hash and its segment. */
  readonly wordStarts: Int32Array;
  readonly wordEnds: Int32Array;
  readonly wordHashes: Int32Array;
  readonly wordSegment: Int32Array;
  readonly words: number;
  /** Per pattern that was found what stands between its segments. */
  readonly gaps = new Map<number, Gap[]>();

  constructor(readonly rules: readonly Rule[]) {
    const patterns: number[] = [];
    const pieces: string[] = [];
    const bounds: number[] = [];
    let length = 0;
    for (let rule = 0; rule < rules.length; rule++) {
      const { signatures } = rules[rule] as Rule;
      for (let index = 0; index < signatures.length; index++) {
        const variants = variantsOf(parseSignature(signatures[index] as string));
        for (let variant = 0; variant < variants.length; variant++) {
          const parts = variants[variant] as Part[];
          const [leads, trails] = [parts[0], parts[parts.length - 1]].map((part) => (part?.kind === 'value' ? 1 : 0));
          patterns.push(rule, index, variant, leads as number, trails as number);
          for (let i = 0; i < parts.length; i++) {
            const part = parts[i] as Part;
            if (part.kind !== 'text') continue;
            const inner = (i > 0 ? OPEN_LEFT : 0) | (i < parts.length - 1 ? OPEN_RIGHT : 0);
            // A mark at a pattern's start may open its line, as in a text; elsewhere it does not.
            pieces.push(i > 0 ? '\t' : '\n', part.text);
            bounds.push(patterns.length / 5 - 1, length + 1, length + 1 + part.text.length, inner);
            length += 1 + part.text.length;
          }
        }
      }
    }
    this.count = patterns.length / 5;
    bounds.push(this.count, 0, 0, 0);
    const column = (i: number) => new Int32Array(this.count).map((_, row) => patterns[5 * row + i] as number);
    [this.ruleOf, this.signatureOf, this.variantOf] = [column(0), column(1), column(2)];
    [this.leads, this.trails] = [column(3), column(4)];
    this.text = pieces.join('');
    this.stream = new Reader().read(this.text, 0, this.text.length);
    const { chars, flags, starts, ends, words } = this.stream;
    const room = bounds.length / 4;
    this.firstSegment = new Int32Array(this.count + 1);
    this.weights = new Int32Array(this.count);
    this.segmentWord = new Int32Array(room + 1);
    this.segmentStarts = new Int32Array(room);
    this.segmentEnds = new Int32Array(room);
    this.segmentOpen = new Uint8Array(room);
    this.segmentLetters = new Int32Array(room);
    this.segmentPattern = new Int32Array(room);
    this.wordStarts = new Int32Array(words);
    this.wordEnds = new Int32Array(words);
    this.wordHashes = new Int32Array(words);
    this.wordSegment = new Int32Array(words);
    let at = 0;
    let segment = 0;
    let word = 0;
    let next = 0;
    let pattern = 0;
    for (let i = 0; i < bounds.length; i += 4) {
      const owner = bounds[i] as number;
      for (; pattern <= owner; pattern++) this.firstSegment[pattern] = segment;
      const end = bounds[i + 2] as number;
      const first = at;
      while (at < this.stream.length && (starts[at] as number) < end) at++;
      if (at === first) continue;
      const inner = bounds[i + 3] as number;
      const openLeft = (inner & OPEN_LEFT) !== 0 && (starts[first] as number) === (bounds[i + 1] as number);
      const openRight = (inner & OPEN_RIGHT) !== 0 && (ends[at - 1] as number) === end;
      this.segmentStarts[segment] = first;
      this.segmentEnds[segment] = at;
      this.segmentOpen[segment] = (openLeft ? OPEN_LEFT : 0) | (openRight ? OPEN_RIGHT : 0);
      this.segmentPattern[segment] = owner;
      this.weights[owner] = (this.weights[owner] as number) + at - first;
      this.segmentWord[segment] = word;
      if (openLeft) flags[first] = 0;
      for (; next < words && (this.stream.wordStarts[next] as number) < at; next++) {
        const from = this.stream.wordStarts[next] as number;
        const to = this.stream.wordEnds[next] as number;
        this.segmentLetters[segment] = (this.segmentLetters[segment] as number) + to - from;
        const cut = (openLeft && from === first) || (openRight && to === at);
        if (cut && classOf(chars[from] as number) !== IDEOGRAPH) continue;
        this.wordStarts[word] = from;
        this.wordEnds[word] = to;
        this.wordHashes[word] = this.stream.wordHashes[next] as number;
        this.wordSegment[word++] = segment;
      }
      segment++;
    }
    this.segmentWord[segment] = word;
    this.firstWord = this.firstSegment.map((first) => this.segmentWord[first] as number);
    this.words = word;
  }

  /** Whether two neighbouring words are of one segment. */
  joined(word: number): boolean {
    return word >= 0 && word + 1 < this.words && this.wordSegment[word] === this.wordSegment[word + 1];
  }

  patternOf(word: number): number {
    return this.segmentPattern[this.wordSegment[word] as number] as number;
  }

  /** Whether two patterns are of one rule, or have the same fixed text. */
  isSameMessage(a: number, b: number): boolean {
    const textOf = (pattern: number) => {
      const first = this.segmentStarts[this.firstSegment[pattern] as number];
      return this.stream.chars.subarray(first, this.segmentEnds[(this.firstSegment[pattern + 1] as number) - 1]).join();
    };
    return this.ruleOf[a] === this.ruleOf[b] || textOf(a) === textOf(b);
  }

  /** Whether the characters `from` to `to` of the stream are marks only. */
  areMarks(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (isLetter(this.stream.chars[at] as number)) return false;
    return true;
  }

  /** The parts that a pattern was made of: read anew where a message was found, so that no object is kept for a pattern. */
  partsOf(pattern: number): Part[] {
    const rule = this.rules[this.ruleOf[pattern] as number] as Rule;
    const signature = rule.signatures[this.signatureOf[pattern] as number] as string;
    return variantsOf(parseSignature(signature))[this.variantOf[pattern] as number] as Part[];
  }
}
