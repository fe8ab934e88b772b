import { fingerprint } from '../core/fingerprint';
import type { Resolution, Ruleset } from '../core/ruleset/schema';
import type { Values } from '../core/ruleset/values';
import { useKeptValue } from './use-kept-value';

/** The keys of a card's finished steps, and a way to change them. */
export type Ticks = ReturnType<typeof useTicks>;

/**
 * The ticks of a rule's card with the values that it was given, or of an `incident`. These are kept for the visit, so that
 * nothing derived from a paste outlives the tab; those of a card without values are kept on this device.
 */
export function useTicks(ruleId: string, given: Values, incident?: number) {
  const key = `done ${ruleId} ${fingerprint(JSON.stringify([incident, ...given]))}`;
  const isPassing = given.size > 0 || incident !== undefined;
  const [done, setDone] = useKeptValue<readonly string[]>(isPassing ? 'visit' : 'device', key, []);
  return {
    has: (key: string) => done.includes(key),
    set: (keys: readonly string[], isDone: boolean) =>
      setDone((before) => [...before.filter((key) => !keys.includes(key)), ...(isDone ? keys : [])]),
  };
}

export type TickableStep = ReturnType<typeof tickableSteps>[number];

/**
 * The steps of a resolution, in order. A step with a procedure has its steps as `parts`, and is done when all of them are:
 * `counted` holds the keys to tick for it. Keys are texts: a reworded step loses its tick, a step of several keeps it.
 */
export function tickableSteps({ steps }: Resolution, { procedures }: Ruleset) {
  return steps.map((step) => {
    const key = step.text;
    const procedure = procedures.find(({ id }) => id === step.procedure);
    const parts = (procedure?.steps ?? []).map((part) => ({ ...part, key: `${key}|${part.text}` }));
    return { step, key, procedure, parts, counted: procedure ? parts.map((part) => part.key) : [key] };
  });
}

/** The steps of several resolutions, without those that come again. */
export function stepsOf(resolutions: readonly Resolution[], ruleset: Ruleset): TickableStep[] {
  const steps = resolutions.flatMap((resolution) => tickableSteps(resolution, ruleset));
  return steps.filter((each, i) => i === steps.findIndex(({ counted }) => String(counted) === String(each.counted)));
}
