import { useKeptValue } from '../../lib/use-kept-value';

/** The steps of a card that are done, by key, and a way to change that. */
export type Ticks = {
  has: (step: string) => boolean;
  set: (steps: readonly string[], isDone: boolean) => void;
};

const NONE: readonly string[] = [];

/**
 * `card` names the card and the values it was given. With values, the ticks are about one incident and are kept for the
 * visit, so that nothing derived from a paste outlives the tab; else they are kept on this device.
 */
export function useTicks(card: string, hasValues: boolean): Ticks {
  const [done, setDone] = useKeptValue(hasValues ? 'visit' : 'device', `done ${card}`, NONE);
  return {
    has: (step) => done.includes(step),
    set: (steps, isDone) =>
      setDone((before) => {
        const others = before.filter((step) => !steps.includes(step));
        const after = isDone ? [...others, ...steps] : others;
        return after.length > 0 ? after : NONE;
      }),
  };
}
