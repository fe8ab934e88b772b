import type { Language } from '../snippet/quote';
import { type Problem, problemAt } from './problem';
import type { Ruleset } from './schema';
import { texts } from './texts';
import { PLACEHOLDER, valueNames } from './values';

/** The start of a comment that ends with its line. Addresses have neither comments nor quotes. */
const COMMENTS: Readonly<Record<Language, RegExp | null>> = {
  kusto: /\/\//,
  powershell: /#/,
  shell: /(?:^|\s)#/,
  address: null,
};

/**
 * Takes a dataset and returns the places where a value would not be what the author means: a {name} in a rule that none
 * of its signatures has, and a {name} in a snippet within quotes or a comment, which the value's own quotes or line breaks
 * would end. Linear in the dataset.
 */
export function findPlaceholderProblems(ruleset: Ruleset): Problem[] {
  const problems: Problem[] = [];
  for (const [r, { signatures, ...rule }] of ruleset.rules.entries()) {
    const names = valueNames({ signatures });
    for (const [text, keys] of texts(rule, ['rules', r])) {
      for (const [, name = ''] of text.matchAll(PLACEHOLDER)) {
        if (names.includes(name)) continue;
        problems.push(problemAt(ruleset, keys, `no message has a value "${name}"`));
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
