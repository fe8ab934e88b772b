import { pictureSize } from '../previews/pictures.ts';
import type { PageInfo } from './list-pages.ts';

const NEXT_TAG = '\n    ';

/** Takes any text and returns it as HTML text or as an attribute's value in double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The parts of the built index.html that the pages differ in. */
export type Template = { before: string; between: string; after: string };

/**
 * Takes the built index.html and returns the text around the two places that each page fills: the title in the head
 * and the root element.
 */
export function readTemplate(html: string): Template {
  const [, before, between, after] = /^(.*)<title>.*<\/title>(.*)<div id="root"><\/div>(.*)$/s.exec(html) ?? [];
  if (before === undefined || between === undefined || after === undefined) {
    throw new Error('index.html lacks a title or an empty #root');
  }
  return { before, between, after };
}

/**
 * Takes a page with its title as HTML, the app's public address (ending in "/") and its picture's path; returns the
 * tags that describe it in the head.
 */
export function headTags(page: PageInfo & { title: string }, site: string, picture: string): string {
  const { description, data } = page;
  const { title, text } = page.picture;
  const url = site + (page.draws ?? page.path).slice(1);
  const tags = [`<title>${page.title}</title>`];
  if (!page.listed) tags.push('<meta name="robots" content="noindex" />');
  // A page that stands in for many addresses has nothing to say about any of them.
  if (!page.fixed) return tags.join(NEXT_TAG);
  const openGraph = {
    type: data?.['@type'] === 'TechArticle' ? 'article' : 'website',
    site_name: 'ITSMC troubleshooter',
    title,
    description,
    url,
    image: site + picture,
    'image:width': String(pictureSize.width),
    'image:height': String(pictureSize.height),
    'image:alt': [title, text].filter(Boolean).join(/[.?!]$/.test(title) ? ' ' : '. '),
  };
  tags.push(
    `<meta name="description" content="${escapeHtml(description)}" />`,
    `<link rel="canonical" href="${escapeHtml(url)}" />`,
    ...Object.entries(openGraph).map(
      ([name, content]) => `<meta property="og:${name}" content="${escapeHtml(content)}" />`,
    ),
    '<meta name="twitter:card" content="summary_large_image" />',
  );
  if (data) {
    const json = JSON.stringify({ '@context': 'https://schema.org', ...data, url });
    // A "<" could end the script.
    tags.push(`<script type="application/ld+json">${json.replaceAll('<', '\\u003c')}</script>`);
  }
  return tags.join(NEXT_TAG);
}
