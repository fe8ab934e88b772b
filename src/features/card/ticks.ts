import { useMemo, useSyncExternalStore } from 'react';

/*
 * Which steps are done, for a card with certain values, on this device. What a reader's values were is not kept:
 * the card is known by a number made from them.
 */
const KEY = 'done-steps';

/** Of more cards than this the oldest are forgotten. */
const MOST_CARDS = 100;

/** By card, the steps that are done; the card that changed last comes last. */
type Kept = [card: string, steps: string[]][];

const NONE: Kept = [];

/** With storage blocked it is remembered as long as the page is open. Undefined until it is first asked for. */
let memory: Kept | undefined;
const listeners = new Set<() => void>();

/** Steps that are done, by their key, and ways to change that. */
export type Ticks = {
  has: (step: string) => boolean;
  /** Marks steps as done, or as not done. */
  set: (steps: readonly string[], done: boolean) => void;
};

/** The steps done on a card. `card` tells cards, and the same card with other values, apart. */
export function useTicks(card: string): Ticks {
  const kept = useSyncExternalStore(subscribe, readAll, () => NONE);
  const done = useMemo(() => new Set(kept.find(([name]) => name === card)?.[1]), [kept, card]);
  return {
    has: (step) => done.has(step),
    set: (steps, isDone) => {
      const next = new Set(done);
      for (const step of steps) {
        if (isDone) next.add(step);
        else next.delete(step);
      }
      write(card, next);
    },
  };
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  window.addEventListener('storage', forget);
  return () => {
    listeners.delete(changed);
    window.removeEventListener('storage', forget);
  };
}

/** Another tab has changed what is kept. */
function forget({ key }: StorageEvent): void {
  if (key !== KEY && key !== null) return;
  memory = undefined;
  for (const changed of listeners) changed();
}

function readAll(): Kept {
  memory ??= load();
  return memory;
}

function load(): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    // Another version of the app, or a person, may have written it.
    return Array.isArray(kept) && kept.length > 0 && kept.every(isEntry) ? kept : NONE;
  } catch {
    return NONE;
  }
}

function isEntry(entry: unknown): entry is Kept[number] {
  return (
    Array.isArray(entry) &&
    typeof entry[0] === 'string' &&
    Array.isArray(entry[1]) &&
    entry[1].every((step) => typeof step === 'string')
  );
}

function write(card: string, done: ReadonlySet<string>): void {
  const others = readAll().filter(([name]) => name !== card);
  const kept: Kept = done.size > 0 ? [...others, [card, [...done]]] : others;
  memory = kept.slice(-MOST_CARDS);
  try {
    localStorage.setItem(KEY, JSON.stringify(memory));
  } catch {}
  for (const changed of listeners) changed();
}
