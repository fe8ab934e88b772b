import type { Finding } from '../../core/diagnosis';
import type { PlacedFinding } from '../../core/ruleset/recognise';
import type { Rule, Ruleset } from '../../core/ruleset/schema';
import type { Values } from '../../core/ruleset/values';
import { LARGE_TEXT } from './text-size';

/** The findings of one rule in a text: where it stands first, and where again. */
export type FindingGroup = { rule: Rule; first: PlacedFinding; repeats: PlacedFinding[] };

/** Takes findings in the text's order and the dataset that they were made with; returns them by rule. */
export function groupFindings(findings: readonly PlacedFinding[], { rules }: Ruleset): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const finding of findings) {
    const group = groups.get(finding.ruleId);
    const rule = rules.find(({ id }) => id === finding.ruleId);
    if (group) group.repeats.push(finding);
    else if (rule) groups.set(rule.id, { rule, first: finding, repeats: [] });
  }
  return [...groups.values()];
}

/** Those of a text's findings that a newer text begins with too, so that their marks stay while the reader types on. */
export function findingsAfterEdit(findings: readonly Finding[], before: string, after: string): readonly Finding[] {
  if (before === after) return findings;
  if (before.length > LARGE_TEXT) return [];
  return findings.filter(({ end }) => before.slice(0, end) === after.slice(0, end));
}

/** One line that says what was found, for screen readers and for phones, where the result is out of sight. */
export function sayFound(groups: readonly FindingGroup[]): string {
  if (groups.length === 0) return 'No known error in this text';
  const count = groups.reduce((sum, { repeats }) => sum + 1 + repeats.length, 0);
  const titles = groups.map(({ rule, repeats }) =>
    repeats.length > 0 ? `${rule.title} (${repeats.length + 1} times)` : rule.title,
  );
  const errors = groups.length === 1 ? '1 error' : `${groups.length} errors`;
  const different = groups.length === 1 ? errors : `${groups.length} different errors`;
  return `${count > groups.length ? `${different}, ${count} places` : `${errors} recognised`}: ${titles.join(', ')}`;
}

export function valuesOf({ captures }: Finding): Values {
  return new Map(captures.map(({ name, value }) => [name, value]));
}
