import { describe, expect, it } from 'vitest';
import { checkRuleset } from '../../../src/core/ruleset/check';
import { problemText } from '../../../src/core/ruleset/problem';

type Option = { id: string; label: string; next?: string; outcomes?: object[] };
const rule = (id: string) => ({
  id,
  title: id,
  signatures: [`${id} has gone wrong in the night`],
  seenIn: [],
  causes: [
    { id: 'disk', text: 'The disk is full.' },
    { id: 'power', text: 'The power was off.' },
  ],
  resolutions: [{ title: 'Mend it', steps: [{ text: 'Mend it.' }] }],
  source: { page: 'manual' },
});
const to = (id: string, ...outcomes: string[]): Option => ({
  id,
  label: id,
  outcomes: outcomes.map((outcome) => {
    const [ruleId, cause] = outcome.split('/');
    return { rule: ruleId, ...(cause && { cause }) };
  }),
});
const on = (id: string, next: string): Option => ({ id, label: id, next });
const question = (id: string, ...options: Option[]) => ({ id, text: `${id}?`, options });

/** The problems of a dataset with these questions, a line each. */
function problems(...questions: object[]): string[] {
  return checkRuleset({
    name: 'Jobs',
    updated: '2026-01-31',
    example: 'backup has gone wrong in the night',
    sources: [{ id: 'manual', title: 'Manual', url: 'https://example.com/', date: '2026-01-30' }],
    rules: [rule('backup'), rule('restore')],
    questions,
  }).map(problemText);
}
const fork = (id: string) => question(id, to('a', 'backup'), to('b', 'restore'));

describe('the check of questions', () => {
  it('has nothing to say of questions in order, or of none', () => {
    expect(problems()).toEqual([]);
    expect(problems(question('first', on('a', 'last'), to('b', 'restore')), fork('last'))).toEqual([]);
  });

  it.each<[string, object[], string]>([
    [
      'an option that leads nowhere',
      [question('q', to('a'), to('b', 'backup'), to('c', 'restore'))],
      'questions[0].options[0] leads nowhere',
    ],
    [
      'an option with more outcomes than help',
      [question('q', to('a', 'backup', 'backup/disk', 'backup/power', 'restore', 'restore/disk'), to('b', 'restore'))],
      'questions[0].options[0] must have at most 4 outcomes',
    ],
    [
      'an option that leads to no question',
      [question('q', on('a', 'nirvana'), to('b', 'backup'), to('c', 'restore'))],
      'questions[0].options[0].next there is no question "nirvana"',
    ],
    [
      'an option that leads both ways',
      [
        question('q', { ...to('a', 'backup'), next: 'r' }, to('b', 'restore')),
        question('r', to('a', 'backup/disk'), to('b', 'restore/disk')),
      ],
      'questions[0].options[0] leads both to a question and to outcomes',
    ],
    [
      'an outcome that is no rule',
      [question('q', to('a', 'backup'), to('b', 'restore'), to('c', 'copy'))],
      'questions[0].options[2].outcomes[0].rule there is no rule "copy"',
    ],
    [
      'an outcome that is none of the rule’s causes',
      [question('q', to('a', 'backup'), to('b', 'restore/moon'))],
      'questions[0].options[1].outcomes[0].cause there is no cause "moon"',
    ],
    [
      'a circle',
      [question('q', on('a', 'r'), to('b', 'backup')), question('r', on('a', 'q'), to('b', 'restore'))],
      'questions[1].options[0].next leads back to "q": a circle',
    ],
    [
      'a question that leads to itself',
      [question('q', on('a', 'q'), to('b', 'backup'), to('c', 'restore'))],
      'questions[0].options[0].next leads back to "q": a circle',
    ],
    [
      'a question that can’t be reached',
      [fork('q'), question('r', to('a', 'backup/disk'), to('b', 'restore/disk'))],
      'questions[1] can’t be reached from the first question',
    ],
    [
      'a rule that can’t be reached',
      [question('q', to('a', 'backup/disk'), to('b', 'backup/power'))],
      'rules[1] (rule "restore") can’t be reached from the first question',
    ],
    [
      'a question with one option',
      [question('q', to('a', 'backup', 'restore'))],
      'questions[0].options must be 2 to 6, but are 1',
    ],
    ['a question without options', [question('q')], 'questions[0].options must be 2 to 6, but are 0'],
    [
      'a question with seven options',
      [question('q', ...'abcdefg'.split('').map((id) => to(id, 'backup', `restore/${id}`)))],
      'questions[0].options must be 2 to 6, but are 7',
    ],
    [
      'an option id that repeats',
      [question('q', to('a', 'backup'), to('a', 'restore'))],
      'questions[0].options[1].id "a" is already taken',
    ],
    ['a question id that repeats', [fork('q'), fork('q')], 'questions[1].id "q" is already taken'],
    [
      'two options with the same outcomes in another order',
      [question('q', to('a', 'backup', 'restore'), to('b', 'restore', 'backup'))],
      'questions[0].options[1] leads to the same outcomes as "a"',
    ],
    [
      'two options with the same outcomes by different ways',
      [question('q', on('a', 'r'), to('b', 'restore', 'backup')), fork('r')],
      'questions[0].options[1] leads to the same outcomes as "a"',
    ],
    [
      'a first answer with the map’s address',
      [question('q', to('map', 'backup'), to('b', 'restore'))],
      'questions[0].options[0].id "map" is the map’s address',
    ],
  ])('names the place of %s', (_, questions, problem) => {
    expect(problems(...questions)).toContain(problem);
  });

  it('names the sixth question of a path, by its longest way', () => {
    const chain = [1, 2, 3, 4, 5].map((n) =>
      question(`q${n}`, on('on', `q${n + 1}`), to('end', `backup/${n % 2 ? 'disk' : 'power'}`)),
    );
    expect(problems(...chain.slice(1), fork('q6'))).toEqual([]);
    expect(problems(...chain, fork('q6'))).toEqual(['questions[5] is question 6 of a path; a path has at most 5']);
    // A short cut to it does not make it shorter.
    const [first, ...rest] = chain;
    const shortcut = { ...first, options: [...(first?.options ?? []), on('short', 'q6')] };
    expect(problems(shortcut, ...rest, fork('q6'))).toContain(
      'questions[5] is question 6 of a path; a path has at most 5',
    );
  });

  it('takes a thousand questions in a chain, and circles among them', () => {
    const chain = Array.from({ length: 1000 }, (_, n) =>
      question(`q${n}`, on('on', `q${(n + 1) % 1000}`), to('end', 'backup')),
    );
    expect(problems(...chain)).toContain('questions[999].options[0].next leads back to "q0": a circle');
  });
});
