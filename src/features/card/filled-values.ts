import { parseSignature } from '../../core/diagnosis/signature';
import type { Rule, Ruleset } from '../../core/ruleset/schema';
import { MAX_VALUE, type Values, valueNames } from '../../core/ruleset/values';
import { placeholders } from '../../core/snippet/fill';
import { useKeptValue } from '../../lib/use-kept-value';

const NONE: Readonly<Record<string, string>> = {};

export type FilledValues = ReturnType<typeof useFilledValues>;

/**
 * The values of a card: those that a message or a link gave, and for the other `names` what the reader typed. What was
 * typed on one card serves all cards of the visit. `missing` are the names of the values to ask for.
 */
export function useFilledValues(given: Values, names: readonly string[]) {
  const [typed, setTyped] = useKeptValue('visit', 'values', NONE);
  const values: Values = new Map(
    names.flatMap((name) => {
      const value = given.get(name) ?? (Object.hasOwn(typed, name) ? typed[name] : undefined);
      return value ? [[name, value] as const] : [];
    }),
  );
  return {
    values,
    missing: names.filter((name) => !given.has(name)),
    setValue: (name: string, value: string) => setTyped((before) => ({ ...before, [name]: value.slice(0, MAX_VALUE) })),
  };
}

/** Placeholders of a snippet that the app fills in itself. */
const BUILT_IN_NAMES = ['message', 'query'];

/** The names of the values that a card shows: those in its signatures, then those that only its snippets use. */
export function usedNames(rule: Rule, ruleset: Ruleset, signatures: readonly string[]): string[] {
  const ids = [...rule.resolutions.flatMap(({ steps }) => steps.map(({ snippet }) => snippet)), ...rule.snippets];
  const inSnippets = ruleset.snippets
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ code, forms }) => [code, ...forms.map((form) => form.code)])
    .flatMap(placeholders)
    .filter((name) => !BUILT_IN_NAMES.includes(name));
  return [...new Set([...valueNames({ signatures: [...signatures] }), ...inSnippets])];
}

/** The values to fill a card's snippets with: the reader's, and as `message` a fixed part of the error's message. */
export function snippetValues(signatures: readonly string[], values: Values): Record<string, string> {
  return { ...Object.fromEntries(values), message: fixedPart(signatures[0] ?? '') };
}

/** The longest piece of fixed text without quotes and brackets, whose spacing varies in logs. */
function fixedPart(signature: string): string {
  return parseSignature(signature)
    .flatMap((part) => (part.kind === 'text' ? part.text.split(/["{}[\]]/) : []))
    .map((text) => text.trim())
    .reduce((longest, text) => (text.length > longest.length ? text : longest), '');
}
