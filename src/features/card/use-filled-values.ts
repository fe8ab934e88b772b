import { useMemo } from 'react';
import { fingerprint } from '../../core/fingerprint';
import type { Values } from '../../core/ruleset/values';
import { MAX_VALUE } from '../../core/ruleset/values';
import { useVisitText } from '../../lib/use-visit-text';

/**
 * A card's values: those that were given, by a message or a link, and for the other `names` what the reader typed in.
 * That stays for the visit, for this card and what was given.
 */
export function useFilledValues(ruleId: string, given: Values, names: readonly string[]) {
  const card = `${ruleId} ${fingerprint(JSON.stringify([...given]))}`;
  const [stored, store] = useVisitText(`values ${card}`);
  const typed = useMemo(() => readTyped(stored), [stored]);
  const values: Values = new Map(
    names.flatMap((name) => {
      const value = given.get(name) ?? typed.get(name);
      return value ? [[name, value] as const] : [];
    }),
  );
  return {
    card,
    values,
    missing: names.filter((name) => !given.has(name)),
    typed,
    type: (name: string, value: string) =>
      store(JSON.stringify([...new Map(typed).set(name, value.slice(0, MAX_VALUE))])),
  };
}

function readTyped(stored: string): Map<string, string> {
  try {
    return new Map(JSON.parse(stored || '[]') as [string, string][]);
  } catch {
    return new Map();
  }
}
