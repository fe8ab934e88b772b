import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRuleset } from '../src/core/ruleset/parse';

/** The dataset that we ship, as the app reads it. */
export const itsmc = parseRuleset(
  JSON.parse(readFileSync(join(import.meta.dirname, '../public/rulesets/itsmc.json'), 'utf8')),
);
