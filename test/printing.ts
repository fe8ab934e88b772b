import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRuleset } from '../src/core/ruleset/parse';

/** The dataset that tests use, as the app reads it: it has each structure that a dataset can have. */
export const printing = parseRuleset(
  JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/printing.json'), 'utf8')),
);
