import { parseSignature } from '../../core/diagnosis/signature';
import type { Rule, Ruleset, Snippet } from '../../core/ruleset/schema';
import { type Values, valueNames } from '../../core/ruleset/values';
import { addressPart } from '../../core/snippet/address-part';
import { placeholders } from '../../core/snippet/fill';

const GUIDS = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:\|[0-9a-f-]{36})*$/i;

/**
 * Takes a value as readers have it and returns it as queries need it: an identifier without the line breaks of a mail that
 * wrapped it, and where an address needs a part of a host, that part of a whole address. Empty if it does not fit there.
 */
export function tidy(name: string, value: string, { snippets }: Ruleset): string {
  const unwrapped = value.replace(/\s+(?:>\s*)*/g, '');
  if (GUIDS.test(unwrapped)) return unwrapped;
  const address = snippets.find(({ language, code }) => language === 'address' && placeholders(code).includes(name));
  return address ? addressPart(address.code, name, value) : value;
}

/** Placeholders of a snippet that the app fills in itself. */
const BUILT_IN_NAMES = ['message', 'query'];

/** The names of the values that snippets and their forms need. */
export function snippetNames(snippets: readonly Snippet[]): string[] {
  const names = snippets.flatMap((snippet) => [snippet, ...snippet.forms]).flatMap(({ code }) => placeholders(code));
  return names.filter((name) => !BUILT_IN_NAMES.includes(name));
}

/** The names of the values that the snippets of a rule need: of its steps, and those that help with the whole error. */
export function neededNames({ resolutions, snippets }: Rule, ruleset: Ruleset): string[] {
  const ids = [...resolutions.flatMap(({ steps }) => steps.map(({ snippet }) => snippet)), ...snippets];
  return snippetNames(ruleset.snippets.filter(({ id }) => ids.includes(id)));
}

/** The names of the values that a card shows: those in its signatures, then those that only its snippets use. */
export function usedNames(rule: Rule, ruleset: Ruleset): string[] {
  return [...new Set([...valueNames(rule), ...neededNames(rule, ruleset)])];
}

/** The values to fill a card's snippets with: the reader's, and as `message` a fixed part of the error's message. */
export function snippetValues({ signatures: [signature = ''] }: Rule, values: Values): Record<string, string> {
  // Quotes and brackets split it, since the spacing around them varies in logs.
  const pieces = parseSignature(signature).flatMap((part) => (part.kind === 'text' ? part.text.split(/["{}[\]]/) : []));
  const [message = ''] = pieces.map((piece) => piece.trim()).sort((a, b) => b.length - a.length);
  return { ...Object.fromEntries(values), message };
}
