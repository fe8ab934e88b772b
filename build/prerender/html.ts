import { pictureSize } from '../previews/pictures.ts';
import type { RenderedPage } from './prerender.tsx';

/** Takes any text and returns it as HTML text or as an attribute's value in double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Takes a page, the app's public address (ending in "/") and the path of the page's picture; returns its tags for the head. */
export function headTags(
  { path, address, title, description, data, picture }: RenderedPage,
  site: string,
  image: string,
) {
  const tags = [`<title>${title}</title>`];
  if (path !== address) tags.push('<meta name="robots" content="noindex" />');
  // A page that stands in for many addresses has nothing to say about any of them.
  if (address !== null) {
    const url = site + address.slice(1);
    const openGraph = {
      type: data?.['@type'] === 'TechArticle' ? 'article' : 'website',
      site_name: 'ITSMC troubleshooter',
      title: picture.title,
      description,
      url,
      image: site + image,
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
