import type { Cause, Resolution, Rule } from './schema';

/** Takes a way out and returns what a link calls it; undefined if it has no name. */
export function situationOf({
  id,
  answers,
}: Pick<Resolution, 'id' | 'answers'>): string | undefined {
  return id ?? answers;
}

/**
 * Takes a rule and the name of a situation; returns the rule's ways out, in order, those of the situation apart, and the
 * cause that they answer, if they name one. Without a situation, or with an unknown one, all are `others`.
 */
export function splitResolutions(
  rule: Rule,
  situation: string | undefined,
): { fitting: Resolution[]; others: Resolution[]; likely: Cause | undefined } {
  const fits = (resolution: Resolution) =>
    situation !== undefined && situationOf(resolution) === situation;
  const fitting = rule.resolutions.filter(fits);
  return {
    fitting,
    others: rule.resolutions.filter((resolution) => !fits(resolution)),
    likely: rule.causes.find(({ id }) => id === fitting[0]?.answers),
  };
}
