/** In characters. Larger texts stay outside the paste box, where a browser would take long to lay them out. */
export const LARGE_TEXT = 100_000;

/** Larger texts are kept but not diagnosed, since they do not fit into the memory of a small device. */
export const MAX_TEXT = 60_000_000;

/** Takes a text's length in characters, which are a byte each in nearly all logs, and returns its size: "12 kB", "5.2 MB". */
export function saySize(length: number): string {
  return length < 1_000_000 ? `${Math.ceil(length / 1000)} kB` : `${(length / 1_000_000).toFixed(1)} MB`;
}

/** Takes a text and an offset into it and returns the number of the line it is on, counted from 1. */
export function lineNumber(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
