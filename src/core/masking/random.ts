import type { Secret } from './secret';

/**
 * Whether a value looks made up by a machine or a careful person rather than written as a word: a digit, an unusual
 * sign, or small and capital letters mixed beyond what camel case does. At least six characters. Looks at the first
 * 256 only.
 */
export function looksRandom(value: string): boolean {
  if (value.length < 6) return false;
  const start = value.slice(0, 256);
  return /[0-9]|[^\p{L}\p{M}\s_.:,'"()-]/u.test(start) || changes(start) > start.length * 0.4;
}

/** How often the kind of character (small, capital, digit) differs from the one before; signs count as neither. */
function changes(value: string): number {
  let count = 0;
  let last = -1;
  for (let at = 0; at < value.length; at++) {
    const unit = value.charCodeAt(at);
    const kind = unit >= 0x61 && unit <= 0x7a ? 0 : unit >= 0x41 && unit <= 0x5a ? 1 : 2;
    if (kind === 2 && !(unit >= 0x30 && unit <= 0x39)) continue;
    if (last >= 0 && kind !== last) count++;
    last = kind;
  }
  return count;
}

const RUN = /[A-Za-z0-9+/_-]{20,}={0,2}/g;
const HEX = /[0-9a-f]{32,}|[0-9A-F]{32,}/g;

/**
 * Takes a text and returns its long runs of hexadecimal digits (32 or more, as MD5 has) and of base64 characters (24
 * or more) that are too mixed to be names, in order. In random base64 the kind of character changes with 64 % of the
 * characters, in random lower-case letters and digits with 40 %; in names and paths with 10 to 35 %. Letters and
 * digits of one case alone are taken from 32 characters on.
 */
export function* findRandomRuns(text: string): Generator<Secret> {
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (isRandom(run)) {
      yield { kind: 'key', start: index, end: index + run.length };
      continue;
    }
    // A name may lead to a hash: "sys_id_3f2a…", "/layers/3f2a…".
    for (const { 0: hex, index: at } of run.matchAll(HEX)) {
      if (/[0-9]/.test(hex)) {
        yield { kind: 'key', start: index + at, end: index + at + hex.length };
      }
    }
  }
}

function isRandom(run: string): boolean {
  if (run.length < 24 || /^[0-9_/+=-]*$/.test(run)) return false;
  const share = changes(run) / run.length;
  const mixed = /[a-z]/.test(run) && /[A-Z]/.test(run);
  if (mixed) return share >= (/[0-9]/.test(run) ? 0.4 : 0.5);
  return run.length >= 32 && share >= 0.25 && !/[/_-]/.test(run);
}
