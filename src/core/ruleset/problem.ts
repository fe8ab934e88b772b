/** One thing wrong with a dataset: where (`rules[3].title`; empty for the whole), in which rule if in one, and what. */
export type Problem = { path: string; rule?: string; message: string };

/** Says that a value is not a dataset; `problems` (never empty) names each wrong place. */
export class RulesetError extends Error {
  override readonly name = 'RulesetError';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(problemText).join('\n'));
    this.problems = problems;
  }
}

/** Takes a problem and returns it as one line: where, in which rule, what. */
export function problemText({ path, rule, message }: Problem): string {
  return [path, rule && `(rule "${rule}")`, message].filter(Boolean).join(' ');
}

/** Takes the dataset as it was read, the keys that lead to a field of it and what is wrong there; returns the problem. */
export function problemAt(
  dataset: unknown,
  keys: readonly (string | number)[],
  message: string,
): Problem {
  const path = keys
    .map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${key}`))
    .join('');
  const rules = (dataset as { rules?: { id?: unknown }[] } | null)?.rules;
  const rule = keys[0] === 'rules' ? rules?.[Number(keys[1])]?.id : undefined;
  return { path, message, ...(typeof rule === 'string' && { rule }) };
}
