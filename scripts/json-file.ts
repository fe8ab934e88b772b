import { readFileSync } from 'node:fs';

/** Where a text stops being JSON, and what to do there. */
export class JsonError extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

const SPACE = /[ \t\r\n]*/y;
const TOKEN =
  /"(?:[^"\\\t\r\n]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y;

/**
 * Takes a JSON text; returns the line, counted from 1, on which each of its fields and entries begins, by its path as a
 * `Problem` writes it. Throws a {@link JsonError} at what is no JSON, and at a name that an object has twice.
 */
export function linesOf(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  let at = 0;
  let line = 1;
  /** The line on which the token before ends. A comma that is missing or one too many is there. */
  let lineBefore = 1;
  let token = '';

  const fail = (message: string, where = line): never => {
    throw new JsonError(where, message);
  };
  const advance = () => {
    lineBefore = line;
    SPACE.lastIndex = at;
    line += (SPACE.exec(text)?.[0] ?? '').split('\n').length - 1;
    at = TOKEN.lastIndex = SPACE.lastIndex;
    token = TOKEN.exec(text)?.[0] ?? '';
    if (!token && at < text.length) fail(whatIsWrongWith(text.slice(at, at + 40)));
    at += token.length;
  };

  const readValue = (path: string) => {
    if (token === '{') readEntries('}', (_, opened) => readField(path, opened));
    else if (token === '[') readEntries(']', (i) => readEntry(`${path}[${i}]`));
    else if (/^[}\],:]?$/.test(token))
      fail(token ? `a value is missing before ${token}` : 'is empty: a value is missing');
    else advance();
  };
  const readEntry = (path: string) => {
    lines.set(path, line);
    readValue(path);
  };
  const readField = (path: string, names: Set<string>) => {
    if (!token.startsWith('"')) fail(`a name in double quotes is missing before ${token}`);
    const name: string = JSON.parse(token);
    if (names.has(name)) fail(`"${name}" is there twice in one object`);
    names.add(name);
    const own = path ? `${path}.${name}` : name;
    lines.set(own, line);
    advance();
    if (token !== ':') fail(`a colon is missing after "${name}"`, lineBefore);
    advance();
    readValue(own);
  };
  const readEntries = (end: string, readOne: (index: number, names: Set<string>) => void) => {
    const [start, opened] = [token, line];
    const names = new Set<string>();
    const closes = () => {
      if (!token) fail(`the ${start} on line ${opened} is never closed`);
      return token === end;
    };
    advance();
    for (let i = 0; !closes(); i++) {
      readOne(i, names);
      if (closes()) break;
      if (token === ']' || token === '}') fail(`${token} closes the ${start} on line ${opened}: one of them is wrong`);
      if (token !== ',') fail(`a comma is missing before ${token}`, lineBefore);
      advance();
      if (closes()) fail(`the comma before ${end} is one too many: delete it`, lineBefore);
    }
    advance();
  };

  advance();
  readEntry('');
  if (token) fail(`${token} stands after the end of the file’s object: delete it, or a bracket before it is wrong`);
  return lines;
}

/**
 * Takes the name of a JSON file; returns its text, what it says, and the {@link linesOf} its parts. Throws an error that
 * names the file and, if it is no JSON, the line and what to do there.
 */
export function readJsonFile(file: string): { text: string; json: unknown; lines: Map<string, number> } {
  try {
    const text = decode(readFileSync(file));
    return { text, lines: linesOf(text), json: JSON.parse(text) };
  } catch (error) {
    const line = error instanceof JsonError ? `${error.line}:` : '';
    throw new Error(`${file}:${line} ${sayError(error)}`);
  }
}

/** Takes what was thrown where a file was read; returns it as the end of a sentence that begins with the file's name. */
export function sayError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'is a folder';
  return message;
}

function decode(bytes: Buffer): string {
  const mark = bytes.toString('latin1', 0, 3);
  if (/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/.test(mark)) {
    throw new JsonError(
      1,
      'begins with a byte order mark: save it as UTF-8 without one ("UTF-8", not "UTF-8 with BOM")',
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error('is not UTF-8: save it as UTF-8');
  }
}

function whatIsWrongWith(rest: string): string {
  if (/^(?:\/[/*]|#)/.test(rest)) return 'is a comment, which JSON does not have: delete it';
  if (rest.startsWith('"')) {
    return 'a text is not closed, or has a line break, a tab or a lone \\ in it: write \\n, \\t and \\\\';
  }
  if (/^['‘’“”`]/.test(rest)) return `${rest[0]} is no quotation mark of JSON: write "`;
  const [word = ''] = /^[^\s{}[\],:"]+/.exec(rest) ?? [];
  return `${word} needs double quotes, or is misspelt`;
}
