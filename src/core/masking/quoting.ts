/** The source of a quotation mark however it is escaped; no group. */
export const QUOTE = '(?:\\\\{0,15}["\'`“”„‘’]|&(?:amp;){0,3}(?:quot|apos|#34|#39|#x27|#x22);|%(?:25){0,3}2[27])';

/** White space within a line, as far as one looks for what follows it. */
export const SPACES = '[ \\t\\u00a0]{0,8}';

/** The source of what stands between a key and its value, however it is escaped; no group. */
export const SEPARATOR = '(?::?=>?|:|%(?:25){0,3}3[ADad]|&#(?:61|58|x3[AaDd]);|&(?:equals|colon|gt);|>)';

/**
 * Takes a text, the place just after an opening quotation mark and that mark as it is written; returns where the
 * closing one starts, else where the line ends. Of marks escaped by backslashes only one escaped as deeply closes:
 * at depth d a mark has 2^d − 1 backslashes, one within the value has more, and an escaped backslash before the mark
 * adds 2^(d + 1). Time grows with the length of the value.
 */
export function closingQuote(text: string, from: number, opening: string): number {
  const mark = opening.at(-1) as string;
  if (mark === ';' || opening.startsWith('%')) {
    const next = text.indexOf(opening, from);
    return lineEnd(text, from, next < 0 ? text.length : next);
  }
  const depth = opening.length - 1;
  const marks = mark === '“' || mark === '„' ? '“”"' : mark === '‘' ? "’'" : mark;
  let backslashes = 0;
  for (let at = from; at < text.length; at++) {
    const char = text[at] as string;
    if (char === '\n' || char === '\r') return at;
    if (char === '\\') {
      backslashes++;
      continue;
    }
    if (marks.includes(char)) {
      if (backslashes < depth) return at - backslashes;
      if (backslashes % (2 * (depth + 1)) === depth) return at - depth;
    }
    backslashes = 0;
  }
  return text.length;
}

/** Where the line that holds `from` ends, or `limit` if that comes first. */
function lineEnd(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}
