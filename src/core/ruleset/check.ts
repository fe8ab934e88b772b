import * as v from 'valibot';
import { createDiagnoser } from '../diagnosis';
import { parseRuleset } from './parse';
import { findPlaceholderProblems } from './placeholders';
import { type Problem, problemAt, RulesetError } from './problem';
import { findQuestionProblems } from './questions';
import { rulesetSchema } from './schema';
import { findSignatureProblems } from './signatures';

/**
 * Takes a parsed JSON value and returns everything that keeps it from being an honest dataset, empty when
 * nothing does: shapes and references ({@link parseRuleset}), fields that the schema does not know and, once all
 * shapes are right, {names} of values, questions, signatures, and an example that shows nothing. Never throws on bad input.
 */
export function checkRuleset(json: unknown): Problem[] {
  const read = v.safeParse(rulesetSchema, json);
  const problems = [...findParseProblems(json), ...findUnknownFields(json, read.output, json, [])];
  if (!read.success) return problems;
  const ruleset = read.output;
  problems.push(
    ...findPlaceholderProblems(ruleset),
    ...findQuestionProblems(ruleset),
    ...findSignatureProblems(ruleset),
  );
  if (createDiagnoser(ruleset.rules).diagnose(ruleset.example).findings.length === 0) {
    problems.push(problemAt(json, ['example'], 'holds no known error'));
  }
  return problems;
}

function findParseProblems(json: unknown): readonly Problem[] {
  try {
    parseRuleset(json);
    return [];
  } catch (error) {
    if (error instanceof RulesetError) return error.problems;
    throw error;
  }
}

/** Fields that stand in the file but not in what was read from it: misspelt, most likely. */
function* findUnknownFields(
  written: unknown,
  read: unknown,
  dataset: unknown,
  keys: (string | number)[],
): Generator<Problem> {
  if (typeof written !== 'object' || written === null) return;
  if (typeof read !== 'object' || read === null) return;
  for (const [name, value] of Object.entries(written)) {
    const key = Array.isArray(written) ? Number(name) : name;
    const at = [...keys, key];
    if (!Object.hasOwn(read, name)) {
      yield problemAt(dataset, at, 'is not a field that a dataset has');
    } else {
      yield* findUnknownFields(value, (read as Record<string, unknown>)[name], dataset, at);
    }
  }
}
