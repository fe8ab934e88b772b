import type { Rule } from '../core/ruleset/schema';

/** Where in the portal an error appears. */
export function SeenIn({ rule: { seenIn } }: { rule: Rule }) {
  if (seenIn.length === 0) return null;
  return (
    <span className="chip">
      <span className="visually-hidden">Seen in: </span>
      {seenIn.join(', ')}
    </span>
  );
}
