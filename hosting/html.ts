import type { DrawnPage } from '../src/prerender.tsx';
import { pictureSize } from './picture-size.ts';

/** Takes any text and returns it as HTML text or as an attribute's value in double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The parts of the built index.html that the pages differ in. */
export type Template = { before: string; between: string; after: string };

/**
 * Takes the built index.html and returns what stands before, between and after the two places that each page fills in
 * its own way: the head's description of the page and the root element. The app's own script and its preloads are left
 * out; `boot` starts it later.
 */
export function readTemplate(html: string): Template {
  const bare = html
    .replace(/\s*<script type="module"[^>]*><\/script>/g, '')
    .replace(/\s*<link rel="modulepreload"[^>]*>/g, '');
  const [, before, between, after] =
    /^(.*)<title>.*<\/title>(.*)<div id="root"><\/div>(.*)$/s.exec(bare) ?? [];
  if (before === undefined || between === undefined || after === undefined) {
    throw new Error('index.html lacks a title or an empty #root');
  }
  return { before, between, after };
}

/** What a page's head says of it. `title` is as HTML; `site` is the app's public address, ending in "/". */
export function describe(page: DrawnPage, site: string, picture: string): string {
  const url = site + (page.draws ?? page.path).slice(1);
  const { title: name, text } = page.picture;
  const property = (key: string, value: string) =>
    `<meta property="og:${key}" content="${escapeHtml(value)}" />`;
  return [
    `<title>${page.title}</title>`,
    `<meta name="description" content="${escapeHtml(page.description)}" />`,
    ...(page.listed ? [] : ['<meta name="robots" content="noindex" />']),
    `<link rel="canonical" href="${escapeHtml(url)}" />`,
    property('type', page.data?.['@type'] === 'TechArticle' ? 'article' : 'website'),
    property('site_name', 'ITSMC troubleshooter'),
    property('title', name),
    property('description', page.description),
    property('url', url),
    ...(picture
      ? [
          property('image', site + picture),
          property('image:width', String(pictureSize.width)),
          property('image:height', String(pictureSize.height)),
          property('image:alt', [name, text].filter(Boolean).join('. ')),
          '<meta name="twitter:card" content="summary_large_image" />',
        ]
      : []),
    ...(page.data ? [jsonLd({ '@context': 'https://schema.org', ...page.data, url })] : []),
  ].join('\n    ');
}

function jsonLd(data: Record<string, unknown>): string {
  // "<" would let a text end the script.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<script type="application/ld+json">${json}</script>`;
}
