import { readFileSync } from 'node:fs';
import { checkRuleset } from '../src/core/ruleset/check';
import { problemText } from '../src/core/ruleset/problem';

/* npm run check-dataset -- <file>…: prints what is wrong with each dataset, one problem a line; fails if there is any. */
const files = process.argv.slice(2);
if (files.length === 0) files.push('public/rulesets/itsmc.json');
for (const file of files) {
  let problems: string[];
  try {
    problems = checkRuleset(JSON.parse(readFileSync(file, 'utf8'))).map(problemText);
  } catch (error) {
    problems = [error instanceof Error ? error.message : String(error)];
  }
  for (const problem of problems) console.error(`${file}: ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`${file}: nothing is wrong`);
}
