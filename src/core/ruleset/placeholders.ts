import { type Report, texts } from './problem';
import type { Ruleset } from './schema';
import { PLACEHOLDER, valueNames } from './values';

/** By language, the start of a comment that ends with its line. */
const COMMENT = { kusto: /\/\//, powershell: /#/, shell: /(?:^|\s)#/ };

/**
 * Takes a dataset and reports the places where a value would not be what the author means: a {name} in a rule that none
 * of its signatures has; one in `shownBy`, which is compared as it is; and a {name} in a snippet within quotes or a
 * comment, which the value's own quotes or line breaks would end. Linear in the dataset.
 */
export function checkPlaceholders({ rules, snippets }: Ruleset, report: Report): void {
  for (const [r, { signatures, samples, ...rule }] of rules.entries()) {
    const names = valueNames({ signatures });
    for (const [text, keys] of texts(rule, ['rules', r])) {
      for (const [, name = ''] of text.matchAll(PLACEHOLDER)) {
        if (keys.includes('shownBy')) report(keys, `is compared as it is: {${name}} stands for no value here`);
        else if (!names.includes(name)) report(keys, `no signature has a value "${name}"`);
      }
    }
  }
  for (const [s, snippet] of snippets.entries()) {
    for (const [i, { code, language }] of [snippet, ...snippet.forms].entries()) {
      // An address has neither quotes nor comments.
      if (language === 'address') continue;
      for (const { 0: placeholder, index } of code.matchAll(PLACEHOLDER)) {
        const line = code.slice(code.lastIndexOf('\n', index) + 1, index);
        const isQuoted = ['"', "'"].some((quote) => line.split(quote).length % 2 === 0);
        if (!isQuoted && !COMMENT[language].test(line)) continue;
        const keys = ['snippets', s, ...(i > 0 ? ['forms', i - 1] : []), 'code'];
        report(keys, `${placeholder} is inside quotes or a comment`);
      }
    }
  }
}
