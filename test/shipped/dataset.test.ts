import { expect, it } from 'vitest';
import { warnings } from '../../scripts/warnings';
import { checkRuleset } from '../../src/core/ruleset/check';
import { isItsmc, pack, packFile } from './pack';

it('finds each error in its samples, leads every path of its questions to an outcome, and has nothing else wrong', () => {
  expect(checkRuleset(packFile.json).map((problem) => packFile.say(problem))).toEqual([]);
});

it.runIf(isItsmc)('proves each error with enough samples, and has had its sources checked', () => {
  expect(warnings(pack, '2026-11-27').map((problem) => packFile.say(problem))).toEqual([]);
});
