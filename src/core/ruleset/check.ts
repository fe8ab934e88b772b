import * as v from 'valibot';
import { reportShape } from './parse';
import { checkPlaceholders } from './placeholders';
import { collectProblems, type Keys, type Problem } from './problem';
import { checkQuestions } from './questions';
import { createRecogniser } from './recognise';
import { checkReferences } from './references';
import { checkSamples } from './samples';
import { rulesetSchema } from './schema';
import { checkSignatures } from './signatures';

/**
 * Takes a parsed JSON value and returns all problems that an author should know of, empty if there are none: shapes,
 * unknown fields and, once all shapes are right, references, {names} of values, questions, signatures,
 * samples and the example. Never throws on bad input.
 */
export function checkRuleset(json: unknown): Problem[] {
  const { success, output, issues } = v.safeParse(rulesetSchema, json);
  return collectProblems(json, (report) => {
    if (!success) reportShape(issues, report);
    for (const keys of unknownFields(json, output)) report(keys, 'is an unknown field');
    if (!success) return;
    checkReferences(output, report);
    checkPlaceholders(output, report);
    checkQuestions(output, report);
    checkSignatures(output, report);
    checkSamples(output, report);
    const { findings } = createRecogniser(output).diagnose(output.example);
    if (findings.length === 0) report(['example'], 'contains no known error');
  });
}

/** The fields of the file that the schema did not read: most likely misspelt. */
function unknownFields(written: unknown, read: unknown, keys: Keys = []): Keys[] {
  if (!(written instanceof Object) || !(read instanceof Object)) return [];
  return Object.entries(written).flatMap(([name, value]) => {
    const at = [...keys, Array.isArray(written) ? Number(name) : name];
    return Object.hasOwn(read, name) ? unknownFields(value, (read as Record<string, unknown>)[name], at) : [at];
  });
}
