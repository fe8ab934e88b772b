import { isDigit } from './characters';
import type { Suggestion } from './index';
import { areJoined, type Pack, patternOf } from './pack';
import type { PackIndex } from './pack-index';
import { AFTER_BREAK, Reader, type Stream } from './stream';
import { isOrdinary } from './words';

/** Suggestions come from the first so many words of a text. */
const [MAX_WORDS, MAX_SUGGESTIONS] = [4096, 5];
/** What share of a message's letters must be in the text. On texts about something else, most that have less mislead. */
const LEAST_SHARE = 0.65;
/** The same where they are all ordinary words. */
const LEAST_SHARE_ORDINARY = 0.8;
/** And of its last part: what is said of a value is what tells the message from others. */
const LEAST_SHARE_OF_END = 0.5;

const negations = new Reader().read('not no never cannot without', 0, 27);
const NEGATIONS = new Set(negations.wordHashes.subarray(0, negations.words));

/** Rules whose message shares words with a text that holds none, best first. The score is the share of its letters. */
export function suggest({ pack, anchors }: PackIndex, stream: Stream): Suggestion[] {
  const words = Math.min(stream.words, MAX_WORDS);
  /** Per word of the text, and the word that stands directly behind it. */
  const followers = new Map<number, number>();
  const patterns = new Set<number>();
  for (let word = 0; word < words; word++) {
    const hash = stream.wordHashes[word] as number;
    const next = stream.wordStarts[word + 1] ?? 0;
    const hasNext = word + 1 < words && ((stream.flags[next] as number) & AFTER_BREAK) === 0;
    if (!followers.has(hash)) anchors.visit(hash, hash, false, (place) => patterns.add(patternOf(pack, place)));
    if (hasNext || !followers.has(hash)) followers.set(hash, hasNext ? word + 1 : -1);
  }
  const scores = new Map<number, number>();
  for (const pattern of patterns) {
    const score = scoreOf(pack, stream, followers, pattern);
    const rule = pack.ruleOf[pattern] as number;
    if (score > 0) scores.set(rule, Math.max(score, scores.get(rule) ?? 0));
  }
  return [...scores]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MAX_SUGGESTIONS)
    .map(([rule, score]) => ({ ruleId: pack.rules[rule]?.id ?? '', score }));
}

/** The share of a message's letters whose words the text holds; 0 if the text says something else. */
function scoreOf(pack: Pack, stream: Stream, followers: Map<number, number>, pattern: number): number {
  const first = pack.firstWord[pattern] as number;
  const last = pack.firstWord[pattern + 1] as number;
  const own = new Set(pack.wordHashes.subarray(first, last));
  const end = pack.segmentWord[pack.wordSegment[last - 1] as number] as number;
  let hasTelling = false;
  let [all, held, allOfEnd, heldOfEnd] = [0, 0, 0, 0];
  for (let word = first; word < last; word++) {
    const hash = pack.wordHashes[word] as number;
    const length = (pack.wordEnds[word] as number) - (pack.wordStarts[word] as number);
    all += length;
    if (word >= end) allOfEnd += length;
    if (followers.has(hash)) {
      held += length;
      hasTelling ||= !isOrdinary(hash);
      if (word >= end) heldOfEnd += length;
    } else if (NEGATIONS.has(hash)) return 0;
    else if (word > first && areJoined(pack, word - 1)) {
      // Where the message has one number or state, the text has another.
      const instead = followers.get(pack.wordHashes[word - 1] as number) ?? -1;
      const isForeign = instead >= 0 && !own.has(stream.wordHashes[instead] as number);
      const isTelling = !isOrdinary(hash) || isDigit(pack.stream.chars[pack.wordStarts[word] as number] as number);
      if (isForeign && isTelling) return 0;
    }
  }
  const least = hasTelling ? LEAST_SHARE : LEAST_SHARE_ORDINARY;
  return held < least * all || heldOfEnd < LEAST_SHARE_OF_END * allOfEnd ? 0 : held / all;
}
