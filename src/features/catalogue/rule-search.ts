import MiniSearch, { type SearchOptions } from 'minisearch';
import { proseText } from '../../core/ruleset/prose';
import type { Rule } from '../../core/ruleset/schema';

/** `all` says whether the rules match all the words typed; otherwise they are the closest. Best first. */
export type RuleMatches = { rules: Rule[]; all: boolean };

/** In characters. Only the start of a longer text is searched for: a fuzzy search for a very long word takes seconds. */
const MAX_SEARCHED = 200;

/** Allows typos, but not in short words. */
const fuzzy: SearchOptions = { fuzzy: (word) => (word.length > 3 ? 0.2 : false) };

/**
 * Takes rules and returns a search over their titles, ids, messages, causes and resolutions. It allows typos only if
 * nothing matches the words as they are.
 */
export function createRuleSearch(rules: readonly Rule[]): (typed: string) => RuleMatches {
  const search = createIndex(rules, ['title', 'names', 'messages', 'causes', 'resolutions']);
  return (typed) => {
    if (!typed.trim()) return { rules: [...rules], all: true };
    for (const options of [{}, fuzzy]) {
      const matches = search(typed, { ...options, combineWith: 'AND' });
      if (matches.length > 0) return { rules: matches, all: true };
    }
    return { rules: search(typed, { ...fuzzy, combineWith: 'OR' }).slice(0, 3), all: false };
  };
}

/** Takes rules and an unknown address; returns the rules with similar titles or ids, best first. */
export function nearestRules(rules: readonly Rule[], address: string): Rule[] {
  // All cards' addresses start like this.
  const name = address.replace(/^\/errors\//, '');
  return createIndex(rules, ['title', 'names'])(name, { ...fuzzy, combineWith: 'OR' });
}

function createIndex(rules: readonly Rule[], fields: string[]) {
  const index = new MiniSearch({
    fields,
    tokenize: splitWords,
    searchOptions: { prefix: (word) => word.length > 1, boost: { title: 3, names: 2, messages: 2 } },
  });
  index.addAll(rules.map(searchableTexts));
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return (typed: string, options: SearchOptions) =>
    index.search(typed.slice(0, MAX_SEARCHED), options).flatMap(({ id }) => byId.get(id) ?? []);
}

/** Runs of letters and digits, and the parts of a name such as "StatusCode". */
function splitWords(text: string): string[] {
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => [word, ...word.split(/(?<=\p{Ll})(?=\p{Lu})/u).slice(1)])
    .filter(Boolean);
}

function searchableTexts({ id, title, aliases, signatures, symptom = '', causes, resolutions }: Rule) {
  const plain = (texts: string[]) => texts.map(proseText).join('\n');
  return {
    id,
    title,
    names: [id, ...aliases].join(' '),
    messages: signatures.join('\n'),
    causes: plain([symptom, ...causes.map(({ text }) => text)]),
    resolutions: plain(
      resolutions.flatMap(({ title, when = '', steps }) => [title, when, ...steps.map(({ text }) => text)]),
    ),
  };
}
