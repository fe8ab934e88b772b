import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { policyInPage } from '../hosts/headers.ts';
import { headTags, readTemplate } from './html.ts';
import type { RenderedPage } from './prerender';

/** The built site. */
export type Site = {
  /** The output folder. */
  folder: string;
  /** The path that the app is served under; starts and ends with "/". */
  base: string;
  /** The app's public address, ending in "/". */
  url: string;
};

/**
 * Writes a file for each page, and `shell.html`, an empty page in which the app renders any address. `scripts` lists the
 * scripts that a page (by its file in src/pages) starts with, `picture` the path of its preview.
 */
export function writePages(
  { folder, base, url }: Site,
  pages: readonly RenderedPage[],
  scripts: (file: string | undefined) => string[],
  picture: (page: RenderedPage) => string,
): void {
  const html = readFileSync(join(folder, 'index.html'), 'utf8').replace(
    /<meta charset=.*?>/,
    `$&\n    <meta http-equiv="Content-Security-Policy" content="${policyInPage}" />`,
  );
  const { before, between, after } = readTemplate(html);
  writeFileSync(
    join(folder, 'shell.html'),
    html.replace('</title>', '</title>\n    <meta name="robots" content="noindex" />'),
  );
  for (const page of pages) {
    const name = join(folder, page.path === '/' ? 'index.html' : `${page.path}.html`);
    // The page for unknown addresses has no path of its own: the app renders it anew.
    const path = page.fixed ? ` data-path="${page.path}"` : '';
    const starting = scripts(page.file)
      .map((script) => base + script)
      .join(' ');
    mkdirSync(dirname(name), { recursive: true });
    writeFileSync(
      name,
      [
        before,
        headTags(page, url, picture(page)),
        between,
        `<div id="root"${path} data-scripts="${starting}">${page.markup}</div>`,
        after,
      ].join(''),
    );
  }
}
