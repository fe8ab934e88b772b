import { version } from '../../../package.json';
import type { Diagnosis } from '../../core/diagnosis';
import { draftRule } from '../../core/draft/draft-rule';
import { mask } from '../../core/masking/mask';
import { fence } from '../../core/ruleset/markdown';
import type { Ruleset } from '../../core/ruleset/schema';

/** Of a longer text the beginning is reported. */
const MOST_OF_TEXT = 4000;

/**
 * What whoever maintains the list of errors needs to add one: the text, what was tried, versions, and a rule to start
 * from. `today` is a date such as 2026-04-24.
 */
export function reportMarkdown(
  text: string,
  diagnosis: Diagnosis,
  ruleset: Ruleset,
  hides: boolean,
  today: string,
): string {
  const shown = hides ? mask(text.slice(0, MOST_OF_TEXT)) : text.slice(0, MOST_OF_TEXT);
  const signatures = ruleset.rules.flatMap((rule) => rule.signatures).length;
  const nearest = diagnosis.suggestions.map(
    ({ ruleId, score }) => `${ruleId} (${score.toFixed(2)})`,
  );
  const rule = draftRule(shown, ruleset.sources[0]?.id ?? '');
  return [
    '## Not recognised',
    '',
    fence(shown),
    '',
    ...(text.length > MOST_OF_TEXT
      ? [`(the first ${MOST_OF_TEXT} of ${text.length} characters)`, '']
      : []),
    `- Tried: ${signatures} messages of ${ruleset.rules.length} known errors`,
    `- Nearest: ${nearest.join(', ') || 'none'}`,
    `- App ${version}, list of errors of ${ruleset.updated}, reported ${today}`,
    ...(rule
      ? ['', 'A rule to start from:', '', fence(JSON.stringify(rule, null, 2), 'json')]
      : []),
    '',
  ].join('\n');
}
