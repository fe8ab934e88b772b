import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderHeaders, headers } from './headers.ts';

/** Writes what hosts read their settings from. `base` is the path that the app is served under; it ends with "/". */
export function writeHostFiles(folder: string, base: string): void {
  const files = {
    'staticwebapp.config.json': staticWebApp(base),
    _headers: headersFile(base),
    'nginx.conf': nginx(base),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

/** Azure Static Web Apps. It tries an address with `.html` by itself. */
function staticWebApp(base: string): string {
  const config = {
    trailingSlash: 'never',
    globalHeaders: headers,
    routes: Object.entries(folderHeaders).map(([path, own]) => ({
      route: `${base}${path}*`,
      headers: own,
    })),
    responseOverrides: { 404: { rewrite: `${base}404.html` } },
    mimeTypes: { '.webmanifest': 'application/manifest+json' },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

/** Netlify and Cloudflare. Both try an address with `.html` and answer with `404.html` by themselves. */
function headersFile(base: string): string {
  // Both ask about a kept file each time unless told otherwise. They do not agree on what a header is that two rules
  // give: for one the later counts, the other joins them.
  const { 'Cache-Control': _, ...all } = headers;
  const rules = { '': all, ...folderHeaders };
  return Object.entries(rules)
    .map(([path, own]) =>
      [
        `${base}${path}*`,
        ...Object.entries(own).map(([name, value]) => `  ${name}: ${value}`),
        '',
      ].join('\n'),
    )
    .join('\n');
}

/** To be included in a server block that says where the files are. */
function nginx(base: string): string {
  // What differs between folders is a variable: an add_header in a location would drop all those outside it.
  const all = headers;
  const varying = new Set(Object.values(folderHeaders).flatMap((own) => Object.keys(own)));
  const variable = (name: string) => `$app_${name.toLowerCase().replaceAll('-', '_')}`;
  const set = (own: Record<string, string>) =>
    Object.entries(own).map(([name, value]) => `set ${variable(name)} "${value}";`);
  const location = (match: string, lines: string[]) => [
    `location ${match} {`,
    ...lines.map((line) => (line ? `  ${line}` : line)),
    '}',
  ];
  return [
    '# Made by the build. Include it in a server block, after its root.',
    ...set(Object.fromEntries(Object.entries(all).filter(([name]) => varying.has(name)))),
    '',
    ...(base === '/'
      ? []
      : location(`= ${base.slice(0, -1)}`, ['absolute_redirect off;', `return 301 ${base};`])),
    ...location(base, [
      ...Object.entries(all).map(
        ([name, value]) =>
          `add_header ${name} "${varying.has(name) ? variable(name) : value}" always;`,
      ),
      '',
      'absolute_redirect off;',
      `rewrite ^${base}$ ${base}index.html break;`,
      // Our own addresses only: a browser takes what follows "/\" or "//" for another site's name.
      `rewrite ^${base}(\\w[\\w/-]*)/$ ${base}$1 permanent;`,
      'try_files $uri $uri.html =404;',
      `error_page 404 ${base}404.html;`,
      '',
      'charset utf-8;',
      'gzip on;',
      'gzip_comp_level 6;',
      'gzip_min_length 512;',
      'gzip_proxied any;',
      'gzip_types text/css text/plain application/javascript text/javascript application/json application/manifest+json application/xml image/svg+xml;',
      'gzip_vary on;',
      '',
      ...location('~ \\.webmanifest$', [
        'default_type application/manifest+json;',
        'try_files $uri =404;',
      ]),
      ...Object.entries(folderHeaders).flatMap(([path, own]) =>
        location(`^~ ${base}${path}`, [...set(own), 'try_files $uri =404;']),
      ),
    ]),
    '',
  ].join('\n');
}
