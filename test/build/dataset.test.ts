import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withoutSamples } from '../../build/dataset';
import { parseRuleset } from '../../src/core/ruleset/parse';
import { printing } from '../printing';

it('leaves the samples out of what readers load, and nothing else', () => {
  const published = parseRuleset(JSON.parse(withoutSamples(readFileSync('test/fixtures/printing.json', 'utf8'))));
  expect(published).toEqual({ ...printing, rules: printing.rules.map(({ samples, ...rule }) => rule) });
  expect(JSON.stringify(published)).not.toContain('"samples"');
});
