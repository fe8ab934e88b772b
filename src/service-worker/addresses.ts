/** The app's pages, as paths from the scope. Their segments are ids, which hold no dot. */
const PAGE = /^(index|errors(\/[^/.]+)?|wizard(\/[^.]+)?|integrate|changes)$/;

/**
 * Takes an address and the scope, both absolute. Returns the files that can answer for a page of the app, best first:
 * its own, or else the shell, in which the app renders it. Empty for every address that is not a page of the app; the
 * same origin may hold a login or other apps.
 */
export function pageFiles(url: URL, scope: string): URL[] {
  const address = url.origin + url.pathname;
  if (!address.startsWith(scope)) return [];
  const page = address.slice(scope.length).replace(/(\.html|\/)$/, '') || 'index';
  return PAGE.test(page) ? [`${page}.html`, 'shell.html'].map((file) => new URL(file, scope)) : [];
}
