import { expect, it } from 'vitest';
import type { Finding } from '../../../src/core/diagnosis';
import { findingsAfterEdit, groupFindings, sayFound } from '../../../src/features/diagnose/findings';
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
  [['authentication'], '1 error recognised: Authentication'],
  [['authentication', 'authentication'], '1 error, 2 places: Authentication (2 times)'],
  [['authentication', 'missing-connector'], '2 errors recognised: Authentication, Missing connector'],
  [
    ['authentication', 'missing-connector', 'authentication'],
    '2 different errors, 3 places: Authentication (2 times), Missing connector',
  ],
])('says how many different errors %j are, and in how many places', (ids, said) => {
  const findings = ids.map((ruleId, i): Finding => {
    return { ruleId, signature: 0, certainty: 'exact', start: i, end: i + 1, captures: [] };
  });
  expect(sayFound(groupFindings(findings, itsmc))).toBe(said);
});
