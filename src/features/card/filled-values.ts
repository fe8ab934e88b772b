import { useEffect } from 'react';
import { parseSignature } from '../../core/diagnosis/signature';
import type { Rule, Ruleset, Snippet } from '../../core/ruleset/schema';
import { MAX_VALUE, type Values, valueNames } from '../../core/ruleset/values';
import { addressPart } from '../../core/snippet/address-part';
import { placeholders } from '../../core/snippet/fill';
import { useVisitValues } from '../../lib/use-visit-values';

export type FilledValues = ReturnType<typeof useFilledValues>;

/**
 * The values of a card: those that a message or a link gave, and for the other `names` those that were given on any card
 * of this visit. `missing` are the names of the values to ask for, and `typed` is what stands in their fields.
 * `isFound` says that the given ones come from a message, not from a link.
 */
export function useFilledValues(given: Values, isFound: boolean, names: readonly string[], { snippets }: Ruleset) {
  const { values: kept, give, addFound } = useVisitValues();
  const values: Values = new Map(
    names.flatMap((name) => {
      const value = given.get(name) ?? (Object.hasOwn(kept, name) ? kept[name] : undefined);
      return value ? [[name, tidy(name, value, snippets)] as const] : [];
    }),
  );
  // They serve the other cards too.
  const pairs = JSON.stringify([...given]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only other values are new
  useEffect(() => {
    if (given.size > 0) (isFound ? addFound : give)(given);
  }, [pairs]);
  return {
    values,
    typed: kept,
    missing: names.filter((name) => !given.has(name)),
    setValue: (name: string, value: string) => give(new Map([[name, value.slice(0, MAX_VALUE)]])),
  };
}

/** Where an address needs a part of a host, readers give the whole address. */
function tidy(name: string, value: string, snippets: readonly Snippet[]): string {
  const address = snippets.find(({ language, code }) => language === 'address' && placeholders(code).includes(name));
  return address ? addressPart(address.code, name, value) : value;
}

/** Placeholders of a snippet that the app fills in itself. */
const BUILT_IN_NAMES = ['message', 'query'];

/** The names of the values that a snippet and its forms need. */
export function snippetNames({ code, forms }: Snippet): string[] {
  const names = [code, ...forms.map((form) => form.code)].flatMap(placeholders);
  return names.filter((name) => !BUILT_IN_NAMES.includes(name));
}

/** The names of the values that a card shows: those in its signatures, then those that only its snippets use. */
export function usedNames(rule: Rule, ruleset: Ruleset, signatures: readonly string[]): string[] {
  const inSnippets = cardSnippets(rule, ruleset).flatMap(snippetNames);
  return [...new Set([...valueNames({ signatures: [...signatures] }), ...inSnippets])];
}

/** The snippets of a rule's steps, and those that help with the whole error. */
export function cardSnippets(rule: Rule, { snippets }: Ruleset): Snippet[] {
  const ids = [...rule.resolutions.flatMap(({ steps }) => steps.map(({ snippet }) => snippet)), ...rule.snippets];
  return snippets.filter(({ id }) => ids.includes(id));
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
