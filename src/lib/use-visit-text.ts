import { useEffect, useSyncExternalStore } from 'react';

/*
 * Text that outlives its component, for this visit and this tab only: memory carries it over route changes
 * and errors, session storage over a reload. It is never written anywhere that outlives the tab, because
 * what people paste can be confidential.
 */
const memory = new Map<string, string>();
const listeners = new Set<() => void>();
/** The keys of the texts that the browser could not store. */
const unstored = new Set<string>();

/** Writing megabytes at every keystroke would be felt; a pause in typing is soon enough. */
const WRITE_DELAY_MS = 300;

/**
 * State that survives route changes, errors and (storage permitting) a reload within the visit.
 * `key` names the text within the app. The third value is false when the browser can't keep it over a reload.
 */
export function useVisitText(key: string): [string, (text: string) => void, boolean] {
  const text = useSyncExternalStore(
    subscribe,
    () => visitText(key),
    () => '',
  );
  const kept = useSyncExternalStore(
    subscribe,
    () => !unstored.has(key),
    () => true,
  );

  useEffect(() => {
    const timer = setTimeout(() => write(key, text), WRITE_DELAY_MS);
    return () => clearTimeout(timer);
  }, [key, text]);

  useEffect(() => {
    const flush = () => {
      const latest = memory.get(key);
      if (latest !== undefined) write(key, latest);
    };
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [key]);

  return [text, (next) => setVisitText(key, next), kept];
}

/** Whether a reload would lose none of the texts. */
export function useAllKept(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => unstored.size === 0,
    () => true,
  );
}

/** What is kept under a key now. */
export function visitText(key: string): string {
  let text = memory.get(key);
  if (text === undefined) {
    text = read(key);
    memory.set(key, text);
  }
  return text;
}

/** Keeps a text for the visit; all that show it follow. */
export function setVisitText(key: string, text: string): void {
  memory.set(key, text);
  for (const changed of listeners) changed();
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

function read(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function write(key: string, text: string): void {
  unstored.delete(key);
  try {
    if (text) sessionStorage.setItem(key, text);
    else sessionStorage.removeItem(key);
  } catch {
    // Blocked or full. An older, shorter text must not come back in place of this one.
    if (text) unstored.add(key);
    try {
      sessionStorage.removeItem(key);
    } catch {}
  }
  for (const changed of listeners) changed();
}
