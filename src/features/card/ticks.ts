import { useState } from 'react';

/*
 * Which steps are done, for a card with certain values, on this device. What a reader's values were is not kept:
 * the card is known by a number made from them.
 */
const KEY = 'done-steps';

/** Of more cards than this the oldest are forgotten. */
const MOST_CARDS = 100;

/** By card, the steps that are done; the card that changed last comes last. */
type Kept = [card: string, steps: string[]][];

/** With storage blocked it is remembered as long as the page is open. */
let memory: Kept = [];

/** Steps that are done, by their key, and ways to change that. */
export type Ticks = {
  has: (step: string) => boolean;
  /** Marks steps as done, or as not done. */
  set: (steps: readonly string[], done: boolean) => void;
};

/** The steps done on a card. `card` tells cards, and the same card with other values, apart. */
export function useTicks(card: string): Ticks {
  const [state, setState] = useState(() => ({ card, done: read(card) }));
  let { done } = state;
  if (state.card !== card) {
    done = read(card);
    setState({ card, done });
  }
  return {
    has: (step) => done.has(step),
    set: (steps, isDone) => {
      const next = new Set(done);
      for (const step of steps) {
        if (isDone) next.add(step);
        else next.delete(step);
      }
      write(card, next);
      setState({ card, done: next });
    },
  };
}

/** A number for a text, the same for the same text; FNV-1a, twice, so that two texts hardly share one. */
export function fingerprint(text: string): string {
  const hash = (seed: number) => {
    let h = seed;
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
    return (h >>> 0).toString(36);
  };
  return hash(0x811c9dc5) + hash(0x1b873593);
}

function readAll(): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    // Another version of the app, or a person, may have written it.
    return Array.isArray(kept) && kept.every(isEntry) ? kept : [];
  } catch {
    return memory;
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

function read(card: string): ReadonlySet<string> {
  return new Set(readAll().find(([name]) => name === card)?.[1]);
}

function write(card: string, done: ReadonlySet<string>) {
  const others = readAll().filter(([name]) => name !== card);
  memory = [...others, ...(done.size > 0 ? [[card, [...done]] as Kept[number]] : [])];
  memory = memory.slice(-MOST_CARDS);
  try {
    localStorage.setItem(KEY, JSON.stringify(memory));
  } catch {}
}
