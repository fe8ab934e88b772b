import { expect, it } from 'vitest';
import type { Finding } from '../../../src/core/diagnosis';
import { findingsAfterEdit } from '../../../src/features/diagnose/findings';

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
