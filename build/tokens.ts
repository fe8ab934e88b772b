import { readFileSync } from 'node:fs';

const tokens = readFileSync(new URL('../src/components/tokens.css', import.meta.url), 'utf8');

/** One of the app's own colours for light and dark, as CSS, by its name in tokens.css. Throws if there is none. */
export function colour(name: string): string {
  // What it is on paper and in the reader's own colours comes later in the file.
  const value = tokens.match(new RegExp(`--${name}: (light-dark\\(.*\\));`))?.[1];
  if (!value) throw new Error(`src/components/tokens.css has no colour --${name}.`);
  return value;
}

/** The light one of the two. */
export const lightColour = (name: string): string => colour(name).slice('light-dark('.length).split(',', 1).join();
