import { pictureSize } from '../previews/pictures.ts';
import type { DrawnPage } from './prerender.tsx';

/** Takes any text and returns it as HTML text or as an attribute's value in double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The parts of the built index.html that the pages differ in. */
export type Template = { before: string; between: string; after: string };

/**
 * Takes the built index.html and returns what stands before, between and after the two places that each page fills in
 * its own way: the head's description of the page and the root element. The app's own script is left out:
 * `boot` starts it later.
 */
export function readTemplate(html: string): Template {
  const bare = html.replace(/\s*<script type="module"[^>]*><\/script>/g, '');
  const [, before, between, after] =
    /^(.*)<title>.*<\/title>(.*)<div id="root"><\/div>(.*)$/s.exec(bare) ?? [];
  if (before === undefined || between === undefined || after === undefined) {
    throw new Error('index.html lacks a title or an empty #root');
  }
  return { before, between, after };
}

/** What a page's head says of it. Its title is HTML already; `site` is the app's public address, ending in "/". */
export function headTags(page: DrawnPage, site: string, picture: string): string {
  const { description, data, fixed } = page;
  const url = site + (page.draws ?? page.path).slice(1);
  const { title, text } = page.picture;
  const card: [property: string, content: string][] = [
    ['type', data?.['@type'] === 'TechArticle' ? 'article' : 'website'],
    ['site_name', 'ITSMC troubleshooter'],
    ['title', title],
    ['description', description],
    ['url', url],
    ['image', site + picture],
    ['image:width', String(pictureSize.width)],
    ['image:height', String(pictureSize.height)],
    ['image:alt', [title, text].filter(Boolean).join(/[.?!]$/.test(title) ? ' ' : '. ')],
  ];
  return [
    `<title>${page.title}</title>`,
    ...(page.listed ? [] : ['<meta name="robots" content="noindex" />']),
    // What stands in for many addresses has nothing to say of any of them.
    ...(fixed
      ? [
          `<meta name="description" content="${escapeHtml(description)}" />`,
          `<link rel="canonical" href="${escapeHtml(url)}" />`,
          ...card.map(
            ([property, content]) =>
              `<meta property="og:${property}" content="${escapeHtml(content)}" />`,
          ),
          '<meta name="twitter:card" content="summary_large_image" />',
          ...(data ? [jsonLd({ '@context': 'https://schema.org', ...data, url })] : []),
        ]
      : []),
  ].join('\n    ');
}

function jsonLd(data: Record<string, unknown>): string {
  // "<" would let a text end the script.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<script type="application/ld+json">${json}</script>`;
}
