import { isDigit, isLetter } from './characters';
import type { Pack } from './pack';
import { FNV_BASIS, FNV_PRIME, type Stream } from './stream';

/** Shorter words are not taken for misspelt ones: nearly every one is near another. Longer ones are no words. */
const [MIN_LENGTH, MAX_LENGTH] = [4, 40];
/** Two words are near each other if they differ by a stretch of at most so many letters. */
const MAX_DIFFERENCE = 2;
/** So many letters tell which word is torn. */
const [TORN_LENGTH, TORN] = [4, 0x51ed270b];

/** Finds the words of a pack that a misspelt or torn word may be, by what is left of each without one letter. */
export class Respelling {
  /** Places of words, plus one, by the hash of what is left of them; open addressing. */
  private readonly table: Int32Array;
  /** Per letter of a word the hash of what is before it; and that of the word without it. */
  private readonly heads = new Int32Array(MAX_LENGTH + 1);
  private readonly remainders = new Int32Array(MAX_LENGTH + 1);

  constructor(private readonly pack: Pack) {
    const seen = new Set<number>();
    const distinct: number[] = [];
    let entries = 0;
    for (let word = 0; word < pack.words; word++) {
      const length = (pack.wordEnds[word] as number) - (pack.wordStarts[word] as number);
      const hash = pack.wordHashes[word] as number;
      if (length < MIN_LENGTH || length > MAX_LENGTH || seen.has(hash)) continue;
      seen.add(hash);
      distinct.push(word);
      entries += length + 2;
    }
    let slots = 16;
    while (slots < entries * 2) slots *= 2;
    this.table = new Int32Array(slots);
    for (const word of distinct) {
      const from = pack.wordStarts[word] as number;
      const to = pack.wordEnds[word] as number;
      if (isSpelt(pack.stream, from, to)) {
        for (let i = this.readRemainders(pack.stream, from, to); i >= 0; i--)
          this.put(this.remainders[i] as number, word);
      }
      if (to - from > TORN_LENGTH) this.put(beginning(pack.stream.chars, from), word);
    }
  }

  /** The hash of the word of the pack that a word of a text is nearest to, or 0. */
  nearest(stream: Stream, word: number): number {
    const { pack } = this;
    const from = stream.wordStarts[word] as number;
    const to = stream.wordEnds[word] as number;
    if (to - from < MIN_LENGTH - 1 || to - from > MAX_LENGTH || !isSpelt(stream, from, to)) return 0;
    let [best, least] = [0, MAX_DIFFERENCE + 1];
    const { table, remainders } = this;
    const mask = table.length - 1;
    for (let i = this.readRemainders(stream, from, to); i >= 0; i--) {
      for (let slot = (remainders[i] as number) & mask; table[slot] !== 0; slot = (slot + 1) & mask) {
        const place = (table[slot] as number) - 1;
        const start = pack.wordStarts[place] as number;
        if (Math.abs((pack.wordEnds[place] as number) - start - (to - from)) > 1) continue;
        const cost = this.difference(place, stream, word);
        if (cost >= least) continue;
        least = cost;
        best = pack.wordHashes[place] as number;
      }
    }
    return best;
  }

  /** The hash of a word of the pack that begins with a word of a text, or 0. */
  completed({ chars, wordStarts, wordEnds }: Stream, word: number): number {
    const { pack, table } = this;
    const mask = table.length - 1;
    const from = wordStarts[word] as number;
    const length = (wordEnds[word] as number) - from;
    if (length < TORN_LENGTH) return 0;
    for (let slot = beginning(chars, from) & mask; table[slot] !== 0; slot = (slot + 1) & mask) {
      const place = (table[slot] as number) - 1;
      const start = pack.wordStarts[place] as number;
      let same = 0;
      while (same < length && pack.stream.chars[start + same] === chars[from + same]) same++;
      if (same === length && start + length < (pack.wordEnds[place] as number)) return pack.wordHashes[place] as number;
    }
    return 0;
  }

  /** Whether a word of the pack and one of a text are near each other, and about as long. */
  isNear(place: number, stream: Stream, word: number): boolean {
    const length = (this.pack.wordEnds[place] as number) - (this.pack.wordStarts[place] as number);
    const surplus = (stream.wordEnds[word] as number) - (stream.wordStarts[word] as number) - length;
    return length >= MIN_LENGTH && Math.abs(surplus) <= 1 && this.difference(place, stream, word) <= MAX_DIFFERENCE;
  }

  /** How long the stretch is in which a word of the pack and one of a text differ. */
  private difference(place: number, stream: Stream, word: number): number {
    const { chars } = this.pack.stream;
    const from = stream.wordStarts[word] as number;
    const to = stream.wordEnds[word] as number;
    const start = this.pack.wordStarts[place] as number;
    const end = this.pack.wordEnds[place] as number;
    const least = Math.min(end - start, to - from);
    let head = 0;
    while (head < least && chars[start + head] === stream.chars[from + head]) head++;
    let tail = 0;
    while (tail < least - head && chars[end - 1 - tail] === stream.chars[to - 1 - tail]) tail++;
    return Math.max(end - start, to - from) - head - tail;
  }

  private put(hash: number, word: number): void {
    const mask = this.table.length - 1;
    let slot = hash & mask;
    while (this.table[slot] !== 0) slot = (slot + 1) & mask;
    this.table[slot] = word + 1;
  }

  /** Fills `remainders` with the hashes of a whole word and of what is left of it without each letter. Returns the last index. */
  private readRemainders({ chars }: Pick<Stream, 'chars'>, from: number, to: number): number {
    const { heads, remainders } = this;
    const length = to - from;
    heads[0] = FNV_BASIS;
    for (let i = 0; i < length; i++)
      heads[i + 1] = Math.imul(heads[i] as number, FNV_PRIME) + (chars[from + i] as number);
    let [tail, power] = [0, 1];
    remainders[length] = mix(heads[length] as number);
    for (let i = length - 1; i >= 0; i--) {
      remainders[i] = mix(Math.imul(heads[i] as number, power) + tail);
      tail = (tail + Math.imul(chars[from + i] as number, power)) | 0;
      power = Math.imul(power, FNV_PRIME);
    }
    return length;
  }
}

/** Whether a stretch has letters only. */
function isSpelt({ chars }: Pick<Stream, 'chars'>, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isLetter(chars[at] as number) || isDigit(chars[at] as number)) return false;
  return true;
}

/** The hash of a word's first letters. */
function beginning(chars: Uint16Array, from: number): number {
  let hash = TORN;
  for (let at = from; at < from + TORN_LENGTH; at++) hash = Math.imul(hash, FNV_PRIME) + (chars[at] as number);
  return mix(hash);
}

function mix(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}
