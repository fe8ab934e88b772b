import { type Problem, problemText } from '../src/core/ruleset/problem.ts';
import { readJsonFile } from './json-file.ts';

/** The dataset that comes with the app. */
export const SHIPPED = 'public/rulesets/itsmc.json';

/** Takes the file that a command was given; without one, it is that of the environment's RULES, or else the shipped one. */
export function rulesFile(given?: string): string {
  return given ?? (process.env.RULES || SHIPPED);
}

/** What a file of rules says, not checked yet. */
export interface RulesFile {
  json: unknown;
  /** Where the field with this path begins, or what surrounds it if it is missing. */
  lineOf(path: string): number;
  /** A problem as one line, which terminals and editors link to its place. */
  say(problem: Problem, kind?: string): string;
}

/** Takes the name of a file of rules and reads it. Throws an error that says in which line it is no JSON, and why. */
export function readRulesFile(file: string): RulesFile {
  const { json, lines } = readJsonFile(file);
  const around = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('.'), path.lastIndexOf('[')));
  const lineOf = (path: string): number => lines.get(path) ?? lineOf(around(path));
  const say = (problem: Problem, kind = '') => `${file}:${lineOf(problem.path)}: ${kind}${problemText(problem)}`;
  return { json, lineOf, say };
}
