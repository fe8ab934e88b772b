import * as v from 'valibot';
import { createDiagnoser } from '../diagnosis';
import { shapeProblems } from './parse';
import { findPlaceholderProblems } from './placeholders';
import { type Problem, problemAt } from './problem';
import { findQuestionProblems } from './questions';
import { findReferenceProblems } from './references';
import { rulesetSchema } from './schema';
import { findSignatureProblems } from './signatures';

/**
 * Takes a parsed JSON value and returns all problems that an author should know of, empty if there are none: shapes and
 * references ({@link parseRuleset}), unknown fields and, once all shapes are right, {names} of values, questions,
 * signatures and the example. Never throws on bad input. Quadratic in the signatures, so for tests and commands.
 */
export function checkRuleset(json: unknown): Problem[] {
  const read = v.safeParse(rulesetSchema, json);
  const unknown = findUnknownFields(json, read.output, json, []);
  if (!read.success) return [...shapeProblems(json, read.issues), ...unknown];
  const ruleset = read.output;
  const { findings } = createDiagnoser(ruleset.rules).diagnose(ruleset.example);
  return [
    ...findReferenceProblems(ruleset),
    ...unknown,
    ...findPlaceholderProblems(ruleset),
    ...findQuestionProblems(ruleset),
    ...findSignatureProblems(ruleset),
    ...(findings.length === 0 ? [problemAt(json, ['example'], 'holds no known error')] : []),
  ];
}

/** Fields of the file that the schema did not read: misspelt, most likely. */
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
