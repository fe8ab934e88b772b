import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeHtml } from './html.ts';
import type { Site } from './pages.ts';

/** Writes `sitemap.xml`, which lists the pages at these paths, and `robots.txt`, which names it. */
export function writeSitemap({ folder, url }: Site, paths: readonly string[]): void {
  const entries = paths.map(
    (path) => `  <url><loc>${escapeHtml(url + path.slice(1))}</loc></url>\n`,
  );
  writeFileSync(
    join(folder, 'sitemap.xml'),
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</urlset>\n`,
  );
  writeFileSync(
    join(folder, 'robots.txt'),
    `User-agent: *\nAllow: /\n\nSitemap: ${url}sitemap.xml\n`,
  );
}
