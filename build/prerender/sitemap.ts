import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeHtml } from './html.ts';

/** Writes `sitemap.xml` with the pages at these paths, and `robots.txt`, which names it. */
export function writeSitemap({ folder, url }: { folder: string; url: string }, paths: readonly string[]): void {
  const sitemap = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...paths.map((path) => `  <url><loc>${escapeHtml(url + path.slice(1))}</loc></url>`),
    '</urlset>',
    '',
  ];
  writeFileSync(join(folder, 'sitemap.xml'), sitemap.join('\n'));
  writeFileSync(join(folder, 'robots.txt'), `User-agent: *\nAllow: /\n\nSitemap: ${url}sitemap.xml\n`);
}
