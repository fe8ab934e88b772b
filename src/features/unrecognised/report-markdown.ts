import { version } from '../../../package.json';
import type { Diagnosis } from '../../core/diagnosis';
import { mask } from '../../core/masking/mask';
import { fence } from '../../core/ruleset/markdown';
import type { Ruleset } from '../../core/ruleset/schema';

/** Of a longer text, the beginning is reported. */
const MAX_TEXT = 4000;

/**
 * What whoever maintains the dataset needs to add an error: the text, masked if `hides`, what was tried, and versions.
 * `today` is a date such as 2026-04-24.
 */
export function reportMarkdown(
  text: string,
  diagnosis: Diagnosis,
  ruleset: Ruleset,
  hides: boolean,
  today: string,
): string {
  const shown = hides ? mask(text.slice(0, MAX_TEXT)) : text.slice(0, MAX_TEXT);
  const signatures = ruleset.rules.flatMap((rule) => rule.signatures).length;
  const nearest = diagnosis.suggestions.map(({ ruleId, score }) => `${ruleId} (${score.toFixed(2)})`);
  return [
    '## Not recognised',
    '',
    fence(shown),
    '',
    ...(text.length > MAX_TEXT ? [`(first ${MAX_TEXT} of ${text.length} characters)`, ''] : []),
    `- Tried: ${signatures} messages of ${ruleset.rules.length} known errors`,
    `- Nearest: ${nearest.join(', ') || 'none'}`,
    `- App ${version}, list of errors of ${ruleset.updated}, reported ${today}`,
    '',
  ].join('\n');
}
