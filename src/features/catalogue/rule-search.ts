import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import { useMemo } from 'react';
import { parseSignature } from '../../core/diagnosis/signature';
import { proseText } from '../../core/ruleset/prose-nodes';
import type { Rule, Ruleset } from '../../core/ruleset/schema';
import { dropUnknown } from '../../core/ruleset/values';
import { splitWords } from './words';

/** What a text of a rule is. Of two with as many words of the search, the earlier kind tells more. */
const KINDS = ['Message', 'Symptom', 'Cause', 'Step', 'Other words'] as const;
type Kind = (typeof KINDS)[number];

/** The words of a rule that match, in lower case, and the text with most of them; none if only its name matches. */
export type Found = { words: ReadonlySet<string>; place: { kind: Kind; text: string } | undefined };

/** In characters. Only the start of a longer text is searched for. */
const MAX_SEARCHED = 2000;

/** Words and numbers of any sentence, which say nothing about an error. */
const COMMON =
  /^(?:\d\d|an|as|at|be|by|do|he|if|in|is|it|me|my|no|of|on|or|so|to|up|us|we|about|after|all|also|and|are|because|been|but|can|could|does|for|from|had|has|have|how|its|more|not|only|our|please|since|than|that|the|their|then|there|these|they|this|use|was|were|what|when|where|which|while|who|why|will|with|would|you|your)$/;

const boost = { title: 3, names: 2, Message: 2 };
/** Allows typos, but not in short words. A fuzzy search for a very long word takes seconds. */
const fuzzy = (word: string) => (word.length > 4 && word.length < 50 ? 0.2 : false);
/** All words as they are, or else with typos, or else some of them. */
const EXACT: SearchOptions = { combineWith: 'AND', prefix: true, boost: { ...boost, 'Other words': 0.5 } };
const TYPOS: SearchOptions = { ...EXACT, fuzzy };
// Of a short word, another one that starts with it says nothing.
const SOME: SearchOptions = { prefix: (word) => word.length > 3, boost: { ...boost, 'Other words': 3 } };

/**
 * Takes a dataset and returns a search over its rules' titles, ids, messages, causes, steps and synonyms, for what was
 * typed, for an address and for a text in which nothing was found. Words of any sentence find nothing. The rules found come
 * best first; unless they have `all` the words, those that most rules have count only where there are no others.
 */
export function createRuleSearch(ruleset: Ruleset) {
  const fields = ['title', 'names', ...KINDS];
  const index = new MiniSearch({ fields, storeFields: ['rule', ...KINDS], tokenize: splitWords });
  for (const rule of ruleset.rules) {
    const { id, title, aliases } = rule;
    index.add({ id, title, names: [id, ...aliases], rule, ...textsOf(rule, ruleset) });
  }
  const find = (words: readonly string[], options: SearchOptions) => index.search(words.join(' '), options);
  const closest = (words: readonly string[]) => {
    const telling = words.filter((word) => {
      const { length } = find([word], SOME);
      return length > 0 && length <= ruleset.rules.length / 2;
    });
    const results = find(telling.length > 0 ? telling : words, SOME);
    return results.filter(({ score }) => score > (results[0]?.score ?? 0) / 4).slice(0, 5);
  };
  return (text: string) => {
    const said = new Set(splitWords(text.slice(0, MAX_SEARCHED)));
    const words = [...said].filter((word) => word.length > 1 && !COMMON.test(word));
    const matches = [EXACT, TYPOS].map((options) => find(words, options)).find(({ length }) => length > 0);
    const all = matches !== undefined || words.length === 0;
    const found = (matches ?? closest(words)).map((result) => [result.rule as Rule, foundIn(result)] as const);
    return { found: new Map(found), all };
  };
}

/** What {@link createRuleSearch} finds in a dataset. */
export function useRuleSearch(ruleset: Ruleset, text: string) {
  const search = useMemo(() => createRuleSearch(ruleset), [ruleset]);
  return useMemo(() => search(text), [search, text]);
}

/** The words of a result, and the text with most of them. A word of the search can match several that start with it. */
function foundIn({ terms, queryTerms, ...result }: SearchResult): Found {
  const words = new Set(terms);
  const places = KINDS.flatMap((kind) => (result[kind] as string[]).map((text) => ({ kind, text })));
  const held = places.map(({ text }) => new Set(splitWords(text).filter((word) => words.has(word))));
  const counts = held.map(({ size }) => Math.min(queryTerms.length, size));
  const best = Math.max(...counts);
  return { words, place: best > 0 ? places[counts.indexOf(best)] : undefined };
}

/** What a rule says, and the synonyms of its words. */
function textsOf(rule: Rule, { procedures, synonyms }: Ruleset): Record<Kind, string[]> {
  const { id, title, aliases, signatures, symptom = '', causes, resolutions } = rule;
  const plain = (texts: string[]) => texts.filter(Boolean).map((text) => dropUnknown(proseText(text), new Map()));
  const steps = resolutions.flatMap((resolution) => resolution.steps);
  const parts = procedures.filter((procedure) => steps.some((step) => step.procedure === procedure.id));
  const texts = {
    Message: signatures.map(messageText),
    Symptom: plain([symptom]),
    Cause: plain(causes.map(({ text }) => text)),
    Step: plain([
      ...resolutions.flatMap(({ title, when = '' }) => [title, when]),
      ...[...steps, ...parts.flatMap((procedure) => procedure.steps)].map(({ text }) => text),
    ]),
  };
  const asWords = (text: string) => ` ${splitWords(text).join(' ')} `;
  const words = asWords([title, id, ...aliases, ...Object.values(texts).flat()].join('\n'));
  const isSaid = (phrase: string) => words.includes(asWords(phrase)) || words.includes(asWords(`${phrase}s`));
  const said = synonyms.filter((phrases) => phrases.some(isSaid));
  return { ...texts, 'Other words': said.map((phrases) => phrases.join(', ')) };
}

/** A message as readers see it, with "…" for each value. */
function messageText(signature: string): string {
  const parts = parseSignature(signature);
  return parts
    .map((part) => (part.kind === 'text' ? part.text : part.kind === 'value' ? '…' : part.options.join('/')))
    .join('');
}
