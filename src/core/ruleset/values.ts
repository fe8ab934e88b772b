import { parseSignature } from '../diagnosis/signature';
import { percentDecode } from '../percent-decode';
import type { Rule } from './schema';

/** A reader's values by their names in signatures, such as "alertName". */
export type Values = ReadonlyMap<string, string>;

/** A {name} in prose; the first group is the name. */
export const PLACEHOLDER = /\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/** Takes prose and values; returns it without each {name} that has none and the space before it: it stays a sentence. */
export function dropUnknown(prose: string, values: Values = new Map()): string {
  return prose.replace(/ ?\{([A-Za-z_][A-Za-z0-9_]*)\}/g, (whole, name: string) => (values.get(name) ? whole : ''));
}

/** In characters. Values are names and ids, so a link with a longer one is broken or means harm. */
export const MAX_VALUE = 2000;

const MAX_FRAGMENT = 100_000;

/** Takes a rule and returns the names of the values in its signatures, in order, each once. */
export function valueNames({ signatures }: Pick<Rule, 'signatures'>): string[] {
  const parts = signatures.flatMap((signature) => parseSignature(signature));
  return [...new Set(parts.flatMap((part) => (part.kind === 'value' ? [part.name] : [])))];
}

/**
 * Takes an address's fragment ("#alertName=…&connectionIdentifier=…") and the names to look for. Returns their values,
 * percent-decoded where that gives UTF-8, without values that are blank or longer than {@link MAX_VALUE}. Of a repeated
 * name the first value counts, of a long fragment the first 100,000 characters. Never throws.
 */
export function readValues(fragment: string, names: readonly string[]): Values {
  const values = new Map<string, string>();
  for (const pair of fragment.slice(0, MAX_FRAGMENT).replace(/^#/, '').split('&')) {
    const at = pair.indexOf('=');
    const name = percentDecode(pair.slice(0, Math.max(at, 0))).text;
    if (!names.includes(name) || values.has(name)) continue;
    const value = percentDecode(pair.slice(at + 1)).text;
    if (value.trim() && value.length <= MAX_VALUE) values.set(name, value);
  }
  return values;
}

/** Takes values and returns the fragment that {@link readValues} reads, with its "#"; empty if there are none. */
export function valuesFragment(values: Values): string {
  // UTF-8 has no lone surrogates: encodeURIComponent would throw.
  const encode = (text: string) => encodeURIComponent(text.toWellFormed());
  const pairs = [...values].filter(([, value]) => value).map(([name, value]) => `${encode(name)}=${encode(value)}`);
  return pairs.length > 0 ? `#${pairs.join('&')}` : '';
}
