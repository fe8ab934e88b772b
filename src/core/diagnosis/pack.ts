import type { Gap } from './capture';
import { classOf, IDEOGRAPH, isLetter } from './characters';
import { type Part, parseSignature, variantsOf } from './signature';
import { Reader } from './stream';

/** What the pack is made of: one entry of `createDiagnoser`'s input. */
export interface Rule {
  id: string;
  signatures: string[];
}

/** A segment stands against a value: no word need begin (end) there. */
export const [OPEN_LEFT, OPEN_RIGHT] = [1, 2];

/** A pattern is a signature with its alternatives chosen: segments of fixed text with values between them. */
export type Pack = ReturnType<typeof readPack>;

/** Reads all patterns of a pack into flat arrays. The fixed text of all of them is one stream, read once. */
export function readPack(rules: readonly Rule[]) {
  const { patterns, text, bounds } = readParts(rules);
  const stream = new Reader().read(text, 0, text.length);
  const { chars, flags, starts, ends, wordStarts, wordEnds, wordHashes } = stream;
  const count = patterns.length / 3;
  const column = (i: number) => new Int32Array(count).map((_, row) => patterns[3 * row + i] as number);
  const room = bounds.length / 4;
  const pack = {
    rules,
    text,
    stream,
    count,
    /** Per pattern: its rule, signature and variant, whether a value opens and closes it, and how many fixed characters it has. */
    ruleOf: column(0),
    signatureOf: column(1),
    variantOf: column(2),
    leads: new Uint8Array(count),
    trails: new Uint8Array(count),
    weights: new Int32Array(count),
    /** Per pattern its first segment and word; those of the next one end them. The same for segments and words. */
    firstSegment: new Int32Array(count + 1),
    firstWord: new Int32Array(count + 1),
    segmentWord: new Int32Array(room + 1),
    /** Per segment where it starts and ends in the stream, its open ends, how many letters it has, and its pattern. */
    segmentStarts: new Int32Array(room),
    segmentEnds: new Int32Array(room),
    segmentOpen: new Uint8Array(room),
    segmentLetters: new Int32Array(room),
    segmentPattern: new Int32Array(room),
    /** Per whole word where it starts and ends in the stream, its hash and its segment. */
    wordStarts: new Int32Array(stream.words),
    wordEnds: new Int32Array(stream.words),
    wordHashes: new Int32Array(stream.words),
    wordSegment: new Int32Array(stream.words),
    words: 0,
    /** Per pattern that was found what stands between its segments. */
    gaps: new Map<number, Gap[]>(),
  };
  let [at, segment, word, next, pattern] = [0, 0, 0, 0, 0];
  for (let i = 0; i < bounds.length; i += 4) {
    const owner = bounds[i] as number;
    for (; pattern <= owner; pattern++) pack.firstSegment[pattern] = segment;
    const end = bounds[i + 2] as number;
    const first = at;
    while (at < stream.length && (starts[at] as number) < end) at++;
    if (at === first) continue;
    const inner = bounds[i + 3] as number;
    // Text is next to values only.
    if (segment === pack.firstSegment[owner]) pack.leads[owner] = inner & OPEN_LEFT;
    pack.trails[owner] = inner & OPEN_RIGHT;
    const openLeft = (inner & OPEN_LEFT) !== 0 && (starts[first] as number) === (bounds[i + 1] as number);
    const openRight = (inner & OPEN_RIGHT) !== 0 && (ends[at - 1] as number) === end;
    pack.segmentStarts[segment] = first;
    pack.segmentEnds[segment] = at;
    pack.segmentOpen[segment] = (openLeft ? OPEN_LEFT : 0) | (openRight ? OPEN_RIGHT : 0);
    pack.segmentPattern[segment] = owner;
    pack.weights[owner] = (pack.weights[owner] as number) + at - first;
    pack.segmentWord[segment] = word;
    if (openLeft) flags[first] = 0;
    for (; next < stream.words && (wordStarts[next] as number) < at; next++) {
      const from = wordStarts[next] as number;
      const to = wordEnds[next] as number;
      pack.segmentLetters[segment] = (pack.segmentLetters[segment] as number) + to - from;
      const cut = (openLeft && from === first) || (openRight && to === at);
      if (cut && classOf(chars[from] as number) !== IDEOGRAPH) continue;
      pack.wordStarts[word] = from;
      pack.wordEnds[word] = to;
      pack.wordHashes[word] = wordHashes[next] as number;
      pack.wordSegment[word++] = segment;
    }
    segment++;
  }
  pack.segmentWord[segment] = word;
  pack.firstWord = pack.firstSegment.map((first) => pack.segmentWord[first] as number);
  pack.words = word;
  return pack;
}

/** A pack's patterns, their fixed text, and for each piece of it its pattern, where it starts and ends, and its open ends. */
function readParts(rules: readonly Rule[]) {
  const patterns: number[] = [];
  const pieces: string[] = [];
  const bounds: number[] = [];
  let length = 0;
  for (const [rule, { signatures }] of rules.entries()) {
    for (const [index, signature] of signatures.entries()) {
      for (const [variant, parts] of variantsOf(parseSignature(signature)).entries()) {
        patterns.push(rule, index, variant);
        for (const [i, part] of parts.entries()) {
          if (part.kind !== 'text') continue;
          const inner = (i > 0 ? OPEN_LEFT : 0) | (i < parts.length - 1 ? OPEN_RIGHT : 0);
          // A mark at a pattern's start may open its line, as in a text; elsewhere it does not.
          pieces.push(i > 0 ? '\t' : '\n', part.text);
          bounds.push(patterns.length / 3 - 1, length + 1, length + 1 + part.text.length, inner);
          length += 1 + part.text.length;
        }
      }
    }
  }
  bounds.push(patterns.length / 3, 0, 0, 0);
  return { patterns, text: pieces.join(''), bounds };
}

/** Whether two neighbouring words are of one segment. */
export function areJoined({ words, wordSegment }: Pack, word: number): boolean {
  return word >= 0 && word + 1 < words && wordSegment[word] === wordSegment[word + 1];
}

/** Whether a segment is its pattern's last (`step` -1: first). */
export function isOuter({ segmentPattern, firstSegment }: Pack, segment: number, step: number): boolean {
  const pattern = segmentPattern[segment] as number;
  return segment === (step > 0 ? (firstSegment[pattern + 1] as number) - 1 : firstSegment[pattern]);
}

export function patternOf({ segmentPattern, wordSegment }: Pack, word: number): number {
  return segmentPattern[wordSegment[word] as number] as number;
}

/** Whether two patterns are of one rule, or have the same fixed text. */
export function isSameMessage(pack: Pack, a: number, b: number): boolean {
  const { stream, ruleOf, firstSegment, segmentStarts, segmentEnds } = pack;
  const textOf = (pattern: number) => {
    const first = segmentStarts[firstSegment[pattern] as number];
    return stream.chars.subarray(first, segmentEnds[(firstSegment[pattern + 1] as number) - 1]).join();
  };
  return ruleOf[a] === ruleOf[b] || textOf(a) === textOf(b);
}

/** Whether the characters `from` to `to` of the stream are marks only. */
export function areMarks({ stream }: Pack, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isLetter(stream.chars[at] as number)) return false;
  return true;
}

/** The parts that a pattern was made of: read anew where a message was found, so that no object is kept for a pattern. */
export function partsOf({ rules, ruleOf, signatureOf, variantOf }: Pack, pattern: number): Part[] {
  const rule = rules[ruleOf[pattern] as number] as Rule;
  const signature = rule.signatures[signatureOf[pattern] as number] as string;
  return variantsOf(parseSignature(signature))[variantOf[pattern] as number] as Part[];
}
