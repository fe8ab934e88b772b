import { readRulesFile, rulesFile } from '../../scripts/rules-file';
import { parseRuleset } from '../../src/core/ruleset/parse';

/** The dataset that RULES names, or else the one in public/rulesets: as its file has it. */
export const packFile = readRulesFile(rulesFile());

/** The same as the app reads it. */
export const pack = parseRuleset(packFile.json);

/** Whether it is the one that came with this app. What only that one has to be is skipped for any other. */
export const isItsmc = pack.product.name === 'ITSMC troubleshooter';
