import { createContext, useContext } from 'react';

/**
 * False while the app takes over a page that was made at build. Until that is done, components must draw what the
 * build drew, which knew no query, no fragment, no storage and no browser.
 */
export const Hydrated = createContext(true);

export function useHydrated(): boolean {
  return useContext(Hydrated);
}

/** The app's own scheme, host and port, or nothing until it is known: links are then told by their path. */
export function useOrigin(): string {
  return useHydrated() ? location.origin : '';
}
