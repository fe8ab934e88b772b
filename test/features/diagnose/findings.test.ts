import { expect, it } from 'vitest';
import { createDiagnoser, type Finding } from '../../../src/core/diagnosis';
import { LogReader } from '../../../src/core/log/log-reader';
import { findingsAfterEdit, sayFound } from '../../../src/features/diagnose/findings';
import { printing } from '../../printing';

it('keeps the marks of findings before the place where the reader types', () => {
  const text = 'one, two';
  const at = (start: number, end: number): Finding => ({
    ruleId: 'a',
    signature: 0,
    certainty: 'exact',
    start,
    end,
    captures: [],
  });
  const [one, two] = [at(0, 3), at(5, 8)];
  expect(findingsAfterEdit([one, two], text, text)).toEqual([one, two]);
  expect(findingsAfterEdit([one, two], text, `${text}!`)).toEqual([one, two]);
  expect(findingsAfterEdit([one, two], text, 'one, or two')).toEqual([one]);
  expect(findingsAfterEdit([one, two], text, `!${text}`)).toEqual([]);
});

it.each([
  [['User Not Accepted'], '1 error recognised: Sign-in refused'],
  [['User Not Accepted', 'User Not Accepted'], '1 error, 2 times: Sign-in refused (2 times)'],
  [['User Not Accepted', 'Print queue list is empty.'], '1 error recognised: Sign-in refused'],
])('says how many different errors %j are, and how often', (lines, said) => {
  const reader = new LogReader(createDiagnoser(printing.rules), []);
  reader.begin('');
  reader.read(lines.join('\n'), true);
  expect(sayFound(reader.summary(), printing)).toBe(said);
});
