import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderHeaders, headers, headersOf } from './headers.ts';

type Headers = Readonly<Record<string, string>>;

/** Writes the files that hosts read their settings from. `base` is the path that the app is served under, "/" at both ends. */
export function writeHostFiles(folder: string, base: string): void {
  writeFileSync(join(folder, 'staticwebapp.config.json'), `${JSON.stringify(staticWebApp(base), null, 2)}\n`);
  writeFileSync(join(folder, '_headers'), headersFile(base));
  writeFileSync(join(folder, 'nginx.conf'), nginx(base));
}

/** Microsoft's Static Web Apps, which tries an address with `.html` by itself. */
function staticWebApp(base: string) {
  return {
    trailingSlash: 'never',
    globalHeaders: headers,
    routes: Object.entries(folderHeaders).map(([path, own]) => ({ route: `${base}${path}*`, headers: own })),
    responseOverrides: { 404: { rewrite: `${base}404.html` } },
    mimeTypes: { '.webmanifest': 'application/manifest+json' },
  };
}

/** Netlify and Cloudflare, which try an address with `.html` and answer with `404.html` by themselves. */
function headersFile(base: string): string {
  // Both revalidate cached files unless told otherwise, so only folders name Cache-Control. Given by two rules that
  // match the same file, one host would take the later value and the other would join both.
  const { 'Cache-Control': _, ...all } = headers;
  return Object.entries<Headers>({ '': all, ...folderHeaders })
    .map(([path, own]) => {
      const lines = Object.entries(own).map(([name, value]) => `  ${name}: ${value}\n`);
      return `${base}${path}*\n${lines.join('')}`;
    })
    .join('\n');
}

/** nginx, where it is included in a server block. */
function nginx(base: string): string {
  const addHeaders = (own: Headers) =>
    Object.entries(own).map(([name, value]) => `add_header ${name} "${value}" always;`);
  const location = (match: string, ...lines: string[]) => [
    `location ${match} {`,
    ...lines.map((line) => `  ${line}`),
    '}',
  ];
  return [
    '# Written by the build. Include it in a server block, after its root.',
    ...(base === '/' ? [] : location(`= ${base.slice(0, -1)}`, 'absolute_redirect off;', `return 301 ${base};`)),
    ...location(
      base,
      ...addHeaders(headers),
      'absolute_redirect off;',
      `rewrite ^${base}$ ${base}index.html break;`,
      // A redirect to "//" or "/\\" would lead to another site, so a path has to start with a word character.
      `rewrite ^${base}(\\w[\\w/-]*)/$ ${base}$1 permanent;`,
      'try_files $uri $uri.html =404;',
      `error_page 404 ${base}404.html;`,
      'charset utf-8;',
      'gzip on;',
      'gzip_comp_level 6;',
      'gzip_min_length 512;',
      'gzip_proxied any;',
      'gzip_types text/css text/plain application/javascript text/javascript application/json application/manifest+json application/xml image/svg+xml;',
      'gzip_vary on;',
      ...location('~ \\.webmanifest$', 'default_type application/manifest+json;', 'try_files $uri =404;'),
      // A location with an add_header of its own inherits none, so each folder has them all.
      ...Object.keys(folderHeaders).flatMap((path) =>
        location(`^~ ${base}${path}`, ...addHeaders(headersOf(path)), 'try_files $uri =404;'),
      ),
    ),
    '',
  ].join('\n');
}
