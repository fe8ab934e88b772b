/** The source of a quotation mark, however it is escaped; it has no group. */
export const QUOTE = '(?:\\\\{0,15}["\'`“”„‘’]|&(?:amp;){0,3}(?:quot|apos|#34|#39|#x27|#x22);|%(?:25){0,3}2[27])';

const BARE =
  '[\\s;"<>`“”\\0]|\\\\{1,15}["\'nrt]|\'(?!\\w)|&(?=[\\w.%-]{1,64}=|amp;|quot;|#\\d|lt;|gt;)|,(?=\\s|["\'{\\[]|[\\w .-]{1,40}[=:]|$)';
const ENCODED = '%(?:25){0,3}(?:20|22|26|27|2[cC]|3[bB]|0[aAdD]|7[dD])';

const HEADER_END = /[\r\n]|\\{1,15}[nr]|'(?=\s)|(?<!=\\{0,15}|\\)\\{0,15}"(?!,\s)/g;

/** What ends a value without quotation marks: of a header, an element, a cell, in an address, and anywhere else. */
const ENDS: readonly [before: RegExp, end: RegExp][] = [
  [/cookie2?\W*$|(?:Signature|Digest|OAuth|SHA256)\s+$/i, HEADER_END],
  [/(?:[^=]>|&gt;)\s*$/, /<|&lt;|[\r\n]/g],
  [/[^\s:=]\s*[\t|│┃║]\s*$/, /[\t|│┃║\r\n]/g],
  [/%(?:25)*3[ad]$/i, new RegExp(`${BARE}|${ENCODED}`, 'g')],
  [/$/, new RegExp(BARE, 'g')],
];

/**
 * Takes a text, the offset at which a value starts, and what stands before it with its quotation mark as written, if
 * it has one. Returns the offset at which the value ends: before its closing mark; without marks before what divides
 * it from the next key or word, and before the sentence's own punctuation.
 */
export function endOfValue(text: string, start: number, before: string, quote?: string): number {
  if (quote !== undefined) return closingQuote(text, start, quote);
  const pattern = ENDS.find(([opening]) => opening.test(before))?.[1] as RegExp;
  let end = search(pattern, text, start);
  // A bracket at the end belongs to the value if it starts with one, as in "{placeholder}".
  const punctuation = /[([{]/.test(text[start] ?? '') ? '.,: ' : '.,:)]} ';
  while (end > start && punctuation.includes(text[end - 1] as string)) end--;
  return end;
}

/**
 * Finds the mark that closes a value, or the end of its line. A mark within d layers of JSON has 2^d − 1 backslashes.
 * One that belongs to the value has more, and each escaped backslash before the closing mark adds 2^(d + 1).
 */
function closingQuote(text: string, from: number, opening: string): number {
  if (/[;%]/.test(opening)) return search(new RegExp(`${opening}|[\\r\\n]`, 'g'), text, from);
  const mark = opening.at(-1) as string;
  const marks = { '“': '“”"', '„': '“”"', '‘': "’'" }[mark] ?? mark;
  const depth = opening.length - 1;
  const candidate = new RegExp(`(?<!\\\\)(\\\\*)[${marks}]|[\\r\\n]`, 'g');
  candidate.lastIndex = from;
  for (let match = candidate.exec(text); match; match = candidate.exec(text)) {
    const backslashes = match[1]?.length;
    if (backslashes === undefined || backslashes < depth) return match.index;
    if (backslashes % (2 * (depth + 1)) === depth) return match.index + backslashes - depth;
  }
  return text.length;
}

function search(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}
