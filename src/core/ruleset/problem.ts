/** What is wrong with a dataset: where (`rules[3].title`; empty for the whole), the rule's id if in one, and what. */
export type Problem = { path: string; rule?: string; message: string };

/** The keys that lead from a dataset to one of its fields. */
export type Keys = (string | number)[];

/** Takes the keys of a field and a message that says what is wrong with it. */
export type Report = (keys: Keys, message: string) => void;

/** Takes a problem and returns it as one line. */
export function problemText({ path, rule, message }: Problem): string {
  return [path, rule && `(rule "${rule}")`, message].filter(Boolean).join(' ');
}

/** Takes a dataset, valid or not, and a check of it; returns the problems that the check reports, in its order. */
export function collectProblems(dataset: unknown, check: (report: Report) => void): Problem[] {
  const problems: Problem[] = [];
  const rules = (dataset as { rules?: { id?: unknown }[] } | null)?.rules;
  check((keys, message) => {
    const path = keys.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${key}`)).join('');
    const rule = keys[0] === 'rules' ? rules?.[Number(keys[1])]?.id : undefined;
    problems.push({ path, message, ...(typeof rule === 'string' && { rule }) });
  });
  return problems;
}

/** Takes a JSON value and returns each text in it with the keys that lead to it, after `keys`, in the file's order. */
export function* texts(value: unknown, keys: Keys): Generator<[text: string, keys: Keys]> {
  if (typeof value === 'string') yield [value, keys];
  if (typeof value !== 'object' || value === null) return;
  for (const [name, item] of Object.entries(value)) {
    yield* texts(item, [...keys, Array.isArray(value) ? Number(name) : name]);
  }
}
