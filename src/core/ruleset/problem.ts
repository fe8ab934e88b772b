/** What is wrong with a dataset: where (`rules[3].title`; empty for the whole), the rule's id if in one, and what. */
export type Problem = { path: string; rule?: string; message: string };

/** Thrown for a value that is not a dataset; `problems` is never empty. */
export class RulesetError extends Error {
  override readonly name = 'RulesetError';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(problemText).join('\n'));
    this.problems = problems;
  }
}

/** Takes a problem and returns it as one line. */
export function problemText({ path, rule, message }: Problem): string {
  return [path, rule && `(rule "${rule}")`, message].filter(Boolean).join(' ');
}

/** Takes a dataset, valid or not, the keys that lead to a field and what is wrong with it; returns the problem. */
export function problemAt(dataset: unknown, keys: readonly (string | number)[], message: string): Problem {
  const path = keys.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${key}`)).join('');
  const rules = (dataset as { rules?: { id?: unknown }[] } | null)?.rules;
  const rule = keys[0] === 'rules' ? rules?.[Number(keys[1])]?.id : undefined;
  return { path, message, ...(typeof rule === 'string' && { rule }) };
}
