import { Aligner, type Alignment } from './align';
import { choose } from './choose';
import { COMPLETE } from './compare';
import { edgeAt, SURE_EDGE } from './edges';
import { type Claim, Judge } from './judge';
import type { PackIndex, Section } from './pack-index';
import { AFTER_BREAK, lineEnd, type Stream } from './stream';
import { isOrdinary } from './words';

/**
 * Steps of comparison that each word earns, and how many can be saved up (and are there at first). They bound the work for
 * texts that nearly match everywhere; logs of misspelt messages use some 110 a word.
 */
const STEPS_PER_WORD = 256;
const MAX_STEPS = 1 << 18;
/** An alignment that begins within so many characters of one that was tried is the same, but for a misspelling before. */
const SAME_PLACE = 3;
/** Before any place of a text. */
const NEVER = -(1 << 30);
/** A value is looked for beyond its line's end if so many fixed characters are there. */
const LEAST_BEFORE_WRAP = 8;

/** Finds the claims that hold in a section of a text. */
export class Search {
  /** Per pattern where it was tried last (the place where its first word would stand), and how far the text was compared. */
  private readonly triedAt: Int32Array;
  private readonly comparedTo: Int32Array;
  /** How much a pattern must weigh to be compared with the word at hand. */
  private least = 0;

  constructor(private readonly index: PackIndex) {
    this.triedAt = new Int32Array(index.pack.count);
    this.comparedTo = new Int32Array(index.pack.count);
  }

  /** First intact messages, then damaged ones where the text is not explained; of claims that overlap the best. */
  find(text: string, stream: Stream): Claim[] {
    const { pack } = this.index;
    const section = { text, stream, hashes: stream.wordHashes, budget: { steps: MAX_STEPS } };
    const judge = new Judge(this.index, section);
    const intact = this.findIntact(section, judge);
    const held = choose(pack, intact);
    const damaged = this.findDamaged({ ...section, hashes: this.respell(section, held) }, judge, held);
    return damaged.length > 0 ? choose(pack, [...intact, ...damaged]) : held;
  }

  /** Claims of messages of which all is there. */
  private findIntact(section: Section, judge: Judge): Claim[] {
    const { pack } = this.index;
    const { hashes } = section;
    const aligner = new Aligner(this.index, section);
    return this.visitAnchors(section, undefined, (place, at, word, claims) => {
      if (pack.joined(place) && hashes[word + 1] !== pack.wordHashes[place + 1]) return;
      if (pack.joined(place - 1) && hashes[word - 1] !== pack.wordHashes[place - 1]) return;
      const alignment = aligner.lay(place, at, true);
      const claim = alignment && judge.judge(alignment);
      if (claim) claims.push(claim);
    });
  }

  /** Claims of messages that are misspelt, wrapped or cut off, where they are heavier than what explains the text. */
  private findDamaged(section: Section, judge: Judge, held: Claim[]): Claim[] {
    const { stream } = section;
    const aligner = new Aligner(this.index, section);
    const found = this.visitAnchors(section, explainer(stream, held), (place, at, word, claims) => {
      if (!this.hasNeighbour(aligner, stream, place, word)) return;
      const pattern = this.index.pack.patternOf(place);
      const alignment = aligner.lay(place, at, false);
      if (!alignment) return;
      const { head, tail } = alignment;
      if (tail.status !== COMPLETE) this.comparedTo[pattern] = tail.at;
      const isWrapped = head.inValue !== tail.inValue && tail.lit - head.lit >= LEAST_BEFORE_WRAP;
      for (const one of [alignment, isWrapped ? aligner.followWrapped(alignment) : undefined]) {
        const claim = one && judge.judge(one);
        if (claim) claims.push(claim);
      }
    });
    return [...found, ...judge.joinHalves()];
  }

  /** Per word its hash, or that of the word of the pack that it may be a misspelling or the beginning of. */
  private respell({ text, stream }: Section, held: Claim[]): Int32Array {
    const { anchors, respelling } = this.index;
    const explained = explainer(stream, held);
    const hashes = stream.wordHashes.slice(0, stream.words);
    for (let word = 0; word < stream.words; word++) {
      const hash = hashes[word] as number;
      if (anchors.knows(hash) || explained(word) === Number.POSITIVE_INFINITY || isOrdinary(hash)) continue;
      const near = respelling.nearest(stream, word);
      const whole = near || respelling.completed(stream, word);
      const end = stream.wordEnds[word] as number;
      if (near || (whole && edgeAt(text, stream, end, 1, true) === SURE_EDGE)) hashes[word] = whole;
    }
    return hashes;
  }

  /**
   * Visits the places of the pack from which a comparison is worth it, each with the place of the stream and its word, and
   * returns the claims that `visit` adds.
   *
   * @param explained per word the weight of the claim that holds it: only heavier patterns are visited. Without it, only the
   *   rarest place of each pattern is.
   */
  private visitAnchors(
    { stream, hashes, budget }: Section,
    explained: ((word: number) => number) | undefined,
    visit: (place: number, at: number, word: number, claims: Claim[]) => void,
  ): Claim[] {
    const { triedAt, comparedTo } = this;
    const { pack, anchors } = this.index;
    const claims: Claim[] = [];
    const known = new Map<number, Alignment>();
    const nearby = explained ? SAME_PLACE : 0;
    triedAt.fill(NEVER);
    let word = 0;
    const attempt = (place: number) => {
      budget.steps -= 4;
      if (budget.steps < 0) return;
      const pattern = pack.patternOf(place);
      if (!explained && place !== anchors.rarest[pattern]) return;
      const at = stream.wordStarts[word] as number;
      const opening = pack.wordStarts[pack.firstWord[pattern] as number] as number;
      const start = at - ((pack.wordStarts[place] as number) - opening);
      const isTried = Math.abs(start - (triedAt[pattern] as number)) <= nearby && at < (comparedTo[pattern] as number);
      if (isTried || (this.least > 0 && (pack.weights[pattern] as number) <= this.least)) return;
      const before = known.size > 0 ? known.get(pattern) : undefined;
      if (before?.starts.some((start, i) => start <= at && at < (before.ends[i] as number))) return;
      triedAt[pattern] = start;
      comparedTo[pattern] = stream.length;
      const count = claims.length;
      budget.steps -= (pack.weights[pattern] as number) >> 2;
      visit(place, at, word, claims);
      const claim = claims[count];
      if (claim) known.set(pattern, claim.alignment);
    };
    for (; word < stream.words; word++) {
      budget.steps = Math.min(MAX_STEPS, budget.steps + STEPS_PER_WORD);
      this.least = explained ? explained(word) : 0;
      if (this.least !== Number.POSITIVE_INFINITY) anchors.lookUp(hashes, word, stream.words, attempt);
    }
    return claims;
  }

  /**
   * A cheap look before all else: whether a word beside it in its segment is there too, or begins alike, or the line ends
   * there. Where another message explains the text, all words beside it must.
   */
  private hasNeighbour(aligner: Aligner, stream: Stream, place: number, word: number): boolean {
    const left = this.index.pack.joined(place - 1);
    const right = this.index.pack.joined(place);
    const next = word + 1;
    // The line's last word may be torn.
    const isLast = !right || opensLine(stream, next) || opensLine(stream, next + 1);
    if (isLast && (!left || opensLine(stream, word))) return true;
    const isExplained = this.least > 0;
    const isLeft = left && aligner.isLike(word - 1, place - 1);
    if (isLeft && !isExplained) return true;
    const isRight = right && aligner.isLike(next, place + 1);
    return isExplained ? (isLeft || !left) && (isRight || !right) : isRight;
  }
}

/** Whether a word is the first of its line, or there is none. */
function opensLine({ flags, wordStarts, words }: Stream, word: number): boolean {
  return word <= 0 || word >= words || ((flags[wordStarts[word] as number] as number) & AFTER_BREAK) !== 0;
}

/**
 * Tells how much the claims on a word explain: all (infinity), if it stands in a message's fixed text and no longer message
 * may be meant; else what they weigh. Ask for words in ascending order.
 */
function explainer(stream: Stream, held: Claim[]): (word: number) => number {
  let next = 0;
  return (word) => {
    const at = stream.wordStarts[word] as number;
    while (next < held.length && (held[next] as Claim).end <= at) next++;
    const claim = held[next];
    if (!claim || claim.start > at) return 0;
    const { starts, ends } = claim.alignment;
    let segment = starts.length - 1;
    while (segment >= 0 && (starts[segment] as number) > at) segment--;
    if (at >= (ends[segment] ?? 0)) return claim.weight;
    // Of a longer message that begins alike, the first part is enough to find it by.
    const goesOn = claim.trailing || lineEnd(stream, claim.end) > claim.end;
    return segment === 0 && goesOn ? claim.weight : Number.POSITIVE_INFINITY;
  };
}
