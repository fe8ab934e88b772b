import { type SetStateAction, useSyncExternalStore } from 'react';

/**
 * How long a value is kept: while the page is open, for this visit, in this tab, or on this device until the browser's data
 * is cleared.
 */
const storages = { page: () => undefined, visit: () => sessionStorage, device: () => localStorage };
type Lifetime = keyof typeof storages;

type Entry = { lifetime: Lifetime; value: unknown; initial: unknown; isStored: boolean };

/** In memory, so that values survive route changes and errors even where storage, which carries them on, is blocked. */
const entries = new Map<string, Entry>();
const unwritten = new Set<string>();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Other apps, and this one with other datasets, may share the origin. */
const PREFIX = `${__PACK__} `;

/** In characters: what browsers store for an origin. Longer texts take time to encode only to be refused. */
const MAX_STORED = 5_000_000;

/** Writing megabytes at every keystroke would slow down typing. */
const WRITE_DELAY_MS = 300;

/**
 * State that outlives its component, and a reload if the browser can store it: else the third item is false. `key` names it
 * within the app. The initial value, which is also what the server renders, is never written to storage.
 */
export function useKeptValue<T>(lifetime: Lifetime, key: string, initial: T) {
  const kept = useSyncExternalStore<Entry | undefined>(
    subscribe,
    () => entry(lifetime, key, initial),
    () => undefined,
  );
  const setValue = (action: SetStateAction<T>) => {
    const now = entry(lifetime, key, initial);
    const given = action instanceof Function ? action(now.value as T) : action;
    // An emptied list or record is as good as the initial one.
    const isEmpty = typeof given === 'object' && JSON.stringify(given) === JSON.stringify(now.initial);
    const next = isEmpty ? now.initial : given;
    if (next === now.value) return;
    entries.set(key, { ...now, value: next });
    unwritten.add(key);
    // What was cleared must not stay in storage any longer.
    if (next === now.initial) storeKeptValues();
    else timer ??= setTimeout(storeKeptValues, WRITE_DELAY_MS);
    notify();
  };
  return [kept ? (kept.value as T) : initial, setValue, kept?.isStored ?? true] as const;
}

/** Writes all changes to storage at once. */
export function storeKeptValues(): void {
  clearTimeout(timer);
  timer = undefined;
  for (const key of unwritten) {
    const kept = entries.get(key);
    if (!kept) continue;
    const isStored = write(key, kept);
    // The same object otherwise, so that nothing is rendered again.
    if (isStored !== kept.isStored) entries.set(key, { ...kept, isStored });
  }
  unwritten.clear();
  notify();
}

function entry(lifetime: Lifetime, key: string, initial: unknown): Entry {
  const found = entries.get(key) ?? { lifetime, value: read(lifetime, key, initial), initial, isStored: true };
  entries.set(key, found);
  return found;
}

function read(lifetime: Lifetime, key: string, initial: unknown): unknown {
  try {
    const value: unknown = JSON.parse(storages[lifetime]()?.getItem(PREFIX + key) ?? 'null');
    // Another version of the app may have written it.
    const fits = typeof value === typeof initial && Array.isArray(value) === Array.isArray(initial);
    return fits && value !== null ? value : initial;
  } catch {
    return initial;
  }
}

/** False if the browser refuses: storage is blocked or full. */
function write(key: string, { lifetime, value, initial }: Entry): boolean {
  try {
    // First, so that an older, shorter text does not come back in place of one that does not fit.
    const storage = storages[lifetime]();
    storage?.removeItem(PREFIX + key);
    if (typeof value === 'string' && value.length > MAX_STORED) return false;
    if (value !== initial) storage?.setItem(PREFIX + key, JSON.stringify(value));
    return true;
  } catch {
    return value === initial;
  }
}

function subscribe(changed: () => void): () => void {
  if (listeners.size === 0) {
    addEventListener('pagehide', storeKeptValues);
    addEventListener('storage', adoptFromOtherTab);
  }
  listeners.add(changed);
  return () => void listeners.delete(changed);
}

/** Reads anew what another tab has changed; without a key, it has cleared everything. */
function adoptFromOtherTab({ key: changed }: StorageEvent): void {
  for (const [key, { lifetime }] of entries) {
    if (lifetime === 'device' && (changed === null || changed === PREFIX + key)) entries.delete(key);
  }
  notify();
}

function notify(): void {
  for (const changed of listeners) changed();
}
