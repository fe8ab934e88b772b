import type { Language } from './quote';

/** A piece of code, and what it is in its language; an empty text where that is not shown. */
export type CodePiece = { kind: string; text: string };

/** By language, what is told apart by colour. Each group's name is a kind; an address has no parts. */
const KINDS: Partial<Record<Language, RegExp>> = {
  kusto:
    /(?<comment>\/\/.*)|(?<string>"(?:\\.|[^"\\])*")|(?<keyword>(?<=\|\s*)[a-z][\w-]*|\b(?:and|or|by|in|contains|asc|desc)\b)|(?<name>\b\w+(?=\())/g,
  powershell: /(?<string>'(?:[^']|'')*'|"[^"]*")|(?<keyword>\b[A-Z]\w*-[A-Z]\w*)|(?<name>(?<=\s)-\w+)/g,
  shell: /(?<string>'[^']*'|"[^"]*")|(?<keyword>^\w+)|(?<name>(?<=\s)--?[\w-]+)/gm,
};

/** Takes code and its language; returns its pieces in order, which make up the code again. Linear in the code. */
export function highlight(code: string, language: Language): CodePiece[] {
  const pieces: CodePiece[] = [];
  let at = 0;
  for (const { 0: text, index, groups } of code.matchAll(KINDS[language] ?? /$^/g)) {
    const [kind = ''] = Object.entries(groups ?? {}).find(([, found]) => found !== undefined) ?? [];
    pieces.push({ kind: '', text: code.slice(at, index) }, { kind, text });
    at = index + text.length;
  }
  return [...pieces, { kind: '', text: code.slice(at) }];
}
