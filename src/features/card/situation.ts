import type { Resolution, Rule } from '../../core/ruleset/schema';

/** What a link calls a way out; undefined if it has no name. */
export function situationOf({ id, answers }: Resolution): string | undefined {
  return id ?? answers;
}

/** A rule's ways out, those of the reader's situation apart. Without a situation, or with an unknown one, all are `others`. */
export function splitResolutions(rule: Rule, situation: string | undefined) {
  const fits = (resolution: Resolution) =>
    situation !== undefined && situationOf(resolution) === situation;
  return {
    fitting: rule.resolutions.filter(fits),
    others: rule.resolutions.filter((resolution) => !fits(resolution)),
  };
}
