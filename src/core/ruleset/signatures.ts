import { createDiagnoser } from '../diagnosis';
import { type Part, parseSignature } from '../diagnosis/signature';
import type { Report } from './problem';
import type { Ruleset } from './schema';

/** How many combinations of a signature's alternatives are tried. */
const MAX_WORDINGS = 32;

/**
 * Takes a dataset and reports what is wrong with its signatures, in the file's order: a signature that does not find a
 * text written from it, and signatures of two rules with one wording, but for case, punctuation and the names of values.
 */
export function checkSignatures({ rules }: Ruleset, report: Report): void {
  const diagnoser = createDiagnoser(rules);
  const seen = new Map<string, { rule: string; signature: string }>();
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
      const own = { rule: rule.id, signature };
      const twin = wordings
        .map((wording) => seen.get(bareText(wording)))
        .find((other) => other && other.rule !== rule.id);
      if (twin) report(keys, `accepts the same text as rule "${twin.rule}" with "${twin.signature}"`);
      for (const wording of wordings) seen.set(bareText(wording), own);
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

/** A wording as readers' texts are compared: its letters and digits, with a mark for each value. */
function bareText(wording: Wording): string {
  const pieces = wording.map((part) => (part.kind === 'text' ? part.text.replace(/[^\p{L}\p{N}]/gu, '') : '*'));
  return pieces.join('').normalize('NFKC').toLowerCase();
}
