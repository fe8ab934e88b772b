import { createDiagnoser } from '../diagnosis';
import { type Part, parseSignature } from '../diagnosis/signature';
import { type Problem, problemAt } from './problem';
import type { Ruleset } from './schema';

/** Of a signature with very many combinations of alternatives, enough are tried to find a mistake. */
const MAX_WORDINGS = 32;

/**
 * Takes a dataset and returns what is wrong with its signatures, in the file's order: a text written from a
 * signature that is not found as that rule, and two rules with signatures that accept the same text, compared as
 * readers' pastes are: letters and digits only, whatever their case. Empty when all is well. Quadratic in the
 * signatures, so for tests rather than for a page.
 */
export function findSignatureProblems(ruleset: Ruleset): Problem[] {
  const problems: Problem[] = [];
  const diagnoser = createDiagnoser(ruleset.rules);
  const seen: { rule: string; signature: string; patterns: Pattern[] }[] = [];

  for (const [r, rule] of ruleset.rules.entries()) {
    const siblings = seen.length;
    for (const [s, signature] of rule.signatures.entries()) {
      const report = (message: string) => {
        problems.push(problemAt(ruleset, ['rules', r, 'signatures', s], message));
      };
      const wordings = expand(parseSignature(signature));
      for (const wording of wordings) {
        const text = sample(wording);
        const { findings } = diagnoser.diagnose(text);
        if (findings.length === 1 && findings[0]?.ruleId === rule.id) continue;
        const found = findings.map(({ ruleId }) => `"${ruleId}"`).join(', ') || 'nothing';
        report(`does not find itself: "${text}" gives ${found}`);
        break;
      }
      const patterns = wordings.map(toPattern);
      const twin = seen
        .slice(0, siblings)
        .find((other) => other.patterns.some((a) => patterns.some((b) => meet(a, b))));
      if (twin) report(`accepts the same text as rule "${twin.rule}" with "${twin.signature}"`);
      seen.push({ rule: rule.id, signature, patterns });
    }
  }
  return problems;
}

/** A signature with one of each of its alternatives chosen. */
type Wording = Exclude<Part, { kind: 'alternatives' }>[];

function expand(parts: readonly Part[]): Wording[] {
  let wordings: Wording[] = [[]];
  for (const part of parts) {
    const choices: Wording =
      part.kind === 'alternatives' ? part.options.map((text) => ({ kind: 'text', text })) : [part];
    wordings = wordings
      .flatMap((wording) => choices.map((choice) => [...wording, choice]))
      .slice(0, MAX_WORDINGS);
  }
  return wordings;
}

/** A text that the wording stands for, with values that no signature has words of. */
function sample(wording: Wording): string {
  return wording
    .map((part, i) => (part.kind === 'text' ? part.text : `zq${i}x${part.name.length}`))
    .join('');
}

/** Single characters, each itself or any, and runs of any characters. */
type Pattern = readonly (string | typeof ANY | typeof RUN)[];
const ANY = Symbol('any one character');
const RUN = Symbol('any characters, or none');

function toPattern(wording: Wording): Pattern {
  return wording.flatMap<Pattern[number]>((part) =>
    part.kind === 'text' ? [...letters(part.text)] : [ANY, RUN],
  );
}

function letters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Whether some text matches both patterns: the product of the two as automata, searched from its start for its
 * end. Takes time and space of the product of their lengths at the most; two that differ at once are done at once.
 */
function meet(a: Pattern, b: Pattern): boolean {
  const width = b.length + 1;
  const visited = new Set([0]);
  const open = [0];
  const go = (i: number, j: number) => {
    const state = i * width + j;
    if (visited.has(state)) return;
    visited.add(state);
    open.push(state);
  };
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    const i = Math.floor(state / width);
    const j = state % width;
    if (i === a.length && j === b.length) return true;
    const [x, y] = [a[i], b[j]];
    if (x === RUN) go(i + 1, j);
    if (y === RUN) go(i, j + 1);
    if (x === undefined || y === undefined) continue;
    if (typeof x === 'string' && typeof y === 'string' && x !== y) continue;
    go(x === RUN ? i : i + 1, y === RUN ? j : j + 1);
  }
  return false;
}
