import { readFileSync } from 'node:fs';
import { checkRuleset } from '../src/core/ruleset/check';
import { parseRuleset } from '../src/core/ruleset/parse';
import { problemText } from '../src/core/ruleset/problem';
import { warnings } from './warnings';

/*
 * npm run check-dataset -- <file>…: prints what is wrong with each dataset, one problem a line; fails if there is any.
 * Of one with which nothing is wrong, it prints what to look at.
 */
const files = process.argv.slice(2);
if (files.length === 0) files.push('public/rulesets/itsmc.json');
const today = new Date().toISOString().slice(0, 10);
for (const file of files) {
  let problems: string[];
  try {
    const json = JSON.parse(readFileSync(file, 'utf8'));
    problems = checkRuleset(json).map(problemText);
    if (problems.length === 0) {
      for (const problem of warnings(parseRuleset(json), today))
        console.warn(`${file}: warning: ${problemText(problem)}`);
    }
  } catch (error) {
    problems = [error instanceof Error ? error.message : String(error)];
  }
  for (const problem of problems) console.error(`${file}: ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`${file}: nothing is wrong`);
}
