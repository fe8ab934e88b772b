import { createDiagnoser } from '../diagnosis';
import { type Part, parseSignature } from '../diagnosis/signature';
import type { Report } from './problem';
import type { Ruleset } from './schema';

/** How many combinations of a signature's alternatives are tried. */
const MAX_WORDINGS = 32;

/**
 * Takes a dataset and reports what is wrong with its signatures, in the file's order: a signature that does not find a
 * text written from it, and signatures of two rules that match the same text. They are compared by letters and digits
 * only, in any case, as readers' texts are. Quadratic in the signatures, so for tests and commands.
 */
export function checkSignatures({ rules }: Ruleset, report: Report): void {
  const diagnoser = createDiagnoser(rules);
  const seen: { rule: string; signature: string; patterns: Pattern[] }[] = [];
  for (const [r, rule] of rules.entries()) {
    for (const [s, signature] of rule.signatures.entries()) {
      const keys = ['rules', r, 'signatures', s];
      const wordings = expand(parseSignature(signature));
      for (const wording of wordings) {
        const text = sample(wording);
        const { findings } = diagnoser.diagnose(text);
        if (findings.length === 1 && findings[0]?.ruleId === rule.id) continue;
        const found = findings.map(({ ruleId }) => `"${ruleId}"`).join(', ') || 'nothing';
        report(keys, `does not find itself: "${text}" gives ${found}`);
        break;
      }
      const patterns = wordings.map(toPattern);
      const twin = seen.find(
        (other) => other.rule !== rule.id && other.patterns.some((a) => patterns.some((b) => meet(a, b))),
      );
      if (twin) report(keys, `accepts the same text as rule "${twin.rule}" with "${twin.signature}"`);
      seen.push({ rule: rule.id, signature, patterns });
    }
  }
}

/** A signature with one of each of its alternatives chosen. */
type Wording = Exclude<Part, { kind: 'alternatives' }>[];

function expand(parts: readonly Part[]): Wording[] {
  let wordings: Wording[] = [[]];
  for (const part of parts) {
    const choices: Wording =
      part.kind === 'alternatives' ? part.options.map((text) => ({ kind: 'text', text })) : [part];
    wordings = wordings.flatMap((wording) => choices.map((choice) => [...wording, choice])).slice(0, MAX_WORDINGS);
  }
  return wordings;
}

/** A text that the wording matches, with values that share no words with any signature. */
function sample(wording: Wording): string {
  return wording.map((part, i) => (part.kind === 'text' ? part.text : `zq${i}x${part.name.length}`)).join('');
}

/** A wording as single characters and wildcards. */
type Pattern = readonly (string | typeof ANY | typeof RUN)[];
const ANY = Symbol('any one character');
const RUN = Symbol('any characters, or none');

function toPattern(wording: Wording): Pattern {
  return wording.flatMap<Pattern[number]>((part) => {
    if (part.kind !== 'text') return [ANY, RUN];
    return [...part.text.normalize('NFKC').toLowerCase()].filter((character) => /[\p{L}\p{N}]/u.test(character));
  });
}

/**
 * Whether some text matches both patterns. Searches the pairs of positions that a common beginning can lead to, like the
 * product of two automata, so it takes time and space of the product of their lengths at most, and hardly any for two
 * patterns that start differently.
 */
function meet(a: Pattern, b: Pattern): boolean {
  const width = b.length + 1;
  const visited = new Set([0]);
  // A set that grows while it is iterated is a queue.
  for (const position of visited) {
    const i = Math.floor(position / width);
    const j = position % width;
    const [x, y] = [a[i], b[j]];
    if (x === undefined && y === undefined) return true;
    if (x === RUN) visited.add(position + width);
    if (y === RUN) visited.add(position + 1);
    if (x === undefined || y === undefined) continue;
    if (typeof x === 'string' && typeof y === 'string' && x !== y) continue;
    visited.add((x === RUN ? i : i + 1) * width + (y === RUN ? j : j + 1));
  }
  return false;
}
