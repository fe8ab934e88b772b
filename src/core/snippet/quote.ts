/** The language of a snippet; `address` is an https address. */
export type Language = 'kusto' | 'powershell' | 'shell' | 'address';

/**
 * Characters that are invisible or not what they look like: control, format, unassigned and private ones, lone
 * surrogates (all C), line separators, spaces other than U+0020, and others that render as nothing (DI).
 */
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}\p{DI}\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/u;

/** Characters with a meaning in PowerShell, a POSIX shell or Windows' Command Prompt. */
const SPECIAL = /["'`$&|<>^%!;\u2018-\u201f]/u;

const KUSTO_ESCAPED = new RegExp(`\\\\|${INVISIBLE.source}|${SPECIAL.source}`, 'gu');

/** PowerShell ends a single-quoted string at any of these, and reads any two of them as one that belongs to it. */
const SINGLE_QUOTES = /['\u2018-\u201b]/g;

/**
 * By language, a function that takes any string, however hostile, and returns one harmless literal for it: nothing in the
 * value ends the literal or is run. None throws; each takes linear time.
 *
 * A literal has two limits. Commands take a value that begins with `-` for an option, quoted or not, so templates put
 * values into query texts and addresses only, never as an argument of their own. And a literal must stand where one may
 * begin: not inside the template's own quotes, nor in a comment, which a line break in the value would end.
 */
export const quoteFor: Readonly<Record<Language, (value: string) => string>> = {
  /**
   * A double-quoted literal that reads back to exactly the value, lone surrogates included. A backslash is doubled
   * (https://learn.microsoft.com/kusto/query/scalar-data-types/string). The page does not mention `\uXXXX`, but
   * Microsoft's own parser reads it (https://github.com/microsoft/Kusto-Query-Language, `ScanStringEscape` in
   * src/Kusto.Language/Parser/TokenParser.cs).
   *
   * Quotes and special characters are escaped that way as well: queries are pasted into command lines, and Windows
   * PowerShell passes an argument with quotes on to `az`, a batch file, so that `&` in a value would be run
   * (its own documentation of quoting says so).
   */
  kusto(value) {
    const toUnicode = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
    const escaped = value.replace(KUSTO_ESCAPED, (match) =>
      match === '\\' ? '\\\\' : match.split('').map(toUnicode).join(''),
    );
    return `"${escaped}"`;
  },

  /**
   * A single-quoted literal: nothing is expanded in it, and each single quote, typographic ones too, is written twice
   * (https://learn.microsoft.com/powershell/scripting/lang-spec/chapter-02, "String literals"). Quoting ends with
   * PowerShell: for a program that is no cmdlet (`az`) Windows reads the argument again by other rules, so a template
   * calls cmdlets.
   */
  powershell: (value) => `'${typeable(value).replace(SINGLE_QUOTES, '$&$&')}'`,

  /**
   * A single-quoted word of a POSIX shell, in which everything but `'` is literal
   * (https://pubs.opengroup.org/onlinepubs/009696699/utilities/xcu_chap02.html, "Single-Quotes"). Single quotes stand
   * in double ones, `'"'"'`, where `'\''` would do for the shell: pasted into PowerShell by mistake, this is still
   * nothing but strings, while that would run the value.
   */
  shell: (value) => `'${typeable(value).replace(SINGLE_QUOTES, `'"$&"'`)}'`,

  /**
   * The value percent-encoded as one segment of an https address's path or as labels of its host; nothing in it ends
   * the address, nor a Markdown link or quotes that it stands in. Lone surrogates are U+FFFD. The segments `.` and `..`
   * have no encoding, since `%2e` is read as a dot (https://url.spec.whatwg.org/#double-dot-path-segment): their dots
   * are U+FFFD. In a host, what no host can have is refused by whoever reads the address, and letters lose their case.
   */
  address(value) {
    const segment = /^\.\.?$/.test(value) ? value.replaceAll('.', '\ufffd') : value;
    const encode = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
    return encodeURIComponent(segment.toWellFormed()).replace(/[!'()*]/g, encode);
  },
};

/**
 * The value as it can be pasted into a terminal: without control characters but tabs and line breaks, with U+FFFD for
 * each lone surrogate. NUL can't stand in a command line, and a terminal takes the others for keys: Ctrl+C leaves the
 * open quote, and what follows would be run.
 */
function typeable(value: string): string {
  return value.toWellFormed().replace(/(?![\t\n\r])\p{Cc}/gu, '');
}
