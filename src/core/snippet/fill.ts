import { type Language, quoteFor } from './quote';

/**
 * `{name}`, with a name as in signatures. After `$`, a backslash or a backtick it is the language's own (`${HOME}`),
 * and a literal there would not be read as one: bash takes `$'…'` for a string with escapes.
 */
const PLACEHOLDER = /(?<![$\\`])\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/** What a literal's text stands between, by language. */
const MARKS: Readonly<Record<Language, string>> = {
  kusto: '"',
  powershell: "'",
  shell: "'",
  address: '',
};

/**
 * Takes a snippet's template, its language and values by name; returns the snippet with each `{name}` replaced by its
 * value as a literal of that language ({@link quoteFor} says what that can't help against). Where `values` has no
 * property of its own by that name, what to fill in stands there instead: `"<connection identifier>"`, or in an
 * address `<connection identifier>`. Every other brace is literal, and a value's braces are never looked at. Never
 * throws; linear in the result.
 *
 * A query goes into a command as the value of one more placeholder:
 *
 *     const query = fillSnippet('T | where Name == {name}', 'kusto', values);
 *     fillSnippet('az graph query -q {query}', 'shell', { query });
 */
export function fillSnippet(
  code: string,
  language: Language,
  values: Readonly<Record<string, string>>,
): string {
  return code.replace(PLACEHOLDER, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value !== undefined) return quoteFor[language](value);
    return `${MARKS[language]}<${wordsOf(name)}>${MARKS[language]}`;
  });
}

/** Takes a snippet's template and returns the names of its placeholders, in order, each once. */
export function placeholders(code: string): string[] {
  return [...new Set(Array.from(code.matchAll(PLACEHOLDER), ([, name = '']) => name))];
}

/** A name as one says it: `connectionIdentifier` and `connection_identifier` are both "connection identifier". */
function wordsOf(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3 $2$4')
    .replace(/_+/g, ' ')
    .trim()
    .toLowerCase();
  return words || name;
}
