import type { Language } from '../snippet/quote';
import { type Problem, problemAt } from './problem';
import type { Ruleset } from './schema';
import { PLACEHOLDER, valueNames } from './values';

/** What begins a comment that ends with its line. In an address there are neither comments nor quotes. */
const COMMENTS: Readonly<Record<Language, RegExp | null>> = {
  kusto: /\/\//,
  powershell: /#/,
  shell: /(?:^|\s)#/,
  address: null,
};

/**
 * Takes a dataset and returns the places where a value would not be what its author means: a {name} in a rule's prose
 * that none of its messages has, and a {name} in a snippet within quotes or a comment, where the value's own quotes
 * would end it. Empty when all is well. Linear in the dataset.
 */
export function findPlaceholderProblems(ruleset: Ruleset): Problem[] {
  const problems: Problem[] = [];
  for (const [r, rule] of ruleset.rules.entries()) {
    const names = valueNames(rule);
    const look = (prose: string | undefined, ...keys: (string | number)[]) => {
      for (const [, name = ''] of (prose ?? '').matchAll(PLACEHOLDER)) {
        if (names.includes(name)) continue;
        problems.push(
          problemAt(ruleset, ['rules', r, ...keys], `no message has a value "${name}"`),
        );
      }
    };
    look(rule.symptom, 'symptom');
    for (const [c, cause] of rule.causes.entries()) look(cause.text, 'causes', c, 'text');
    for (const [i, { when, intro, steps }] of rule.resolutions.entries()) {
      look(when, 'resolutions', i, 'when');
      look(intro, 'resolutions', i, 'intro');
      for (const [s, step] of steps.entries()) {
        look(step.text, 'resolutions', i, 'steps', s, 'text');
      }
    }
  }
  for (const [s, snippet] of ruleset.snippets.entries()) {
    const at = ['snippets', s];
    const codes = [
      { keys: [...at, 'code'], ...snippet },
      ...snippet.forms.map((form, f) => ({ keys: [...at, 'forms', f, 'code'], ...form })),
    ];
    for (const { keys, code, language } of codes) {
      for (const match of code.matchAll(PLACEHOLDER)) {
        const before = code.slice(0, match.index);
        const line = before.slice(before.lastIndexOf('\n') + 1);
        const quoted = ['"', "'"].some((quote) => line.split(quote).length % 2 === 0);
        if (language !== 'address' && (quoted || COMMENTS[language]?.test(line))) {
          problems.push(problemAt(ruleset, keys, `${match[0]} stands within quotes or a comment`));
        }
      }
    }
  }
  return problems;
}
