import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Ruleset } from '../../src/core/ruleset/schema.ts';
import { policyInPage } from '../hosts/headers.ts';
import { pictureSize } from '../previews/pictures.ts';
import { escapeHtml } from './escape.ts';
import type { RenderedPage } from './prerender.tsx';

/** The built site. */
export type Site = {
  /** The output folder. */
  folder: string;
  /** The path that the app is served under; starts and ends with "/". */
  base: string;
  /** The app's public address, ending in "/". */
  url: string;
  /** What the dataset says of the app. */
  product: Ruleset['product'];
};

/** What a page starts with, as paths below the base, in order; and the stylesheets of all pages. */
export type StartingFiles = { scripts: string[]; styles: string[]; allStyles: string[] };

/**
 * Writes a file for each page, and `shell.html`, an empty page in which the app renders any address. `startingFiles` says
 * what a page (by its file in src/pages) starts with, `picture` the path of its preview.
 */
export function writePages(
  site: Site,
  pages: readonly RenderedPage[],
  startingFiles: (file: string | undefined) => StartingFiles,
  picture: (page: RenderedPage) => string,
): void {
  const { folder, base, product } = site;
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
    .replace(/<meta charset=.*?>/, `$&\n    <meta http-equiv="Content-Security-Policy" content="${policyInPage}" />`)
    .replace('<html lang="en">', () => `<html lang="${escapeHtml(product.language)}">`)
    .replace('<title></title>', () => `<title>${escapeHtml(product.name)}</title>`)
    // Vite puts the script into the head. At the end and at low priority, it does not delay what there is to read.
    .replace(/\s*<script type="module".*<\/script>/, '')
    .replace('</body>', `  <script type="module" async fetchpriority="low" src="${base}main.js"></script>\n  </body>`);
  const paths = (files: readonly string[]) => files.map((name) => base + name).join(' ');
  const isInHead = (style: string) => html.includes(base + style);
  const shell = html.replace('</title>', '$&\n    <meta name="robots" content="noindex" />');
  const allStyles = startingFiles(undefined).allStyles.filter((style) => !isInHead(style));
  writeFileSync(join(folder, 'shell.html'), shell.replace('<div id="root"', `$& data-styles="${paths(allStyles)}"`));
  for (const page of pages) {
    const name = join(folder, page.path === '/' ? 'index.html' : `${page.path}.html`);
    // At an old or unknown address, the app renders another page than this one.
    const path = page.path === page.address ? ` data-path="${page.path}"` : '';
    const { scripts, styles } = startingFiles(page.file);
    const later = allStyles.filter((style) => !styles.includes(style));
    const files = `data-scripts="${paths(scripts)}" data-styles="${paths(later)}"`;
    const root = `<div id="root"${path} ${files}>${page.markup}</div>`;
    const links = styles
      .filter((style) => !isInHead(style))
      .map((style) => `  <link rel="stylesheet" crossorigin href="${base}${style}">\n  `);
    // Functions, because "$" has a meaning in a replacement text.
    const titled = html.replace(/<title>.*<\/title>/, () => headTags(page, site, picture(page)));
    const filled = titled.replace('</head>', `${links.join('')}$&`).replace('<div id="root"></div>', () => root);
    mkdirSync(dirname(name), { recursive: true });
    writeFileSync(name, filled);
  }
}

/** Writes `sitemap.xml` with the pages that search engines should list, and `robots.txt`, which names it. */
export function writeSitemap({ folder, url }: Site, pages: readonly RenderedPage[]): void {
  const listed = pages.filter(({ path, address }) => path === address);
  const sitemap = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...listed.map(({ path }) => `  <url><loc>${escapeHtml(url + path.slice(1))}</loc></url>`),
    '</urlset>\n',
  ];
  writeFileSync(join(folder, 'sitemap.xml'), sitemap.join('\n'));
  writeFileSync(join(folder, 'robots.txt'), `User-agent: *\nAllow: /\n\nSitemap: ${url}sitemap.xml\n`);
}

/** Takes a page, the site and the path of the page's picture; returns its tags for the head. */
function headTags(
  { path, address, title, description, data, picture }: RenderedPage,
  site: Site,
  image: string,
): string {
  const tags = [`<title>${title}</title>`];
  if (path !== address) tags.push('<meta name="robots" content="noindex" />');
  // A page that stands in for many addresses has nothing to say about any of them.
  if (address !== null) {
    const url = site.url + address.slice(1);
    const openGraph = {
      type: data?.['@type'] === 'TechArticle' ? 'article' : 'website',
      site_name: site.product.name,
      title: picture.title,
      description,
      url,
      image: site.url + image,
      'image:width': String(pictureSize.width),
      'image:height': String(pictureSize.height),
      'image:alt': [picture.title, picture.text].filter(Boolean).join(/[.?!]$/.test(picture.title) ? ' ' : '. '),
    };
    tags.push(
      `<meta name="description" content="${escapeHtml(description)}" />`,
      `<link rel="canonical" href="${escapeHtml(url)}" />`,
      ...Object.entries(openGraph).map(
        ([name, text]) => `<meta property="og:${name}" content="${escapeHtml(text)}" />`,
      ),
      '<meta name="twitter:card" content="summary_large_image" />',
    );
    if (data) {
      const json = JSON.stringify({ '@context': 'https://schema.org', ...data, url });
      // A "<" could end the script.
      tags.push(`<script type="application/ld+json">${json.replaceAll('<', '\\u003c')}</script>`);
    }
  }
  return tags.join('\n    ');
}
