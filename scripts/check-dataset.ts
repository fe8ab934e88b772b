import * as v from 'valibot';
import { checkRuleset } from '../src/core/ruleset/check';
import { rulesetSchema } from '../src/core/ruleset/schema';
import { packReport } from './pack-report';
import { readRulesFile, rulesFile } from './rules-file';
import { warnings } from './warnings';

/*
 * npm run check-dataset -- <file>…: shows what each dataset holds, then what is wrong with it, one problem a line; fails if
 * there is any. Of one with which nothing is wrong, it says what to look at.
 */
const files = process.argv.slice(2);
const today = new Date().toISOString().slice(0, 10);
for (const file of files.length > 0 ? files : [rulesFile(undefined)]) {
  try {
    if (!check(file)) process.exitCode = 1;
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

/** Whether nothing is wrong with a file. */
function check(file: string): boolean {
  const { json, lineOf, say } = readRulesFile(file);
  const problems = checkRuleset(json);
  const { success, output } = v.safeParse(rulesetSchema, json);
  if (success) {
    for (const line of packReport(
      output,
      problems.map(({ path }) => path),
      lineOf,
    ))
      console.log(line);
  }
  for (const problem of problems) console.error(say(problem));
  if (!success)
    console.error(`${file}: references, questions, signatures and samples are checked once these are right`);
  if (problems.length > 0 || !success) return false;
  for (const problem of warnings(output, today)) console.warn(say(problem, 'warning: '));
  console.log(`${file}: nothing is wrong`);
  return true;
}
