import type { Diagnosis, Finding } from '../../core/diagnosis';
import type { Rule, Ruleset } from '../../core/ruleset/schema';
import type { Values } from '../../core/ruleset/values';
import { LARGE_TEXT } from './text-size';

/** Findings of one rule that follow each other: the same error, repeated. */
export type FindingGroup = { rule: Rule; first: Finding; repeats: Finding[] };

export function groupFindings(findings: readonly Finding[], ruleset: Ruleset): FindingGroup[] {
  const groups: FindingGroup[] = [];
  for (const finding of findings) {
    const last = groups.at(-1);
    if (last?.rule.id === finding.ruleId) last.repeats.push(finding);
    else groups.push({ rule: ruleOf(ruleset, finding.ruleId), first: finding, repeats: [] });
  }
  return groups;
}

/** Those of a text's findings that a newer text begins with too, so that their marks stay while the reader types on. */
export function findingsAfterEdit(findings: readonly Finding[], before: string, after: string): readonly Finding[] {
  if (before === after) return findings;
  if (before.length > LARGE_TEXT) return [];
  return findings.filter(({ end }) => before.slice(0, end) === after.slice(0, end));
}

/** One line that says what was found, for screen readers and for phones, where the result is out of sight. */
export function diagnosisSummary({ findings }: Diagnosis, ruleset: Ruleset): string {
  if (findings.length === 0) return 'No known error in this text';
  const counts = new Map<string, number>();
  for (const { ruleId } of findings) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  const titles = [...counts].map(([id, count]) => {
    const { title } = ruleOf(ruleset, id);
    return count > 1 ? `${title} (${count} times)` : title;
  });
  const errors = findings.length === 1 ? '1 error' : `${findings.length} errors`;
  return `${errors} recognised: ${titles.join(', ')}`;
}

export function valuesOf({ captures }: Finding): Values {
  return new Map(captures.map(({ name, value }) => [name, value]));
}

/** The rule that a finding or suggestion names. The diagnosis was made with the same dataset, so it exists. */
export function ruleOf(ruleset: Ruleset, id: string): Rule {
  const rule = ruleset.rules.find((candidate) => candidate.id === id);
  if (!rule) throw new Error(`no rule "${id}" in the dataset`);
  return rule;
}
