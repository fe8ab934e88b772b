import MiniSearch, { type SearchOptions } from 'minisearch';
import { parseSignature } from '../../core/diagnosis/signature';
import { proseText } from '../../core/ruleset/prose-nodes';
import type { Rule, Ruleset } from '../../core/ruleset/schema';
import { dropUnknown } from '../../core/ruleset/values';
import { splitWords } from './words';

/** A text of a rule, and what it is there. */
export type Place = { kind: (typeof KINDS)[number]; text: string };

/** Which words of a rule match, in lower case, and the text that holds most of them; none if only the title does. */
export type Found = { words: ReadonlySet<string>; place: Place | undefined };

/** `all` says whether the rules match all the words typed; otherwise they are the closest. Best first. */
export type RuleMatches = { found: ReadonlyMap<Rule, Found>; all: boolean };

/** Of two texts with as many words, the earlier kind tells more. */
const KINDS = ['Message', 'Symptom', 'Cause', 'Step', 'Other words'] as const;

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
  const find = (typed: string, options: SearchOptions) =>
    search(typed, options).map(({ rule, places, terms, queryTerms }): [Rule, Found] => {
      const words = new Set(terms);
      return [rule, { words, place: bestPlace(places, words, queryTerms.length) }];
    });
  return (typed) => {
    if (!typed.trim()) return { found: new Map(ruleset.rules.map((rule) => [rule, NOTHING])), all: true };
    const words = typed.slice(0, MAX_SEARCHED);
    for (const options of [{}, fuzzy]) {
      const found = find(words, { ...options, combineWith: 'AND' });
      if (found.length > 0) return { found: new Map(found), all: true };
    }
    return { found: new Map(find(words, { ...fuzzy, combineWith: 'OR' }).slice(0, 3)), all: false };
  };
}

const NOTHING: Found = { words: new Set(), place: undefined };

/** The text with most of the words. `most`: one typed word can match several that start with it. */
function bestPlace(places: readonly Place[], words: ReadonlySet<string>, most: number): Place | undefined {
  const counts = places.map(({ text }) => {
    const held = splitWords(text).map((word) => word.toLowerCase());
    return Math.min(most, new Set(held.filter((word) => words.has(word))).size);
  });
  const best = Math.max(...counts);
  return best > 0 ? places[counts.indexOf(best)] : undefined;
}

/**
 * Takes a dataset and a text in which nothing was found; returns the rules that its words lead to, best first, without
 * those that match far worse than the best. Words of any sentence lead nowhere, and words that most rules have count only
 * where there are no others.
 */
export function rulesSharingWords(ruleset: Searched, text: string): Rule[] {
  const search = createIndex(ruleset);
  // Of a short word, another one that starts with it says nothing.
  const options: SearchOptions = {
    prefix: (word) => word.length > 3,
    boost: { title: 3, Message: 2, 'Other words': 3 },
  };
  const said = splitWords(text.slice(0, MAX_COMPARED).toLowerCase()).flatMap((word) => [word, word.replace(/s$/, '')]);
  const words = [...new Set(said)].filter((word) => word.length > 1 && !COMMON.test(word));
  const counts = new Map(words.map((word) => [word, search(word, options).length]));
  const known = words.filter((word) => counts.get(word));
  const telling = known.filter((word) => (counts.get(word) ?? 0) <= ruleset.rules.length / 2);
  return search((telling.length > 0 ? telling : known).join(' '), options, 1 / 4).map(({ rule }) => rule);
}

/** Takes a dataset and an unknown address; returns the rules with similar titles or ids, best first. */
export function nearestRules(ruleset: Searched, address: string): Rule[] {
  // All cards' addresses start like this.
  const name = address.replace(/^\/errors\//, '').slice(0, MAX_SEARCHED);
  const options: SearchOptions = { ...fuzzy, combineWith: 'OR', fields: ['title', 'names'] };
  return createIndex(ruleset)(name, options).map(({ rule }) => rule);
}

/** Returns a search for rules, best first, without those that score below a share of the best one's score. */
function createIndex(ruleset: Searched) {
  const index = new MiniSearch({
    fields: ['title', 'names', ...KINDS],
    tokenize: splitWords,
    searchOptions: { prefix: (word) => word.length > 1, boost: { title: 3, names: 2, Message: 2, 'Other words': 0.5 } },
  });
  const entries = new Map(
    ruleset.rules.map((rule) => {
      const names = [rule.id, ...rule.aliases].join(' ');
      const texts = textsOf(rule, names, ruleset);
      index.add({ id: rule.id, title: rule.title, names, ...texts });
      const places = KINDS.flatMap((kind) => texts[kind].map((text): Place => ({ kind, text })));
      return [rule.id, { rule, places }];
    }),
  );
  return (words: string, options: SearchOptions, share = 0) => {
    const results = index.search(words, options);
    const least = share * (results[0]?.score ?? 0);
    return results.flatMap(({ id, score, terms, queryTerms }) => {
      const entry = entries.get(id);
      return entry && score > least ? [{ ...entry, terms, queryTerms }] : [];
    });
  };
}

/** What a rule says, and the synonyms of its words. */
function textsOf(rule: Rule, names: string, { procedures, synonyms }: Searched): Record<Place['kind'], string[]> {
  const { title, signatures, symptom, causes, resolutions } = rule;
  const steps = resolutions.flatMap((resolution) => resolution.steps);
  const parts = procedures.filter(({ id }) => steps.some(({ procedure }) => procedure === id));
  const texts = {
    Message: signatures.map(readable),
    Symptom: plain([symptom]),
    Cause: plain(causes.map(({ text }) => text)),
    Step: plain([
      ...resolutions.flatMap(({ title, when }) => [title, when]),
      ...[...steps, ...parts.flatMap((procedure) => procedure.steps)].map(({ text }) => text),
    ]),
  };
  const asWords = (text: string) => ` ${splitWords(text).join(' ').toLowerCase()} `;
  const words = asWords([title, names, ...Object.values(texts).flat()].join('\n'));
  const isSaid = (phrase: string) => words.includes(asWords(phrase)) || words.includes(asWords(`${phrase}s`));
  const said = synonyms.filter((phrases) => phrases.some(isSaid));
  return { ...texts, 'Other words': said.map((phrases) => phrases.join(', ')) };
}

/** A signature as a text: a value is "…", and alternatives have "or" between them. */
function readable(signature: string): string {
  return parseSignature(signature)
    .map((part) => (part.kind === 'text' ? part.text : part.kind === 'value' ? '…' : part.options.join(' or ')))
    .join('');
}

const plain = (prose: readonly (string | undefined)[]) =>
  prose.flatMap((text) => (text ? dropUnknown(proseText(text), new Map()) : []));
