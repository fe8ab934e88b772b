import type { Resolution, Rule } from './schema';

/** Takes a rule and returns its cause as one text: of several causes their summary, or else all of them. */
export function causeOf({ summary, causes }: Pick<Rule, 'summary' | 'causes'>): string {
  return summary ?? causes.map(({ text }) => text).join(' ');
}

/** Takes a resolution and returns its name in links (`?situation=…`); undefined if it has none. */
export function situationOf(resolution: Pick<Resolution, 'id' | 'answers'>): string | undefined {
  return resolution.id ?? resolution.answers;
}
