import type { Alignment } from './alignment';

/** A pattern found in a text, before it is settled which of several claims on the same stretch holds. */
export interface Claim {
  /** The pattern's number. */
  readonly pattern: number;
  readonly alignment: Alignment;
  /** The values between the segments of `alignment`, as in `Pattern`; fewer than the pattern's if it is cut off. */
  readonly gaps: readonly (readonly string[])[];
  readonly certainty: 'exact' | 'partial';
  /** All of the pattern's words are there. */
  readonly complete: boolean;
  /** The stretch of the stream it takes up, values at its edges included; `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** How many fixed characters it explains. */
  readonly weight: number;
}

/**
 * Settles which claims hold. No two of those returned overlap; where claims overlap, the one that explains more fixed
 * characters holds. O(n log n) for n claims, however many of them overlap in one place.
 *
 * @param rankOf tells which of two claims with the same weight holds: the one with the higher rank
 * @returns the claims that hold, in the text's order
 */
export function settle(claims: readonly Claim[], rankOf: (claim: Claim) => number): Claim[] {
  const inOrder = [...claims].sort((a, b) => a.start - b.start || a.end - b.end);
  const held: Claim[] = [];
  for (let first = 0; first < inOrder.length; ) {
    let reach = (inOrder[first] as Claim).end;
    let next = first + 1;
    while (next < inOrder.length && (inOrder[next] as Claim).start < reach) {
      reach = Math.max(reach, (inOrder[next] as Claim).end);
      next++;
    }
    settleGroup(inOrder.slice(first, next), rankOf, held);
    first = next;
  }
  return held;
}

/** Ranks this far apart differ in more than the length of the values. */
export const CLEARLY = 1e5;

/** So many rivals of one claim are looked at, the heaviest first. */
const MOST_RIVALS = 64;

/**
 * Takes out the claims that another rule could make with the same right: a damaged text that two rules fit equally well
 * is neither's.
 *
 * @param ruleOf the rule of a pattern
 * @param rankOf tells which of two claims with the same weight agrees better with the text, see `settle`
 */
export function dropAmbiguous(
  held: Claim[],
  claims: readonly Claim[],
  ruleOf: (pattern: number) => number,
  rankOf: (claim: Claim) => number,
): Claim[] {
  const rivals = [...claims].sort((a, b) => a.start - b.start);
  let next = 0;
  let near: Claim[] = [];
  return held.filter((claim) => {
    if (claim.certainty === 'exact') return true;
    for (; next < rivals.length && (rivals[next] as Claim).start < claim.end; next++) {
      near.push(rivals[next] as Claim);
    }
    near = near.filter((rival) => rival.end > claim.start);
    // Rivals whose values reach to the end of a long line are near to all of its claims.
    if (near.length > MOST_RIVALS) {
      near.sort((a, b) => b.weight - a.weight);
      near.length = MOST_RIVALS;
    }
    return !near.some(
      (rival) =>
        ruleOf(rival.pattern) !== ruleOf(claim.pattern) &&
        (rival.weight > claim.weight || (rival.weight === claim.weight && rankOf(rival) - rankOf(claim) > -CLEARLY)),
    );
  });
}

/** Settles claims that hang together by overlaps, given in the text's order. */
function settleGroup(group: Claim[], rankOf: (claim: Claim) => number, held: Claim[]): void {
  if (group.length === 1) {
    held.push(group[0] as Claim);
    return;
  }
  const starts = group.map((claim) => claim.start);
  const ranks = new Map<Claim, number>();
  const rank = (claim: Claim): number => {
    const known = ranks.get(claim) ?? rankOf(claim);
    ranks.set(claim, known);
    return known;
  };
  group.sort((a, b) => b.weight - a.weight || rank(b) - rank(a) || a.start - b.start || a.pattern - b.pattern);
  const taken: Claim[] = [];
  const opened = new Tally(starts.length);
  const closed = new Tally(starts.length);
  for (const claim of group) {
    const start = firstFrom(starts, claim.start);
    const end = firstFrom(starts, claim.end);
    // Of those taken, more begin before its end than end before its start: it overlaps one.
    if (opened.upTo(end - 1) > closed.upTo(start)) continue;
    opened.add(start);
    closed.add(end);
    taken.push(claim);
  }
  taken.sort((a, b) => a.start - b.start);
  for (const claim of taken) held.push(claim);
}

/** The index of the first number that is not below `least`, in a list in ascending order. */
function firstFrom(list: readonly number[], least: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Counts things at places 0 to `last`, and tells how many are at or before one, both in O(log last): a Fenwick tree. */
class Tally {
  private readonly sums: Int32Array;

  constructor(last: number) {
    this.sums = new Int32Array(last + 2);
  }

  /** Counts one thing. */
  add(place: number): void {
    const { sums } = this;
    for (let i = place + 1; i < sums.length; i += i & -i) sums[i] = (sums[i] as number) + 1;
  }

  /** How many are at places up to this one. */
  upTo(place: number): number {
    let sum = 0;
    for (let i = place + 1; i > 0; i -= i & -i) sum += this.sums[i] as number;
    return sum;
  }
}
