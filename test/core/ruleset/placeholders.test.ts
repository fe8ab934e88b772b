import { describe, expect, it } from 'vitest';
import { checkPlaceholders } from '../../../src/core/ruleset/placeholders';
import { collectProblems, problemText } from '../../../src/core/ruleset/problem';
import type { Ruleset } from '../../../src/core/ruleset/schema';
import { printing } from '../../printing';

const [snippet] = printing.snippets;
if (!snippet) throw new Error('no snippet');

const check = (ruleset: Ruleset) =>
  collectProblems(ruleset, (report) => checkPlaceholders(ruleset, report)).map(problemText);
const problems = (change: Partial<typeof snippet>) => check({ ...printing, snippets: [{ ...snippet, ...change }] });

describe('the check of {names}', () => {
  it('has nothing to say of a dataset in order', () => {
    expect(check(printing)).toEqual([]);
  });

  it.each([
    'T | where a == "{name}"',
    "T | where a == '{name}'",
    'T // for {name}',
    'T | where a == "b" and c == "{name}" ',
  ])('names a value within quotes or a comment: %s', (code) => {
    expect(problems({ code, forms: [] })).toEqual(['snippets[0].code {name} is inside quotes or a comment']);
  });

  it('looks at the commands too', () => {
    expect(
      problems({
        forms: [{ title: 'Shell', language: 'shell', code: 'printdesk query -q "{query}"' }],
      }),
    ).toEqual(['snippets[0].forms[0].code {query} is inside quotes or a comment']);
  });

  it('names a value that no message of the rule has', () => {
    const [rule] = printing.rules;
    if (!rule) throw new Error('no rule');
    const causes = [{ id: 'x', text: 'The disk {diskName} is full.', shownBy: [] }];
    expect(check({ ...printing, rules: [{ ...rule, causes }] })).toEqual([
      'rules[0].causes[0].text (rule "unexpected-answer") no signature has a value "diskName"',
    ]);
  });
});
