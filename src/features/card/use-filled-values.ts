import { MAX_VALUE, type Values } from '../../core/ruleset/values';
import { useKeptValue } from '../../lib/use-kept-value';

const NONE: Readonly<Record<string, string>> = {};

/**
 * The values of a card: those that a message or a link gave, and for the other `names` what the reader typed. What was
 * typed on one card serves all cards of the visit.
 */
export function useFilledValues(given: Values, names: readonly string[]) {
  const [typed, setTyped] = useKeptValue('visit', 'values', NONE);
  const values: Values = new Map(
    names.flatMap((name) => {
      const value = given.get(name) ?? (Object.hasOwn(typed, name) ? typed[name] : undefined);
      return value ? [[name, value] as const] : [];
    }),
  );
  return {
    values,
    missing: names.filter((name) => !given.has(name)),
    type: (name: string, value: string) => setTyped((before) => ({ ...before, [name]: value.slice(0, MAX_VALUE) })),
  };
}
