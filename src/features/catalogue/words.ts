/** Before the parts of a name such as "StatusCode". */
const PART = /(?<=\p{Ll})(?=\p{Lu})/u;

/** Runs of letters and digits, and the later parts of a name such as "StatusCode"; in lower case. */
export function splitWords(text: string): string[] {
  const runs = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return runs.flatMap((run) => [run, ...run.split(PART).slice(1)]).map((word) => word.toLowerCase());
}

/** The whole text in pieces, of which each of the words (in lower case) is one. */
export function splitAround(words: ReadonlySet<string>, text: string): string[] {
  const runs = text.split(/([\p{L}\p{N}]+)/u);
  return runs.flatMap((run) => (words.has(run.toLowerCase()) ? [run] : run.split(PART)));
}
