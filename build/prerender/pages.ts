import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bootScript } from '../boot.ts';
import { policyInPage } from '../hosts/headers.ts';
import { escapeHtml, headTags, readTemplate } from './html.ts';
import type { DrawnPage, DrawnSite } from './prerender';

/** Where the build stands once the bundle is written. */
export type Site = {
  /** The output's folder. */
  folder: string;
  /** The path that the app is served under; starts and ends with "/". */
  base: string;
  /** The app's public address, ending in "/". */
  url: string;
};

/**
 * Writes the dataset and a file for each page, `404.html` and `shell.html` (a frame for any address) among them.
 * `scripts` gives the paths of the scripts that a page (by its file in src/pages) starts with; `picture` the path of
 * its picture.
 */
export function writePages(
  { folder, base, url }: Site,
  { ruleset, edition, pages, shell }: DrawnSite,
  scripts: (file: string | undefined) => string[],
  picture: (page: DrawnPage) => string,
): void {
  writeFileSync(join(folder, 'rulesets/itsmc.json'), ruleset);
  const { before, between, after } = readTemplate(readFileSync(join(folder, 'index.html'), 'utf8'));
  for (const page of [...pages, shell]) {
    const app = scripts(page.file).map((script) => base + script);
    const name = join(folder, page.path === '/' ? 'index.html' : `${page.path}.html`);
    mkdirSync(dirname(name), { recursive: true });
    writeFileSync(
      name,
      [
        before.replace(
          /<meta charset=.*?>/,
          `$&\n    <meta http-equiv="Content-Security-Policy" content="${policyInPage}" />`,
        ),
        headTags(page, url, picture(page)),
        between,
        // What stands in for many addresses is nobody's page.
        `<div id="root" data-edition="${edition}"${page.fixed ? ` data-path="${page.path}"` : ''}>`,
        page.markup,
        '</div>',
        after.replace(
          '</body>',
          `  <script data-app="${escapeHtml(app.join(' '))}">${bootScript}</script>\n  </body>`,
        ),
      ].join(''),
    );
  }
}
