import type { Alignment } from './alignment';

/** A pattern found in a text, before it is settled which of several claims on the same stretch holds. */
export interface Claim {
  /** The pattern's number. */
  readonly pattern: number;
  readonly alignment: Alignment;
  /** The values between the segments of `alignment`, as in `Pattern`; fewer than the pattern's if it is cut off. */
  readonly gaps: readonly (readonly string[])[];
  readonly certainty: 'exact' | 'partial';
  /** Some of the pattern's fixed text is not there. */
  readonly cut: boolean;
  /** The stretch of the stream it takes up, values at its edges included; `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** How many fixed characters it explains. */
  readonly weight: number;
  /** Of claims with the same weight the one with the higher rank holds. */
  readonly rank: number;
}

/**
 * Settles which claims hold. No two of those returned overlap; where claims overlap, the one that explains more fixed
 * characters holds. `n` claims of which at most `k` overlap in one place take O(n log n + n k).
 *
 * @returns the claims that hold, in the text's order
 */
export function settle(claims: Claim[]): Claim[] {
  const inOrder = [...claims].sort((a, b) => a.start - b.start || a.end - b.end);
  const held: Claim[] = [];
  for (let first = 0; first < inOrder.length; ) {
    let reach = (inOrder[first] as Claim).end;
    let next = first + 1;
    while (next < inOrder.length && (inOrder[next] as Claim).start < reach) {
      reach = Math.max(reach, (inOrder[next] as Claim).end);
      next++;
    }
    settleGroup(inOrder.slice(first, next), held);
    first = next;
  }
  return held;
}

/**
 * Takes out the claims that another rule could make with the same right: a damaged text that two rules fit equally well
 * is neither's.
 *
 * @param ruleOf the rule of a pattern
 */
export function dropAmbiguous(
  held: Claim[],
  claims: readonly Claim[],
  ruleOf: (pattern: number) => number,
): Claim[] {
  const rivals = [...claims].sort((a, b) => a.start - b.start);
  let first = 0;
  return held.filter((claim) => {
    if (claim.certainty === 'exact') return true;
    while (first < rivals.length && (rivals[first] as Claim).end <= claim.start) first++;
    for (let i = first; i < rivals.length && (rivals[i] as Claim).start < claim.end; i++) {
      const rival = rivals[i] as Claim;
      if (rival.end <= claim.start || ruleOf(rival.pattern) === ruleOf(claim.pattern)) continue;
      if (rival.weight >= claim.weight) return false;
    }
    return true;
  });
}

/** Adds to `held` those of `further` that overlap none of them; both are in the text's order, and so is the result. */
export function fill(held: readonly Claim[], further: readonly Claim[]): Claim[] {
  const all: Claim[] = [];
  let next = 0;
  for (const claim of further) {
    while (next < held.length && (held[next] as Claim).end <= claim.start)
      all.push(held[next++] as Claim);
    const after = held[next];
    if (!after || after.start >= claim.end) all.push(claim);
  }
  all.push(...held.slice(next));
  return all;
}

/** Settles claims that hang together by overlaps, best first. */
function settleGroup(group: Claim[], held: Claim[]): void {
  if (group.length === 1) {
    held.push(group[0] as Claim);
    return;
  }
  group.sort(
    (a, b) => b.weight - a.weight || b.rank - a.rank || a.start - b.start || a.pattern - b.pattern,
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
