import { parseSignature } from '../diagnosis/signature';
import { percentDecode } from '../percent-decode';
import type { Rule } from './schema';

/** A reader's values by name, as they stand in a message: "alertName", "connectionIdentifier". */
export type Values = ReadonlyMap<string, string>;

/** A value's {name} in a text, the name as its first group; the same names as in signatures. */
export const PLACEHOLDER = /\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/** Longer values are nobody's: a name, an id. A link that carries one is broken, or means harm. */
export const MAX_VALUE_LENGTH = 2000;

/** Takes a rule and returns the names of the values in its messages, in order, each once. */
export function valueNames(rule: Rule): string[] {
  const parts = rule.signatures.flatMap((signature) => parseSignature(signature));
  return [...new Set(parts.flatMap((part) => (part.kind === 'value' ? [part.name] : [])))];
}

/** No link with values that mean something is longer. */
const MAX_FRAGMENT_LENGTH = 100_000;

/**
 * Takes an address's fragment ("#alertName=…&connectionIdentifier=…") and the names that mean something; returns
 * the values in it, percent-encoding undone. Unknown names, values that are empty or longer than
 * {@link MAX_VALUE_LENGTH}, and all but the first of a repeated name are left out; what is not UTF-8 stays as it was
 * written. Of a longer fragment the first 100,000 characters count. Never throws.
 */
export function readValues(fragment: string, names: readonly string[]): Values {
  const values = new Map<string, string>();
  for (const pair of fragment.slice(0, MAX_FRAGMENT_LENGTH).replace(/^#/, '').split('&')) {
    const at = pair.indexOf('=');
    const name = percentDecode(pair.slice(0, Math.max(at, 0))).text;
    if (!names.includes(name) || values.has(name)) continue;
    const value = percentDecode(pair.slice(at + 1)).text;
    if (value.trim() && value.length <= MAX_VALUE_LENGTH) values.set(name, value);
  }
  return values;
}

/** Takes values and returns the fragment that carries them, "#" included; empty if there are none. */
export function valuesFragment(values: Values): string {
  const pairs = [...values]
    .filter(([, value]) => value)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`);
  return pairs.length > 0 ? `#${pairs.join('&')}` : '';
}

function encode(text: string): string {
  // A lone surrogate, half a character, can't be written in UTF-8.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}
