import { readFileSync } from 'node:fs';
import { type Problem, problemText } from '../src/core/ruleset/problem';
import { JsonError, linesOf } from './json-lines';

/** Takes the file that a command was given; without one, it is that of the environment's RULES, or else the shipped one. */
export function rulesFile(given: string | undefined): string {
  return given ?? (process.env.RULES || 'public/rulesets/itsmc.json');
}

/** What a file of rules says, not checked yet. */
export interface RulesFile {
  json: unknown;
  /** Where the field with this path begins, or what surrounds it if it is missing. */
  lineOf(path: string): number;
  /** A problem as one line, which terminals and editors link to its place. */
  say(problem: Problem, kind?: string): string;
}

/** Takes the name of a file of rules and reads it. Throws an error that names the file, and the line if it is no JSON. */
export function readRulesFile(file: string): RulesFile {
  try {
    const text = decode(readFileSync(file));
    const lines = linesOf(text);
    const around = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('.'), path.lastIndexOf('[')));
    const lineOf = (path: string): number => lines.get(path) ?? lineOf(around(path));
    const say = (problem: Problem, kind = '') => `${file}:${lineOf(problem.path)}: ${kind}${problemText(problem)}`;
    return { json: JSON.parse(text), lineOf, say };
  } catch (error) {
    const line = error instanceof JsonError ? `${error.line}:` : '';
    throw new Error(`${file}:${line} ${sayError(error)}`);
  }
}

function decode(bytes: Buffer): string {
  const mark = bytes.toString('latin1', 0, 3);
  if (/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/.test(mark)) {
    throw new JsonError(
      1,
      'begins with a byte order mark: save it as UTF-8 without one ("UTF-8", not "UTF-8 with BOM")',
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error('is not UTF-8: save it as UTF-8');
  }
}

/** Takes what was thrown where a file was read; returns it as the end of a sentence that begins with the file's name. */
export function sayError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'is a folder';
  return message;
}
