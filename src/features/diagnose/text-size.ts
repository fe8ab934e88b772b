/**
 * Up to so many characters a text is diagnosed while it is typed, and marked in its box: both take a few
 * milliseconds. A larger one goes to a worker, and its box sleeps.
 */
export const LARGE_TEXT = 100_000;

/** More characters than this are kept, but not diagnosed: they would not fit into the memory of a small device. */
export const MOST_TEXT = 60_000_000;

const number = new Intl.NumberFormat('en');

/** Takes a text's length and returns it for readers: "12,345 characters", from a million on "5.2 million characters". */
export function sayLength(length: number): string {
  return length < 1_000_000
    ? `${number.format(length)} characters`
    : `${(length / 1_000_000).toFixed(1)} million characters`;
}
