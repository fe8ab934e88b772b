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
const COMMON = new Set(
  'an as at be by do he if in is it me my no of on or so to up us we about after all also and are because been but can could does for from had has have how its more not only our please since than that the their then there these they this use was were what when where which while who why will with would you your'.split(
    ' ',
  ),
);

const EVERYWHERE = ['title', 'names', 'messages', 'causes', 'resolutions', 'synonyms'];

/** What is searched of a dataset. */
type Searched = Pick<Ruleset, 'rules' | 'procedures' | 'synonyms'>;

/**
 * Takes a dataset and returns a search over its rules' titles, ids, messages, causes, steps and synonyms. It allows typos
 * only if nothing matches the words as they are.
 */
export function createRuleSearch(ruleset: Searched): (typed: string) => RuleMatches {
  const { rules } = ruleset;
  const search = createIndex(ruleset, EVERYWHERE);
  return (typed) => {
    if (!typed.trim()) return { rules: [...rules], all: true };
    const words = typed.slice(0, MAX_SEARCHED);
    for (const options of [{}, fuzzy]) {
      const matches = search(words, { ...options, combineWith: 'AND' }).map(({ rule }) => rule);
      if (matches.length > 0) return { rules: matches, all: true };
    }
    const closest = search(words, { ...fuzzy, combineWith: 'OR' }).map(({ rule }) => rule);
    return { rules: closest.slice(0, 3), all: false };
  };
}

/**
 * Takes a dataset and a text in which nothing was found; returns the rules that its words lead to, best first, without
 * those that match far worse than the best. Words of any sentence, and words that most rules have, lead nowhere.
 */
export function rulesSharingWords(ruleset: Searched, text: string): Rule[] {
  const search = createIndex(ruleset, EVERYWHERE);
  // Of a short word, another one that starts with it says nothing.
  const whole: SearchOptions = { prefix: (word) => word.length > 3 };
  const said = splitWords(text.slice(0, MAX_COMPARED).toLowerCase());
  const words = [...new Set(said.flatMap((word) => [word, word.replace(/s$/, '')]))];
  const telling = words.filter((word) => {
    if (word.length < 2 || COMMON.has(word)) return false;
    const matches = search(word, whole).length;
    return matches > 0 && matches <= ruleset.rules.length / 2;
  });
  const matches = search(telling.join(' '), {
    ...whole,
    combineWith: 'OR',
    boost: { title: 3, messages: 2, synonyms: 3 },
  });
  return matches.filter(({ score }) => score > (matches[0]?.score ?? 0) / 3).map(({ rule }) => rule);
}

/** Takes rules and an unknown address; returns the rules with similar titles or ids, best first. */
export function nearestRules(rules: readonly Rule[], address: string): Rule[] {
  // All cards' addresses start like this.
  const name = address.replace(/^\/errors\//, '').slice(0, MAX_SEARCHED);
  const search = createIndex({ rules: [...rules], procedures: [], synonyms: [] }, ['title', 'names']);
  return search(name, { ...fuzzy, combineWith: 'OR' }).map(({ rule }) => rule);
}

function createIndex(ruleset: Searched, fields: string[]) {
  const index = new MiniSearch({
    fields,
    tokenize: splitWords,
    searchOptions: { prefix: (word) => word.length > 1, boost: { title: 3, names: 2, messages: 2, synonyms: 0.5 } },
  });
  index.addAll(ruleset.rules.map((rule) => searchableTexts(rule, ruleset)));
  const byId = new Map(ruleset.rules.map((rule) => [rule.id, rule]));
  return (typed: string, options: SearchOptions) =>
    index.search(typed, options).flatMap(({ id, score }) => {
      const rule = byId.get(id);
      return rule ? [{ rule, score }] : [];
    });
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
  const words = asWords(Object.values(texts).join('\n'));
  const isSaid = (phrase: string) => ['', 's'].some((end) => words.includes(asWords(phrase + end)));
  return {
    id,
    ...texts,
    synonyms: synonyms
      .filter((phrases) => phrases.some(isSaid))
      .flat()
      .join(' '),
  };
}

/** The words of a text, each between spaces, so that a phrase is found as a whole. */
function asWords(text: string): string {
  return ` ${splitWords(text).join(' ').toLowerCase()} `;
}
