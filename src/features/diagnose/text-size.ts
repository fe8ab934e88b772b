/**
 * Texts of up to this many characters are diagnosed as they are typed and highlighted in the box, which takes a few
 * milliseconds. Larger ones go to a worker.
 */
export const LARGE_TEXT = 100_000;

/** Larger texts are kept but not diagnosed, since they do not fit into the memory of a small device. */
export const MAX_TEXT = 60_000_000;

const number = new Intl.NumberFormat('en');

/** Takes a text's length and returns it in words: "12,345 characters", from a million on "5.2 million characters". */
export function sayLength(length: number): string {
  return length < 1_000_000
    ? `${number.format(length)} characters`
    : `${(length / 1_000_000).toFixed(1)} million characters`;
}
