import type { Claim } from './judge';
import { isSameMessage, type Pack } from './pack';
import { firstFrom } from './stream';

/** Claims that differ by less are equally good. */
const [EQUAL, MAX_RIVALS] = [0.0005, 64];

/** Of claims that overlap, those that together explain most of the text; without those that another rule could make as well. */
export function choose(pack: Pack, claims: Claim[]): Claim[] {
  const byEnd = [...claims].sort((a, b) => a.end - b.end || a.start - b.start);
  const ends = byEnd.map((claim) => claim.end);
  const best = new Float64Array(byEnd.length + 1);
  const before = new Int32Array(byEnd.length);
  for (let i = 0; i < byEnd.length; i++) {
    const claim = byEnd[i] as Claim;
    before[i] = firstFrom(ends, i, claim.start + 1);
    // Of claims that weigh the same, the one that explains more of its line.
    const weight = claim.weight + Math.min(claim.end - claim.start, 9999) * 1e-8;
    best[i + 1] = Math.max(best[i] as number, (best[before[i] as number] as number) + Math.max(0, weight));
  }
  const held: Claim[] = [];
  for (let i = byEnd.length; i > 0; ) {
    if ((best[i] as number) > (best[i - 1] as number)) {
      held.push(byEnd[i - 1] as Claim);
      i = before[i - 1] as number;
    } else i--;
  }
  return dropAmbiguous(pack, held.reverse(), claims);
}

/** The claims without those on a damaged text that two rules fit equally well: it is neither's. */
function dropAmbiguous(pack: Pack, held: Claim[], claims: Claim[]): Claim[] {
  if (held.every((claim) => claim.isExact)) return held;
  const rivals = [...claims].sort((a, b) => a.start - b.start);
  let next = 0;
  let near: Claim[] = [];
  return held.filter((claim) => {
    if (claim.isExact) return true;
    while (next < rivals.length && (rivals[next] as Claim).start < claim.end) near.push(rivals[next++] as Claim);
    near = near.filter((rival) => rival.end > claim.start);
    if (near.length > MAX_RIVALS) near = near.sort((a, b) => b.weight - a.weight).slice(0, MAX_RIVALS);
    const { pattern } = claim.alignment;
    return !near.some(
      ({ weight, alignment }) => weight > claim.weight - EQUAL && !isSameMessage(pack, alignment.pattern, pattern),
    );
  });
}
