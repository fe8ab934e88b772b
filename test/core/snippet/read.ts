import { spawnSync } from 'node:child_process';

/** What Kusto's escaped letters stand for. */
const KUSTO_ESCAPES: Record<string, string> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/**
 * Takes Kusto text and returns the value of the double-quoted literal that it is; throws unless it is exactly one.
 * Written from the rules for literals (https://learn.microsoft.com/kusto/query/scalar-data-types/string) and
 * Microsoft's parser: no line break inside, and only known escapes, numbers by `\u` with four digits.
 */
export function readKusto(text: string): string {
  const literal = /^"((?:[^"\\\r\n]|\\[\\'"abfnrtv]|\\u[0-9a-fA-F]{4})*)"$/.exec(text);
  if (!literal) throw new Error(`not one Kusto literal: ${text}`);
  return (literal[1] ?? '').replace(/\\(?:u(.{4})|(.))/g, (_, hex?: string, letter = '') =>
    hex === undefined ? (KUSTO_ESCAPES[letter] ?? letter) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** PowerShell's quotes (https://learn.microsoft.com/powershell/scripting/lang-spec/chapter-02, "String literals"). */
const SINGLE = "'‘’‚‛";
const DOUBLE = '"“”„';

/** Takes PowerShell text and returns the value of the single-quoted literal that it is; throws unless it is one. */
export function readPowershell(text: string): string {
  const literal = new RegExp(`^[${SINGLE}]((?:[^${SINGLE}]|[${SINGLE}]{2})*)[${SINGLE}]$`).exec(text);
  if (!literal) throw new Error(`not one PowerShell literal: ${text}`);
  return (literal[1] ?? '').replace(new RegExp(`([${SINGLE}])[${SINGLE}]`, 'g'), '$1');
}

/** Whether PowerShell takes a text for strings alone, one after another, with nothing in them to expand. */
export function isPowershellStrings(text: string): boolean {
  const single = `[${SINGLE}](?:[^${SINGLE}]|[${SINGLE}]{2})*[${SINGLE}](?![${SINGLE}])`;
  const double = `[${DOUBLE}](?:[^${DOUBLE}$\`]|[${DOUBLE}]{2})*[${DOUBLE}](?![${DOUBLE}])`;
  return new RegExp(`^(?:${single}|${double})+$`).test(text);
}

/** Takes words as they stand in a command line; returns what a real `sh` makes of each, and throws if it complains. */
export function readShell(words: readonly string[]): string[] {
  // The words come by standard input, as a line of a command has a greatest length.
  const input = words.map((word) => `printf '%s\\0' ${word}\n`).join('');
  const { status, stdout, stderr } = spawnSync('sh', { input, encoding: 'utf8' });
  if (status !== 0 || stderr !== '') throw new Error(`sh ended with ${status}: ${stderr}`);
  return stdout.split('\0').slice(0, -1);
}
