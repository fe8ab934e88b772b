import type { Keys } from './problem';

/** Takes a JSON value and returns each text in it with the keys that lead to it, after `keys`, in the file's order. */
export function* texts(value: unknown, keys: Keys): Generator<[text: string, keys: Keys]> {
  if (typeof value === 'string') yield [value, keys];
  if (typeof value !== 'object' || value === null) return;
  for (const [name, item] of Object.entries(value)) {
    yield* texts(item, [...keys, Array.isArray(value) ? Number(name) : name]);
  }
}
