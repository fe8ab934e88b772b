import { type Language, quoteFor } from './quote';

/**
 * `{name}`, with a name as in signatures. After `$`, a backslash or a backtick the brace is the language's own
 * (`${HOME}`), and a literal put there would not be read as one: bash takes `$'…'` for a string with escapes.
 */
const PLACEHOLDER = /(?<![$\\`])\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/** The quotes of a literal, by language. */
const QUOTES = { kusto: '"', powershell: "'", shell: "'", address: '' };

/**
 * Takes a snippet's template, its language and values by name; returns the snippet with each `{name}` replaced by its
 * value as a literal of that language (see {@link quoteFor} for its limits). Without a value, the words of the name
 * stand there to be filled in: `"<connection identifier>"`, or in an address `<connection identifier>`. All other braces
 * stay as they are, and so do those in values. Never throws; linear in the result.
 *
 * A query goes into a command as the value of one more placeholder:
 *
 *     const query = fillSnippet('T | where Name == {name}', 'kusto', values);
 *     fillSnippet('az graph query -q {query}', 'shell', { query });
 */
export function fillSnippet(code: string, language: Language, values: Readonly<Record<string, string>>): string {
  return fillPieces(code, language, values).join('');
}

/** Like {@link fillSnippet}, in pieces: every second one is the literal that stands for a placeholder. */
export function fillPieces(code: string, language: Language, values: Readonly<Record<string, string>>): string[] {
  return code.split(PLACEHOLDER).map((piece, i) => {
    if (i % 2 === 0) return piece;
    const value = Object.hasOwn(values, piece) ? values[piece] : undefined;
    if (value !== undefined) return quoteFor[language](value);
    return `${QUOTES[language]}<${wordsOf(piece)}>${QUOTES[language]}`;
  });
}

/** Takes a snippet's template and returns the names of its placeholders, in order, each once. */
export function placeholders(code: string): string[] {
  return [...new Set(Array.from(code.matchAll(PLACEHOLDER), ([, name = '']) => name))];
}

/** Takes a placeholder's name and returns its words: `connectionIdentifier` → "connection identifier". */
export function wordsOf(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3 $2$4').replace(/_+/g, ' ');
  return words.trim().toLowerCase() || name;
}
