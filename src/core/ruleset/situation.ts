import type { Cause, Resolution, Rule } from './schema';

/** Takes a rule and returns its cause as one text: of several causes their summary, or else all of them. */
export function causeOf({ summary, causes }: Pick<Rule, 'summary' | 'causes'>): string {
  return summary ?? causes.map(({ text }) => text).join(' ');
}

/** Takes a resolution and returns its name in links (`?situation=…`); undefined if it has none. */
export function situationOf(resolution: Pick<Resolution, 'id' | 'answers'>): string | undefined {
  return resolution.id ?? resolution.answers;
}

/**
 * Takes a rule and the name of a situation. Returns the rule's resolutions in order, those for the situation apart, and
 * the cause that they answer, if they name one. If the situation is undefined or unknown, all are `others`.
 */
export function splitResolutions(
  rule: Rule,
  situation: string | undefined,
): { fitting: Resolution[]; others: Resolution[]; likely: Cause | undefined } {
  const fits = (resolution: Resolution) => situation !== undefined && situationOf(resolution) === situation;
  const fitting = rule.resolutions.filter(fits);
  return {
    fitting,
    others: rule.resolutions.filter((resolution) => !fits(resolution)),
    likely: rule.causes.find(({ id }) => id === fitting[0]?.answers),
  };
}
