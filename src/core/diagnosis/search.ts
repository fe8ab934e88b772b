import { Aligner, type Alignment } from './align';
import { choose } from './choose';
import { COMPLETE } from './compare';
import { edgeAt, SURE_EDGE } from './edges';
import { type Claim, Judge, STRONG } from './judge';
import { areJoined, patternOf } from './pack';
import type { PackIndex, Section } from './pack-index';
import { AFTER_BREAK, firstWordAt, lineEnd, NOWHERE, type Stream } from './stream';
import { isOrdinary } from './words';

/** Steps of comparison that each word earns, and how many can be saved up. Logs of misspelt messages use some 110 a word. */
const [STEPS_PER_WORD, MAX_STEPS] = [256, 1 << 18];
/** An alignment that begins within so many characters of one that was tried is the same, but for a misspelling before. */
const SAME_PLACE = 3;
/** A value is looked for beyond its line's end if so many fixed characters are there. */
const LEAST_BEFORE_WRAP = 8;

/** Is given a place of the pack, and the word of the text that is there. */
type Visit = (place: number, word: number) => void;

/** Finds the claims that hold in a section of a text. */
export class Search {
  /** Per pattern where it was tried last (the place where its first word would stand), and how far the text was compared. */
  private readonly triedAt: Int32Array;
  private readonly comparedTo: Int32Array;
  /** Per pattern that was claimed how it was laid last. */
  private readonly known = new Map<number, Alignment>();

  constructor(private readonly index: PackIndex) {
    this.triedAt = new Int32Array(index.pack.count);
    this.comparedTo = new Int32Array(index.pack.count);
  }

  /** First intact messages, then damaged ones where the text is not explained; of claims that overlap the best. */
  find(text: string, stream: Stream): Claim[] {
    const section = { text, stream, hashes: stream.wordHashes, budget: { steps: MAX_STEPS } };
    const judge = new Judge(this.index, section);
    const intact = this.findIntact(section, judge);
    const held = choose(this.index.pack, intact);
    const explained = explain(stream, held);
    const damaged = this.findDamaged({ ...section, hashes: this.respell(section, explained) }, judge, explained);
    return damaged.length > 0 ? choose(this.index.pack, [...intact, ...damaged]) : held;
  }

  /** Claims of messages of which all is there. */
  private findIntact(section: Section, judge: Judge): Claim[] {
    const { pack } = this.index;
    const { hashes, stream } = section;
    const aligner = new Aligner(this.index, section);
    const claims: Claim[] = [];
    this.visitAnchors(section, undefined, (place, word) => {
      if (areJoined(pack, place) && hashes[word + 1] !== pack.wordHashes[place + 1]) return;
      if (areJoined(pack, place - 1) && hashes[word - 1] !== pack.wordHashes[place - 1]) return;
      const alignment = aligner.lay(place, stream.wordStarts[word] as number, true, 0);
      const claim = alignment && judge.judge(alignment);
      if (claim) claims.push(claim);
    });
    return claims;
  }

  /** Claims of messages that are misspelt, wrapped or cut off, where they are heavier than what explains the text. */
  private findDamaged(section: Section, judge: Judge, explained: Float64Array): Claim[] {
    const { stream } = section;
    const aligner = new Aligner(this.index, section);
    const claims: Claim[] = [];
    this.comparedTo.fill(0);
    this.known.clear();
    this.visitAnchors(section, explained, (place, word) => {
      const least = explained[word] as number;
      const at = stream.wordStarts[word] as number;
      if (!this.isNew(section, place, at, least) || !this.hasNeighbour(aligner, stream, place, word, least > 0)) return;
      const alignment = aligner.lay(place, at, false, least);
      if (!alignment) return;
      const { head, tail } = alignment;
      if (tail.status !== COMPLETE) this.comparedTo[alignment.pattern] = tail.at;
      const isHeavy = tail.lit - head.lit > least;
      const isWrapped = head.inValue !== tail.inValue && tail.lit - head.lit >= LEAST_BEFORE_WRAP;
      for (const one of [isWrapped && aligner.followWrapped(alignment), isHeavy && alignment]) {
        const claim = one && judge.judge(one);
        if (!claim) continue;
        claims.push(claim);
        this.known.set(one.pattern, one);
      }
    });
    return [...claims, ...judge.joinHalves()];
  }

  /** Whether a pattern is heavier than `least`, and was not tried where it would stand with its word `place` at `at`. */
  private isNew({ stream, budget }: Section, place: number, at: number, least: number): boolean {
    const { pack } = this.index;
    const pattern = patternOf(pack, place);
    if (least > 0 && (pack.weights[pattern] as number) <= least) return false;
    const before = this.known.get(pattern);
    if (before && segmentAt(before, at) !== NOWHERE) return false;
    const opening = pack.wordStarts[pack.firstWord[pattern] as number] as number;
    const start = at - ((pack.wordStarts[place] as number) - opening);
    const isNear = Math.abs(start - (this.triedAt[pattern] as number)) <= SAME_PLACE;
    if (isNear && at < (this.comparedTo[pattern] as number)) return false;
    budget.steps -= (pack.weights[pattern] as number) >> 1;
    this.triedAt[pattern] = start;
    this.comparedTo[pattern] = stream.length;
    return true;
  }

  /** Per word its hash, or that of the word of the pack that it may be a misspelling or the beginning of. */
  private respell({ text, stream }: Section, explained: Float64Array): Int32Array {
    const { anchors, respelling } = this.index;
    const hashes = stream.wordHashes.slice(0, stream.words);
    for (let word = 0; word < stream.words; word++) {
      const hash = hashes[word] as number;
      if (anchors.knows(hash) || explained[word] === Number.POSITIVE_INFINITY || isOrdinary(hash)) continue;
      const isTorn = edgeAt(text, stream, stream.wordEnds[word] as number, 1, true) === SURE_EDGE;
      hashes[word] = respelling.nearest(stream, word) || (isTorn && respelling.completed(stream, word)) || hash;
    }
    return hashes;
  }

  /** Visits the places of rare runs that a text not `explained` has; or, without that, each pattern's rarest place only. */
  private visitAnchors(section: Section, explained: Float64Array | undefined, visit: Visit): void {
    const { stream, hashes, budget } = section;
    let word = 0;
    const attempt = (place: number) => {
      budget.steps -= 4;
      if (budget.steps >= 0) visit(place, word);
    };
    for (; word < stream.words; word++) {
      budget.steps = Math.min(MAX_STEPS, budget.steps + STEPS_PER_WORD);
      if (explained?.[word] === Number.POSITIVE_INFINITY) continue;
      this.index.anchors.lookUp(hashes, word, stream.words, !explained, attempt);
    }
  }

  /** A cheap look before all else: whether a word beside it is there too, or the line ends there; all of them if `isExplained`. */
  private hasNeighbour(aligner: Aligner, stream: Stream, place: number, word: number, isExplained: boolean): boolean {
    const { pack } = this.index;
    const left = areJoined(pack, place - 1);
    const right = areJoined(pack, place);
    // The line's last word may be torn.
    const isLast = !right || opensLine(stream, word + 1) || opensLine(stream, word + 2);
    // An ordinary word that has its line for itself is nothing of a message of which it is little.
    const letters = (stream.wordEnds[word] as number) - (stream.wordStarts[word] as number);
    const isLittle =
      opensLine(stream, word + 1) && letters < STRONG.share * (pack.weights[patternOf(pack, place)] as number);
    const isNothing = isLittle && opensLine(stream, word) && isOrdinary(stream.wordHashes[word] as number);
    if (isLast && (!left || opensLine(stream, word)) && !isNothing) return true;
    const least = isExplained ? 1 : 0;
    const before = left ? aligner.likeness(word, place, -1) : least;
    return before + (right ? aligner.likeness(word, place, 1) : least) > least;
  }
}

/** Whether a word is the first of its line, or there is none. */
function opensLine({ flags, wordStarts, words }: Stream, word: number): boolean {
  return word <= 0 || word >= words || ((flags[wordStarts[word] as number] as number) & AFTER_BREAK) !== 0;
}

/** Per word what the claim on it weighs; infinity, if it is fixed text and no longer message may be meant; 0 without a claim. */
function explain(stream: Stream, held: Claim[]): Float64Array {
  const explained = new Float64Array(stream.words);
  for (const { alignment, start, end, trailing, weight } of held) {
    // Of a longer message that begins alike, the first part is enough to find it by.
    const isFirstOpen = trailing || lineEnd(stream, end) > end;
    for (let word = firstWordAt(stream, start); word < stream.words; word++) {
      const at = stream.wordStarts[word] as number;
      if (at >= end) break;
      const segment = segmentAt(alignment, at);
      explained[word] = segment > 0 || (segment === 0 && !isFirstOpen) ? Number.POSITIVE_INFINITY : weight;
    }
  }
  return explained;
}

/** Which segment of an alignment stands at a place, or `NOWHERE`. */
function segmentAt({ starts, ends }: Alignment, at: number): number {
  let segment = starts.length - 1;
  while (segment >= 0 && ((starts[segment] as number) > at || (ends[segment] as number) <= at)) segment--;
  return segment;
}
