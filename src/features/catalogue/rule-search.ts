import MiniSearch from 'minisearch';
import { proseText } from '../../core/ruleset/prose';
import type { Rule } from '../../core/ruleset/schema';

/** What a search gives: the rules that hold all the words, or else the closest, best first. */
export type RuleMatches = { rules: Rule[]; all: boolean };

/**
 * Takes rules and returns a search over their titles, ids, messages, causes and ways out. It forgives beginnings
 * of words and small slips, since people type what they remember.
 */
export function createRuleSearch(rules: readonly Rule[]): (typed: string) => RuleMatches {
  const search = new MiniSearch<Rule>({
    idField: 'id',
    fields: ['title', 'names', 'messages', 'causes', 'resolutions'],
    extractField: fieldText,
    tokenize: words,
    searchOptions: {
      prefix: (word) => word.length > 1,
      fuzzy: (word) => (word.length > 3 ? 0.2 : false),
      boost: { title: 3, names: 2, messages: 2 },
    },
  });
  search.addAll(rules);
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const ranked = (typed: string, combineWith: 'AND' | 'OR') =>
    search.search(typed, { combineWith }).flatMap(({ id }) => byId.get(id) ?? []);

  return (typed) => {
    if (!typed.trim()) return { rules: [...rules], all: true };
    const all = ranked(typed, 'AND');
    return all.length > 0
      ? { rules: all, all: true }
      : { rules: ranked(typed, 'OR').slice(0, 3), all: false };
  };
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
      return rule.causes.map(({ text }) => proseText(text)).join('\n');
    case 'resolutions':
      return rule.resolutions
        .flatMap(({ title, when, steps }) => [title, when ?? '', ...steps.map(({ text }) => text)])
        .map(proseText)
        .join('\n');
    default:
      return field === 'id' ? rule.id : rule.title;
  }
}
