/** What is answered to an address that has no page of its own: the app draws it. */
const SHELL = 'shell.html';

export type Files = Readonly<Record<string, string>>;

/** An address as a path from the scope: '' for the scope itself; undefined outside of it. */
export function pathWithin(scope: string, address: string): string | undefined {
  const { origin, pathname } = new URL(address);
  const whole = origin + pathname;
  return whole.startsWith(scope) ? whole.slice(scope.length) : undefined;
}

/** The page's file for a path; the shell if the page is none of `files`. */
export function pageFile(path: string, files: Files): string {
  const name = path.replace(/\/+$/, '') || 'index';
  return [`${name}.html`, name].find((file) => isPage(file) && Object.hasOwn(files, file)) ?? SHELL;
}

/** The addresses that give a file. Hosts differ in whether a page is asked for with or without its ending. */
export function fileAddresses(file: string): string[] {
  return isPage(file) ? [file.replace(/(^index)?\.html$/, '') || './', file] : [file];
}

/** Whether the path's ending tells that it is a file and no page. */
export function isOtherFile(path: string): boolean {
  return /\.[a-z0-9]+$/i.test(path) && !isPage(path);
}

function isPage(file: string): boolean {
  return file.endsWith('.html');
}
