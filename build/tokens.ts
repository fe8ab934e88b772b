import { readFileSync } from 'node:fs';

const tokens = readFileSync(new URL('../src/components/tokens.css', import.meta.url), 'utf8');

/** One of the app's own colours on light, by its name in tokens.css. Throws if there is none. */
export function lightColour(name: string): string {
  // Of each, the first value is the light one.
  const value = tokens.match(new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}),`))?.[1];
  if (!value) throw new Error(`src/components/tokens.css has no colour --${name}.`);
  return value;
}
