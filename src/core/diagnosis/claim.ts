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
 * characters holds. `n` claims of which at most `k` overlap in one place take O(n log n + n k).
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
  let first = 0;
  return held.filter((claim) => {
    if (claim.certainty === 'exact') return true;
    while (first < rivals.length && (rivals[first] as Claim).end <= claim.start) first++;
    for (let i = first; i < rivals.length && (rivals[i] as Claim).start < claim.end; i++) {
      const rival = rivals[i] as Claim;
      if (rival.end <= claim.start || ruleOf(rival.pattern) === ruleOf(claim.pattern)) continue;
      if (rival.weight > claim.weight) return false;
      if (rival.weight === claim.weight && rankOf(rival) - rankOf(claim) > -CLEARLY) return false;
    }
    return true;
  });
}

/** Settles claims that hang together by overlaps, best first. */
function settleGroup(group: Claim[], rankOf: (claim: Claim) => number, held: Claim[]): void {
  const ranks = new Map<Claim, number>();
  const rank = (claim: Claim): number => {
    const known = ranks.get(claim) ?? rankOf(claim);
    ranks.set(claim, known);
    return known;
  };
  if (group.length === 1) {
    held.push(group[0] as Claim);
    return;
  }
  group.sort(
    (a, b) =>
      b.weight - a.weight || rank(b) - rank(a) || a.start - b.start || a.pattern - b.pattern,
  );
  const taken: Claim[] = [];
  for (const claim of group) {
    let low = 0;
    let high = taken.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((taken[middle] as Claim).start < claim.start) low = middle + 1;
      else high = middle;
    }
    const before = taken[low - 1];
    const after = taken[low];
    if ((before && before.end > claim.start) || (after && after.start < claim.end)) continue;
    taken.splice(low, 0, claim);
  }
  for (const claim of taken) held.push(claim);
}
