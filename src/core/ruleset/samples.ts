import type { Keys, Report } from './problem';
import { createRecogniser } from './recognise';
import type { Ruleset } from './schema';

/**
 * Takes a dataset and reports the samples that do not prove what they are for, in the file's order: texts in which not
 * their own rule is found, or another too, or other values; and texts in which it is found although it must not be.
 */
export function checkSamples(ruleset: Ruleset, report: Report): void {
  const { diagnose } = createRecogniser(ruleset);
  const anyone = createRecogniser({ ...ruleset, rules: ruleset.rules.map((rule) => ({ ...rule, unless: [] })) });
  for (const [r, { id, samples }] of ruleset.rules.entries()) {
    for (const [i, { text, values }] of samples?.found.entries() ?? []) {
      const at: Keys = ['rules', r, 'samples', 'found', i];
      const { findings } = diagnose(text);
      const ids = [...new Set(findings.map(({ ruleId }) => ruleId))];
      const captured = Object.fromEntries(findings[0]?.captures.map(({ name, value }) => [name, value]) ?? []);
      const isHidden = ids.length === 0 && anyone.diagnose(text).findings.length > 0;
      const found = isHidden ? 'nothing because of `unless`' : list(ids);
      if (ids.join() !== id) report(at, `must find "${id}", but finds ${found}: ${excerpt(text)}`);
      else if (values && sorted(values) !== sorted(captured)) {
        report([...at, 'values'], `must be ${sorted(captured)}, as found in ${excerpt(text)}`);
      }
    }
    for (const [i, text] of samples?.notFound.entries() ?? []) {
      const isFound = diagnose(text).findings.some(({ ruleId }) => ruleId === id);
      if (isFound) report(['rules', r, 'samples', 'notFound', i], `must not find "${id}", but does: ${excerpt(text)}`);
    }
  }
}

const list = (ids: readonly string[]): string => ids.map((id) => `"${id}"`).join(', ') || 'nothing';
const sorted = (values: Record<string, string>): string => JSON.stringify(values, Object.keys(values).sort());
const excerpt = (text: string): string => JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);
