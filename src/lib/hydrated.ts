import { createContext, useContext } from 'react';

/** False in the first render, which must match the prerendered page: that knew no query, fragment, storage or browser. */
export const Hydrated = createContext(true);

export const useHydrated = () => useContext(Hydrated);

/** The app's origin, or an empty text until it is known: links are then shown by their path. */
export const useOrigin = () => (useHydrated() ? location.origin : '');
