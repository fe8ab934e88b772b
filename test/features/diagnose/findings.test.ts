import { expect, it } from 'vitest';
import { createDiagnoser, type Finding } from '../../../src/core/diagnosis';
import { LogReader } from '../../../src/core/log/log-reader';
import { findingsAfterEdit, sayFound } from '../../../src/features/diagnose/findings';
import { itsmc } from '../../itsmc';

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
  [['User Not Authenticated'], '1 error recognised: Authentication'],
  [['User Not Authenticated', 'User Not Authenticated'], '1 error, 2 times: Authentication (2 times)'],
  [['User Not Authenticated', 'ITSM Connector list is empty.'], '1 error recognised: Authentication'],
])('says how many different errors %j are, and how often', (lines, said) => {
  const reader = new LogReader(createDiagnoser(itsmc.rules), []);
  reader.begin('');
  reader.read(lines.join('\n'), true);
  expect(sayFound(reader.summary(), itsmc)).toBe(said);
});
