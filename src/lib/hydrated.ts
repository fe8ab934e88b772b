import { createContext, useContext } from 'react';

/**
 * False during the first render, which has to match the page that was prerendered at build: that one knew no query, no
 * fragment, no storage and no browser.
 */
export const Hydrated = createContext(true);

export function useHydrated(): boolean {
  return useContext(Hydrated);
}

/** The app's origin, or an empty text until it is known: links are then shown by their path. */
export function useOrigin(): string {
  return useHydrated() ? location.origin : '';
}
