import * as v from 'valibot';
import { problemAt, RulesetError } from './problem';
import { findReferenceProblems } from './references';
import { type Ruleset, rulesetSchema } from './schema';

/**
 * Takes a parsed JSON value and returns it as a dataset, unknown fields left out and missing lists empty.
 * Throws a {@link RulesetError} that names every field of the wrong shape or, when all shapes are right, every
 * reference that leads nowhere.
 */
export function parseRuleset(json: unknown): Ruleset {
  const result = v.safeParse(rulesetSchema, json);
  if (!result.success) {
    throw new RulesetError(
      result.issues.map((issue) =>
        problemAt(json, issue.path?.map(({ key }) => key as string | number) ?? [], say(issue)),
      ),
    );
  }
  const problems = findReferenceProblems(result.output);
  if (problems.length > 0) throw new RulesetError(problems);
  return result.output;
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
