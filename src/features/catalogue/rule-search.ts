import MiniSearch, { type SearchOptions } from 'minisearch';
import { proseText } from '../../core/ruleset/prose-nodes';
import type { Rule, Ruleset } from '../../core/ruleset/schema';
import { dropUnknown } from '../../core/ruleset/values';
import { splitWords } from './words';

/** What a text of a rule is. Of two with as many words of the search, the earlier kind tells more. */
const KINDS = ['Message', 'Symptom', 'Cause', 'Step', 'Other words'] as const;
type Kind = (typeof KINDS)[number];

/** The words of a rule that match, in lower case, and the text with most of them; none if only its name matches. */
export type Found = { words: ReadonlySet<string>; place: { kind: Kind; text: string } | undefined };

/** Best first. `all` says whether they match all the words of the search; otherwise they are the closest. */
export type RuleMatches = { found: ReadonlyMap<Rule, Found>; all: boolean };

/** In characters. Only the start of a longer text is searched for. */
const MAX_SEARCHED = 2000;

/** Words and numbers of any sentence, which say nothing about an error. */
const COMMON =
  /^(?:\d\d|an|as|at|be|by|do|he|if|in|is|it|me|my|no|of|on|or|so|to|up|us|we|about|after|all|also|and|are|because|been|but|can|could|does|for|from|had|has|have|how|its|more|not|only|our|please|since|than|that|the|their|then|there|these|they|this|use|was|were|what|when|where|which|while|who|why|will|with|would|you|your)$/;

const boost = { title: 3, names: 2, Message: 2 };
const isLong = (word: string) => word.length > 3;
/** Allows typos, but not in short words. A fuzzy search for a very long word takes seconds. */
const fuzzy = (word: string) => (word.length > 4 && word.length < 50 ? 0.2 : false);
/** All words as they are, or else with typos, or else some of them. */
const EXACT: SearchOptions = { combineWith: 'AND', prefix: true, boost: { ...boost, 'Other words': 0.5 } };
const TYPOS: SearchOptions = { ...EXACT, fuzzy };
// Of a short word, another one that starts with it says nothing.
const SOME: SearchOptions = { prefix: isLong, boost: { ...boost, 'Other words': 3 } };

type Searched = Pick<Ruleset, 'rules' | 'procedures' | 'synonyms'>;

/**
 * Takes a dataset and returns a search over its rules' titles, ids, messages, causes, steps and synonyms, for what was
 * typed, for an address and for a text in which nothing was found. Words of any sentence find nothing. If no rule has all
 * words, those that most rules have count only where there are no others.
 */
export function createRuleSearch(ruleset: Searched): (text: string) => RuleMatches {
  const entries = new Map(ruleset.rules.map((rule) => [rule.id, { rule, texts: textsOf(rule, ruleset) }]));
  const index = new MiniSearch({ fields: ['title', 'names', ...KINDS], tokenize: splitWords });
  for (const { rule, texts } of entries.values()) {
    index.add({ id: rule.id, title: rule.title, names: [rule.id, ...rule.aliases], ...texts });
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
  return (text) => {
    const said = splitWords(text.slice(0, MAX_SEARCHED)).map((word) => word.toLowerCase());
    const words = [...new Set(said)].filter((word) => word.length > 1 && !COMMON.test(word));
    const matches = [EXACT, TYPOS].map((options) => find(words, options)).find(({ length }) => length > 0);
    const all = matches !== undefined || words.length === 0;
    const found = (matches ?? closest(words)).flatMap(({ id, terms, queryTerms }): [Rule, Found][] => {
      const entry = entries.get(id);
      const words = new Set(terms);
      return entry ? [[entry.rule, { words, place: bestPlace(entry.texts, words, queryTerms.length) }]] : [];
    });
    return { found: new Map(found), all };
  };
}

/** The text with most of the words. `most`: one word of the search can match several that start with it. */
function bestPlace(texts: Record<Kind, string[]>, words: ReadonlySet<string>, most: number) {
  const places = KINDS.flatMap((kind) => texts[kind].map((text) => ({ kind, text })));
  const counts = places.map(({ text }) => {
    const held = splitWords(text).map((word) => word.toLowerCase());
    return Math.min(most, new Set(held.filter((word) => words.has(word))).size);
  });
  const best = Math.max(...counts);
  return best > 0 ? places[counts.indexOf(best)] : undefined;
}

/** What a rule says, and the synonyms of its words. */
function textsOf(rule: Rule, { procedures, synonyms }: Searched): Record<Kind, string[]> {
  const { id, title, aliases, signatures, symptom = '', causes, resolutions } = rule;
  const plain = (texts: string[]) => texts.filter(Boolean).map((text) => dropUnknown(proseText(text), new Map()));
  const steps = resolutions.flatMap((resolution) => resolution.steps);
  const parts = procedures.filter((procedure) => steps.some((step) => step.procedure === procedure.id));
  const texts = {
    Message: plain(signatures),
    Symptom: plain([symptom]),
    Cause: plain(causes.map(({ text }) => text)),
    Step: plain([
      ...resolutions.flatMap(({ title, when = '' }) => [title, when]),
      ...[...steps, ...parts.flatMap((procedure) => procedure.steps)].map(({ text }) => text),
    ]),
  };
  const asWords = (text: string) => ` ${splitWords(text).join(' ').toLowerCase()} `;
  const words = asWords([title, id, ...aliases, ...Object.values(texts).flat()].join('\n'));
  const isSaid = (phrase: string) => words.includes(asWords(phrase)) || words.includes(asWords(`${phrase}s`));
  const said = synonyms.filter((phrases) => phrases.some(isSaid));
  return { ...texts, 'Other words': said.map((phrases) => phrases.join(', ')) };
}
