import { cover } from './cover';
import { findCredentials, findHeaders } from './headers';
import { findEmails, findGuids, findIpv4, findIpv6 } from './identifiers';
import { findKeyed } from './keyed';
import { findRandomRuns } from './random';
import { MASK, type Secret } from './secret';
import { findBranded, findJwts, findPem, findUrlPasswords } from './tokens';
import { visibleText } from './visible';

/** The surest first: what one has found is covered before the next one looks. */
const FINDERS: readonly ((text: string) => Iterable<Secret>)[] = [
  findPem,
  findHeaders,
  findKeyed,
  findUrlPasswords,
  findJwts,
  findCredentials,
  findBranded,
  findGuids,
  findEmails,
  findIpv4,
  findIpv6,
  findRandomRuns,
];

/** Rounds beyond the second find something in contrived texts only. */
const MOST_ROUNDS = 8;

/**
 * Takes a pasted text and returns what in it is likely a secret or personal: UTF-16 offsets, in the text's order, not
 * overlapping. Masks (see `mask`) count as found already. Never throws; takes time in proportion to the text's length.
 *
 * The finders look again at the text with what they found covered, until nothing new is found. Therefore a masked text
 * holds no secret: to a finder a mask is what its secret was, covered.
 */
export function findSecrets(text: string): Secret[] {
  const visible = visibleText(text);
  const masks = [...visible.text.matchAll(new RegExp(MASK, 'g'))];
  let covered = cover(
    visible.text,
    masks.map(({ 0: mask, index }) => ({ start: index, end: index + mask.length })),
  );
  let secrets: Secret[] = [];
  let anew = true;
  for (let round = 0; anew && round < MOST_ROUNDS; round++) {
    anew = false;
    for (const find of FINDERS) {
      const found = [...find(covered)];
      if (found.length === 0) continue;
      anew = true;
      covered = cover(covered, found);
      secrets = merge(secrets, found);
    }
  }
  return secrets.map(({ kind, start, end }) => ({
    kind,
    start: visible.original(start),
    end: visible.original(end - 1) + 1,
  }));
}

/** Both lists in order; what lies within a new one is left out. */
function merge(old: readonly Secret[], found: readonly Secret[]): Secret[] {
  const merged: Secret[] = [];
  let at = 0;
  for (const secret of found) {
    for (let next = old[at]; next && next.start < secret.start; next = old[++at]) merged.push(next);
    merged.push(secret);
    while ((old[at]?.end ?? Number.POSITIVE_INFINITY) <= secret.end) at++;
  }
  return [...merged, ...old.slice(at)];
}
