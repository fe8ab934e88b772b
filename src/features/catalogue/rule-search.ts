import MiniSearch, { type SearchOptions } from 'minisearch';
import { proseText } from '../../core/ruleset/prose-nodes';
import type { Rule, Ruleset } from '../../core/ruleset/schema';

/** `all` says whether the rules match all the words typed; otherwise they are the closest. Best first. */
export type RuleMatches = { rules: Rule[]; all: boolean };

/** In characters. Only the start of a longer text is searched for: a fuzzy search for a very long word takes seconds. */
const MAX_SEARCHED = 200;

/** In characters, of a pasted text. */
const MAX_COMPARED = 2000;

/** Allows typos, but not in short words. */
const fuzzy: SearchOptions = { fuzzy: (word) => (word.length > 3 ? 0.2 : false) };

/** Words of any sentence, which say nothing about an error. */
const COMMON =
  /^(?:an|as|at|be|by|do|he|if|in|is|it|me|my|no|of|on|or|so|to|up|us|we|about|after|all|also|and|are|because|been|but|can|could|does|for|from|had|has|have|how|its|more|not|only|our|please|since|than|that|the|their|then|there|these|they|this|use|was|were|what|when|where|which|while|who|why|will|with|would|you|your)$/;

type Searched = Pick<Ruleset, 'rules' | 'procedures' | 'synonyms'>;

/**
 * Takes a dataset and returns a search over its rules' titles, ids, messages, causes, steps and synonyms. It allows typos
 * only if nothing matches the words as they are.
 */
export function createRuleSearch(ruleset: Searched): (typed: string) => RuleMatches {
  const search = createIndex(ruleset);
  return (typed) => {
    if (!typed.trim()) return { rules: [...ruleset.rules], all: true };
    const words = typed.slice(0, MAX_SEARCHED);
    for (const options of [{}, fuzzy]) {
      const matches = search(words, { ...options, combineWith: 'AND' });
      if (matches.length > 0) return { rules: matches, all: true };
    }
    return { rules: search(words, { ...fuzzy, combineWith: 'OR' }).slice(0, 3), all: false };
  };
}

/**
 * Takes a dataset and a text in which nothing was found; returns the rules that its words lead to, best first, without
 * those that match far worse than the best. Words of any sentence lead nowhere, and words that most rules have count only
 * where there are no others.
 */
export function rulesSharingWords(ruleset: Searched, text: string): Rule[] {
  const search = createIndex(ruleset);
  // Of a short word, another one that starts with it says nothing.
  const options: SearchOptions = { prefix: (word) => word.length > 3, boost: { title: 3, messages: 2, synonyms: 3 } };
  const said = splitWords(text.slice(0, MAX_COMPARED).toLowerCase()).flatMap((word) => [word, word.replace(/s$/, '')]);
  const words = [...new Set(said)].filter((word) => word.length > 1 && !COMMON.test(word));
  const counts = new Map(words.map((word) => [word, search(word, options).length]));
  const known = words.filter((word) => counts.get(word));
  const telling = known.filter((word) => (counts.get(word) ?? 0) <= ruleset.rules.length / 2);
  return search((telling.length > 0 ? telling : known).join(' '), options, 1 / 4);
}

/** Takes a dataset and an unknown address; returns the rules with similar titles or ids, best first. */
export function nearestRules(ruleset: Searched, address: string): Rule[] {
  // All cards' addresses start like this.
  const name = address.replace(/^\/errors\//, '').slice(0, MAX_SEARCHED);
  return createIndex(ruleset)(name, { ...fuzzy, combineWith: 'OR', fields: ['title', 'names'] });
}

/** Returns a search for rules, best first, without those that score below a share of the best one's score. */
function createIndex(ruleset: Searched): (words: string, options: SearchOptions, share?: number) => Rule[] {
  const index = new MiniSearch({
    fields: ['title', 'names', 'messages', 'causes', 'resolutions', 'synonyms'],
    tokenize: splitWords,
    searchOptions: { prefix: (word) => word.length > 1, boost: { title: 3, names: 2, messages: 2, synonyms: 0.5 } },
  });
  index.addAll(ruleset.rules.map((rule) => searchableTexts(rule, ruleset)));
  const byId = new Map(ruleset.rules.map((rule) => [rule.id, rule]));
  return (words, options, share = 0) => {
    const found = index.search(words, options);
    return found.flatMap(({ id, score }) => (score > share * (found[0]?.score ?? 0) && byId.get(id)) || []);
  };
}

/** Runs of letters and digits, and the parts of a name such as "StatusCode". */
function splitWords(text: string): string[] {
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => [word, ...word.split(/(?<=\p{Ll})(?=\p{Lu})/u).slice(1)])
    .filter(Boolean);
}

function searchableTexts(rule: Rule, { procedures, synonyms }: Searched) {
  const { id, title, aliases, signatures, symptom = '', causes, resolutions } = rule;
  const plain = (texts: string[]) => texts.map(proseText).join('\n');
  const steps = resolutions.flatMap((resolution) => resolution.steps);
  const parts = procedures.filter((procedure) => steps.some((step) => step.procedure === procedure.id));
  const texts = {
    title,
    names: [id, ...aliases].join(' '),
    messages: signatures.join('\n'),
    causes: plain([symptom, ...causes.map(({ text }) => text)]),
    resolutions: plain([
      ...resolutions.flatMap(({ title, when = '' }) => [title, when]),
      ...[...steps, ...parts.flatMap((procedure) => procedure.steps)].map(({ text }) => text),
    ]),
  };
  const asWords = (text: string) => ` ${splitWords(text).join(' ').toLowerCase()} `;
  const words = asWords(Object.values(texts).join('\n'));
  const isSaid = (phrase: string) => words.includes(asWords(phrase)) || words.includes(asWords(`${phrase}s`));
  return { id, ...texts, synonyms: synonyms.filter((phrases) => phrases.some(isSaid)).join(' ') };
}
