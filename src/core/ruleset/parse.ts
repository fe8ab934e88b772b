import * as v from 'valibot';
import { type Problem, problemAt, RulesetError } from './problem';
import { findReferenceProblems } from './references';
import { type Ruleset, rulesetSchema } from './schema';

/**
 * Takes a parsed JSON value and returns it as a dataset, without unknown fields and with empty lists for missing ones.
 * Throws a {@link RulesetError} that names every field of the wrong shape or, if all shapes are right, every reference
 * to nothing.
 */
export function parseRuleset(json: unknown): Ruleset {
  const result = v.safeParse(rulesetSchema, json);
  const problems = result.success ? findReferenceProblems(result.output) : shapeProblems(json, result.issues);
  if (!result.success || problems.length > 0) throw new RulesetError(problems);
  return result.output;
}

/** Takes a parsed JSON value and what Valibot says is wrong with it; returns that as problems. */
export function shapeProblems(json: unknown, issues: readonly v.BaseIssue<unknown>[]): Problem[] {
  return issues.map((issue) => problemAt(json, issue.path?.map(({ key }) => key as string | number) ?? [], say(issue)));
}

const kinds: Record<string, string> = { string: 'text', Array: 'a list', Object: 'an object' };

function say({ kind, type, received, expected, message }: v.BaseIssue<unknown>): string {
  if (type === 'min_length') return 'must have at least one entry';
  if (received === 'undefined') return 'is missing';
  const found = received.length > 80 ? `${received.slice(0, 80)}…` : received;
  if (kind === 'schema') {
    return `must be ${kinds[expected ?? ''] ?? expected}, but is ${kinds[found] ?? found}`;
  }
  return `${message}, but is ${found}`;
}
