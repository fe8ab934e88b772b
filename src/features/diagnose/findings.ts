import type { Finding } from '../../core/diagnosis';
import type { LogSummary } from '../../core/log/summary';
import type { Ruleset } from '../../core/ruleset/schema';
import { LARGE_TEXT, sayCount } from './text-size';

/** Those of a text's findings that a newer text begins with too, so that their marks stay while the reader types on. */
export function findingsAfterEdit(findings: readonly Finding[], before: string, after: string): readonly Finding[] {
  if (before === after) return findings;
  if (before.length > LARGE_TEXT) return [];
  let same = 0;
  while (same < before.length && before[same] === after[same]) same++;
  return findings.filter(({ end }) => end <= same);
}

/** One line that says what was found, for screen readers and for phones, where the result is out of sight. */
export function sayFound({ errors, rows, ...summary }: LogSummary, { rules }: Ruleset): string {
  const notes = summary.notes.map((note) => note.replace(/\.$/, ''));
  if (errors.length === 0) return [rows > 0 ? 'No known error found' : 'Nothing was read', ...notes].join('. ');
  const titles = errors.map(({ ruleId, rows }) => {
    const title = rules.find(({ id }) => id === ruleId)?.title;
    return rows > 1 ? `${title} (${sayCount(rows, 'time')})` : title;
  });
  const said = countErrors(errors);
  return [`${said}${said.includes(',') ? '' : ' recognised'}: ${titles.join(', ')}`, ...notes].join('. ');
}

/** "3 errors, 90 times": the second number only where errors repeat. */
export function countErrors(errors: LogSummary['errors']): string {
  const times = errors.reduce((sum, { rows }) => sum + rows, 0);
  return sayCount(errors.length, 'error') + (times > errors.length ? `, ${sayCount(times, 'time')}` : '');
}
