import MiniSearch, { type SearchOptions } from 'minisearch';
import { proseText } from '../../core/ruleset/prose';
import type { Rule } from '../../core/ruleset/schema';

/** What a search gives: the rules that hold all the words, or else the closest, best first. */
export type RuleMatches = { rules: Rule[]; all: boolean };

/** Only the beginning of a longer text is searched for: forgiving a slip in a very long word takes seconds. */
const MAX_SEARCHED = 200;

/** Beginnings of words, and slips in longer ones, since people type what they remember. */
const forgiving: SearchOptions = { fuzzy: (word) => (word.length > 3 ? 0.2 : false) };

/**
 * Takes rules and returns a search over their titles, ids, messages, causes and resolutions. It forgives slips
 * only where nothing holds the words as they are.
 */
export function createRuleSearch(rules: readonly Rule[]): (typed: string) => RuleMatches {
  const ranked = createIndex(rules, ['title', 'names', 'messages', 'causes', 'resolutions']);
  return (typed) => {
    if (!typed.trim()) return { rules: [...rules], all: true };
    for (const options of [{}, forgiving]) {
      const all = ranked(typed, { ...options, combineWith: 'AND' });
      if (all.length > 0) return { rules: all, all: true };
    }
    return { rules: ranked(typed, { ...forgiving, combineWith: 'OR' }).slice(0, 3), all: false };
  };
}

/** Takes rules and an address that is none of theirs; returns those whose names come near to it, best first. */
export function nearestRules(rules: readonly Rule[], address: string): Rule[] {
  // Every card's address begins so: it says nothing about which one is meant.
  const name = address.replace(/^\/errors\//, '');
  return createIndex(rules, ['title', 'names'])(name, { ...forgiving, combineWith: 'OR' });
}

function createIndex(rules: readonly Rule[], fields: string[]) {
  const search = new MiniSearch<Rule>({
    idField: 'id',
    fields,
    extractField: fieldText,
    tokenize: words,
    searchOptions: {
      prefix: (word) => word.length > 1,
      boost: { title: 3, names: 2, messages: 2 },
    },
  });
  search.addAll(rules);
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return (typed: string, options: SearchOptions) =>
    search.search(typed.slice(0, MAX_SEARCHED), options).flatMap(({ id }) => byId.get(id) ?? []);
}

/** Letters and digits, and of a name like "StatusCode" also its parts. */
function words(text: string): string[] {
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => [word, ...word.split(/(?<=\p{Ll})(?=\p{Lu})/u).slice(1)])
    .filter(Boolean);
}

function fieldText(rule: Rule, field: string): string {
  switch (field) {
    case 'names':
      return [rule.id, ...rule.aliases].join(' ');
    case 'messages':
      return rule.signatures.join('\n');
    case 'causes':
      return [rule.symptom ?? '', ...rule.causes.map(({ text }) => text)].map(proseText).join('\n');
    case 'resolutions':
      return rule.resolutions
        .flatMap(({ title, when, steps }) => [title, when ?? '', ...steps.map(({ text }) => text)])
        .map(proseText)
        .join('\n');
    default:
      return field === 'id' ? rule.id : rule.title;
  }
}
