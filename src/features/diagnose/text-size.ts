/** In characters. Larger texts stay outside the paste box, where a browser would take long to lay them out. */
export const LARGE_TEXT = 100_000;

/** Takes a size in bytes, or in characters, which are a byte each in nearly all logs: "12 kB", "5.2 MB". */
export function saySize(length: number): string {
  return length < 1_000_000 ? `${Math.ceil(length / 1000)} kB` : `${(length / 1_000_000).toFixed(1)} MB`;
}

/** "1 row", "1,200 rows". */
export function sayCount(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** Takes a text and returns how many lines it has. */
export function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
