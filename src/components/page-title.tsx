import { createContext, useContext } from 'react';

/** What the app is called. */
export const AppName = createContext('');

/** The title for the browser's tab. */
export function PageTitle({ children }: { children: string }) {
  return <title>{`${children} · ${useContext(AppName)}`}</title>;
}
