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
  /^(?:\d\d|an|as|at|be|by|do|he|hi|if|in|is|it|me|my|of|on|or|so|to|up|us|we|about|after|all|also|and|any|anything|are|because|been|but|can|cannot|could|did|does|each|error|errors|ever|every|everything|fail|failed|failing|fails|for|from|gets|getting|got|had|has|have|hello|how|its|just|longer|more|not|nothing|now|once|only|our|per|please|same|since|some|still|than|thanks|that|the|their|then|there|these|they|this|today|use|very|was|were|what|when|where|which|while|who|why|will|with|would|yesterday|yet|you|your)$/;

/** Left out: a word is searched for by its beginning, which finds both "ticket" and "tickets". */
const PLURAL = /(?<=\p{L}{2}[^s])s$/u;

const boost = { title: 3, names: 2, Message: 2, Symptom: 2, Step: 0.5, 'Other words': 3 };
/** Allows typos, but not in short words. A fuzzy search for a very long word takes seconds. */
const fuzzy = (word: string) => (word.length > 4 && word.length < 50 ? 0.2 : false);
/** All words as they are, or else with typos. */
const EXACT: SearchOptions = { combineWith: 'AND', prefix: true, boost };
const TYPOS: SearchOptions = { ...EXACT, fuzzy };
// Of a short word, another one that starts with it says nothing.
const SOME: SearchOptions = { prefix: (word) => word.length > 3, boost };

/**
 * Takes a dataset and returns a search over its rules' titles, ids, messages, causes, steps and synonyms. The `closest`
 * have some words of the text; those `found` have `all` of them, or are the closest if no rule does. The best come first.
 * Words of any sentence find nothing.
 */
export function createRuleSearch(ruleset: Ruleset) {
  const fields = ['title', 'names', ...KINDS];
  const index = new MiniSearch({ fields, storeFields: ['rule', ...KINDS], tokenize: splitWords });
  for (const rule of ruleset.rules) index.add({ id: rule.id, title: rule.title, rule, ...textsOf(rule, ruleset) });
  return (text: string) => {
    const telling = splitWords(text.slice(0, MAX_SEARCHED)).filter((word) => word.length > 1 && !COMMON.test(word));
    const words = [...new Set(telling.map((word) => word.replace(PLURAL, '')))];
    const find = (options: SearchOptions) => index.search(words.join(' '), options);
    const some = find(SOME);
    const closest = byRule(some.filter(({ score }) => score > (some[0]?.score ?? 0) / 4).slice(0, 5));
    const matches = [EXACT, TYPOS].map(find).find(({ length }) => length > 0);
    // A letter that is typed first leaves all errors in sight; a sign is in none.
    const isOpen = words.length === 0 && /[\p{L}\p{N}]|^\s*$/u.test(text);
    return { found: matches ? byRule(matches) : closest, closest, all: matches !== undefined || isOpen };
  };
}

/** What {@link createRuleSearch} finds in a dataset. */
export function useRuleSearch(ruleset: Ruleset, text: string) {
  const search = useMemo(() => createRuleSearch(ruleset), [ruleset]);
  return useMemo(() => search(text), [search, text]);
}

const byRule = (results: readonly SearchResult[]) => new Map(results.map((each) => [each.rule as Rule, foundIn(each)]));

/** The words of a result, and the text with most of them. A word of the search can match several that start with it. */
function foundIn({ terms, queryTerms, ...result }: SearchResult): Found {
  const words = new Set(terms);
  const places = KINDS.flatMap((kind) => (result[kind] as string[]).map((text) => ({ kind, text })));
  const held = places.map(({ text }) => new Set(splitWords(text).filter((word) => words.has(word))));
  const counts = held.map(({ size }) => Math.min(queryTerms.length, size));
  const best = Math.max(...counts);
  return { words, place: best > 0 ? places[counts.indexOf(best)] : undefined };
}

/** What a rule says, and synonyms of it, but not of its steps: those are not what readers meet. */
function textsOf(rule: Rule, { procedures, synonyms }: Ruleset): Record<Kind | 'names', string[]> {
  const { id, title, aliases, signatures, symptom = '', causes, resolutions } = rule;
  const plain = (texts: string[]) => texts.filter(Boolean).map((text) => dropUnknown(proseText(text), new Map()));
  const steps = resolutions.flatMap((resolution) => resolution.steps);
  const parts = procedures.filter((procedure) => steps.some((step) => step.procedure === procedure.id));
  const [symptoms, reasons] = [plain([symptom]), plain(causes.map(({ text }) => text))];
  const met = { Message: signatures.map(messageText), Symptom: symptoms, Cause: reasons };
  return {
    ...met,
    names: [id, ...aliases, ...synonymsOf([title], synonyms)],
    Step: plain([
      ...resolutions.flatMap(({ title, when = '' }) => [title, when]),
      ...[...steps, ...parts.flatMap((procedure) => procedure.steps)].map(({ text }) => text),
    ]),
    'Other words': synonymsOf([title, id, ...aliases, ...Object.values(met).flat()], synonyms),
  };
}

/** The lists of synonyms of which the texts say one. */
function synonymsOf(texts: readonly string[], synonyms: Ruleset['synonyms']): string[] {
  const asWords = (text: string) => ` ${splitWords(text).join(' ')} `;
  const words = asWords(texts.join('\n'));
  const isSaid = (phrase: string) => words.includes(asWords(phrase)) || words.includes(asWords(`${phrase}s`));
  return synonyms.filter((phrases) => phrases.some(isSaid)).map((phrases) => phrases.join(', '));
}

/** A message as readers see it, with "…" for each value. */
function messageText(signature: string): string {
  const parts = parseSignature(signature);
  return parts
    .map((part) => (part.kind === 'text' ? part.text : part.kind === 'value' ? '…' : part.options.join('/')))
    .join('');
}
