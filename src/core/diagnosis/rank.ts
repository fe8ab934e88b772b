import { CLEARLY, type Claim } from './claim';
import type { Stream } from './normalise';
import type { Patterns } from './pattern';

/**
 * Tells of two claims with the same fixed text which is better: the one with fewer empty values; then the one whose case
 * and white space agree with the text in more places; then the one that explains more of its line.
 */
export function rank(text: string, stream: Stream, patterns: Patterns, claim: Claim): number {
  const pattern = patterns.at(claim.pattern);
  const { starts, ends } = claim.alignment;
  let empty = 0;
  for (let gap = 0; gap < claim.gaps.length; gap++) {
    if ((claim.gaps[gap] as readonly string[]).length === 0) continue;
    const start = gap === 0 ? claim.start : (ends[gap - 1] as number);
    const end = gap === starts.length ? claim.end : (starts[gap] as number);
    if (start >= end) empty++;
  }
  let unlike = 0;
  for (let i = 0; i < starts.length && starts.length === pattern.endSegment - pattern.firstSegment; i++) {
    const literal = patterns.segmentStarts.at(pattern.firstSegment + i);
    const start = starts[i] as number;
    const length = Math.min((ends[i] as number) - start, patterns.segmentEnds.at(pattern.firstSegment + i) - literal);
    for (let at = 0; at < length; at++) {
      const raw = text.charCodeAt(stream.offsets[start + at] as number);
      if (raw !== patterns.literals.offsets[literal + at]) unlike++;
      else if (at > 0 && (stream.flags[start + at] === 0) !== (patterns.literals.flags[literal + at] === 0)) {
        unlike++;
      }
    }
  }
  return -empty * 1e9 - Math.min(unlike, 9999) * CLEARLY + Math.min(claim.end - claim.start, 99999);
}
