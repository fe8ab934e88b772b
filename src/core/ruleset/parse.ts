import * as v from 'valibot';
import { collectProblems, problemText, type Report } from './problem';
import { parseAllProse } from './prose';
import { rememberProse } from './prose-nodes';
import { checkReferences } from './references';
import { type Ruleset, rulesetSchema } from './schema';

/**
 * Takes a parsed JSON value and returns it as a dataset, without unknown fields and with empty lists for missing ones.
 * From then on its prose can be shown. Throws an error that names, a line each, every field of the wrong shape or, if all
 * shapes are right, every reference to nothing.
 */
export function parseRuleset(json: unknown): Ruleset {
  const { success, output, issues } = v.safeParse(rulesetSchema, json);
  const problems = collectProblems(json, (report) =>
    success ? checkReferences(output, report) : reportShape(issues, report),
  );
  if (!success || problems.length > 0) throw new Error(problems.map(problemText).join('\n'));
  rememberProse(parseAllProse(output));
  return output;
}

/** Takes what Valibot says is wrong with a value, and reports it. */
export function reportShape(issues: readonly v.BaseIssue<unknown>[], report: Report): void {
  for (const issue of issues) report(issue.path?.map(({ key }) => key as string | number) ?? [], say(issue));
}

const kinds: Record<string, string> = { string: 'text', Array: 'a list', Object: 'an object' };

function say({ kind, type, received, expected, message }: v.BaseIssue<unknown>): string {
  if (type === 'min_length') return 'must have at least one entry';
  if (received === 'undefined') return 'is missing';
  const found = received.length > 80 ? `${received.slice(0, 80)}…` : received;
  if (kind !== 'schema') return `${message}, but is ${found}`;
  return `must be ${kinds[expected ?? ''] ?? expected}, but is ${kinds[found] ?? found}`;
}
