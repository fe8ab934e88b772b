import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withoutSamples } from '../../build/dataset';
import { parseRuleset } from '../../src/core/ruleset/parse';
import { itsmc } from '../itsmc';

it('leaves the samples out of what readers load, and nothing else', () => {
  const published = parseRuleset(JSON.parse(withoutSamples(readFileSync('public/rulesets/itsmc.json', 'utf8'))));
  expect(published).toEqual({ ...itsmc, rules: itsmc.rules.map(({ samples, ...rule }) => rule) });
  expect(JSON.stringify(published)).not.toContain('"samples"');
});
