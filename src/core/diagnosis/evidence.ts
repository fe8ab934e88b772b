import type { Alignment } from './align';
import { isLetter } from './characters';
import { COMPLETE } from './compare';
import type { PackIndex } from './pack-index';
import { bitsOf, isOrdinary } from './words';

/** A value tells as much about how much of a message is there as so many letters. */
const VALUE_LETTERS = 4;
/** A letter that stands directly against a value, so that it is no word's. */
const BITS_PER_LETTER = 0.5;

/** How much of a message an alignment has. */
export type Evidence = NonNullable<ReturnType<typeof evidenceOf>>;

/** Adds up how much of its message an alignment has; nothing if its share is less than `least`. */
export function evidenceOf({ pack, anchors }: PackIndex, alignment: Alignment, least: number) {
  const { pattern, head, tail, hole } = alignment;
  const evidence = {
    /** How surely its words tell this message from others, see `bitsOf`. */
    bits: 0,
    /** How many of its letters are there, and which share of it that is, values counted as letters. */
    letters: 0,
    share: 0,
    /** How many whole words are there, whether one of them is not ordinary, and how many letters of a torn word. */
    words: 0,
    isTelling: false,
    tornLetters: 0,
  };
  const [holeFrom, holeTo] = hole ? [hole.from, hole.to] : [tail.lit, tail.lit];
  let all = pack.leads[pattern] !== 0 ? VALUE_LETTERS : 0;
  let seen = head.inValue || head.status === COMPLETE ? all : 0;
  const last = (pack.firstSegment[pattern + 1] as number) - 1;
  for (let segment = pack.firstSegment[pattern] as number; segment <= last; segment++) {
    const start = pack.segmentStarts[segment] as number;
    const end = pack.segmentEnds[segment] as number;
    const letters = pack.segmentLetters[segment] as number;
    all += letters;
    if (start >= head.lit && end <= holeFrom) evidence.letters += letters;
    else {
      for (let at = Math.max(start, head.lit); at < Math.min(end, tail.lit); at++) {
        if ((at < holeFrom || at >= holeTo) && isLetter(pack.stream.chars[at] as number)) evidence.letters++;
      }
    }
    const value = segment < last || pack.trails[pattern] !== 0 ? VALUE_LETTERS : 0;
    all += value;
    const isAtTail = end === tail.lit && (tail.inValue || tail.status === COMPLETE);
    if (end > head.lit && (end < tail.lit || isAtTail) && !(end > holeFrom && end <= holeTo)) seen += value;
  }
  evidence.share = (evidence.letters + seen) / all;
  if (evidence.share < least) return undefined;
  let lettersInWords = 0;
  for (let word = pack.firstWord[pattern] as number; word < (pack.firstWord[pattern + 1] as number); word++) {
    const start = pack.wordStarts[word] as number;
    const end = pack.wordEnds[word] as number;
    const length = end - start;
    const held =
      Math.max(0, Math.min(end, holeFrom) - Math.max(start, head.lit)) +
      Math.max(0, Math.min(end, tail.lit) - Math.max(start, holeTo));
    if (held === 0) continue;
    lettersInWords += held;
    const bits = bitsOf(pack, anchors, word);
    if (held < length) {
      evidence.tornLetters = Math.max(evidence.tornLetters, held);
      evidence.bits += bits * (held / length) ** 2;
    } else {
      evidence.words++;
      evidence.isTelling ||= !isOrdinary(pack.wordHashes[word] as number);
      evidence.bits += bits;
    }
  }
  evidence.bits += (evidence.letters - lettersInWords) * BITS_PER_LETTER;
  return evidence;
}
