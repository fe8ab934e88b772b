import { type Part, parseSignature } from '../diagnosis/signature';
import type { Report } from './problem';
import type { Ruleset } from './schema';

/** How many combinations of a signature's alternatives are compared. */
const MAX_WORDINGS = 32;

/**
 * Takes a dataset and reports what is wrong with its signatures, in the file's order: a signature without a fixed word,
 * which nothing can find, and signatures of two rules with one wording, but for case, punctuation and the names of
 * values. What signatures find in whole texts is for the samples to show.
 */
export function checkSignatures({ rules }: Ruleset, report: Report): void {
  const seen = new Map<string, { rule: string; signature: string }>();
  for (const [r, { id, signatures }] of rules.entries()) {
    for (const [s, signature] of signatures.entries()) {
      const keys = ['rules', r, 'signatures', s];
      const wordings = wordingsOf(parseSignature(signature));
      if (!wordings.every((words) => words.some((word) => !word.includes(VALUE)))) report(keys, 'has no fixed word');
      const twin = wordings.map((words) => seen.get(words.join(''))).find((other) => other && other.rule !== id);
      if (twin) report(keys, `accepts the same text as rule "${twin.rule}" with "${twin.signature}"`);
      for (const words of wordings) seen.set(words.join(''), { rule: id, signature });
    }
  }
}

/** Stands for a value. No text has it. */
const VALUE = '\0';

/** The words of a signature with each of its alternatives, as readers' texts are compared. */
function wordingsOf(parts: readonly Part[]): string[][] {
  let texts = [''];
  for (const part of parts) {
    const pieces = part.kind === 'text' ? [part.text] : part.kind === 'value' ? [VALUE] : part.options;
    texts = texts.flatMap((text) => pieces.map((piece) => text + piece)).slice(0, MAX_WORDINGS);
  }
  return texts.map((text) => text.normalize('NFKC').toLowerCase()).map((text) => text.match(/[\p{L}\p{N}\0]+/gu) ?? []);
}
