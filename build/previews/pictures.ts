import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type CSSProperties, createElement, type ReactNode } from 'react';
import type { Site } from '../prerender/pages.ts';
import { iconOf } from '../product-files.ts';
import { lightColour } from '../tokens.ts';
import { toPng } from './png.ts';

/** In pixels: the size that every reader of Open Graph data shows whole. */
export const pictureSize = { width: 1200, height: 630 };

/** What the preview picture of a page says: one line about the kind of page, then its title and a text. */
export type PictureContent = { label: string; title: string; text: string };

export type RenderPicture = (content: PictureContent) => Promise<Uint8Array>;

/** More than a picture can hold, so that rendering a text of any length takes the same time. */
const MAX_TEXT = 600;

const { resolve } = createRequire(import.meta.url);

/**
 * Renders the pages' pictures into the folder `pictures`, once where several pages say the same.
 * Returns a function that gives the path of a page's picture.
 */
export async function writePictures(
  { folder, product }: Site,
  pages: readonly { picture: PictureContent }[],
): Promise<(page: { picture: PictureContent }) => string> {
  const render = await createPictureRenderer(product);
  const paths = new Map<string, string>();
  mkdirSync(join(folder, 'pictures'), { recursive: true });
  for (const key of new Set(pages.map(({ picture }) => JSON.stringify(picture)))) {
    const png = await render(JSON.parse(key));
    // Chats cache a picture by its address, so a changed picture needs a new one.
    const path = `pictures/${createHash('sha256').update(png).digest('hex').slice(0, 12)}.png`;
    writeFileSync(join(folder, path), png);
    paths.set(key, path);
  }
  return ({ picture }) => paths.get(JSON.stringify(picture)) ?? '';
}

/** Returns a function that renders a picture as PNG. */
export async function createPictureRenderer(product: Site['product']): Promise<RenderPicture> {
  // Imported here because only a build renders pictures, while `vite dev` loads this file too.
  const { default: satori } = await import('satori');
  const icon = Buffer.from(iconOf(product)).toString('base64');
  // Two files a weight: the letters of Western Europe, and those of all other Latin alphabets.
  const fonts = ['latin', 'latin-ext'].flatMap((letters) =>
    ([400, 700] as const).map((weight) => ({
      name: `Inter ${letters}`,
      weight,
      data: readFileSync(resolve(`@fontsource/inter/files/inter-${letters}-${weight}-normal.woff`)),
    })),
  );
  const footer = box(
    {
      alignItems: 'center',
      gap: 18,
      height: 104,
      padding: '0 64px',
      backgroundColor: lightColour('canvas'),
      borderTop: `2px solid ${lightColour('line')}`,
    },
    createElement('img', { src: `data:image/svg+xml;base64,${icon}`, width: 56, height: 56 }),
    paragraph(product.name, { fontSize: 34, fontWeight: 700 }),
  );

  return async ({ label, title, text }) => {
    const { textLines, ...titleStyle } = fitTitle(title.length);
    const page = box(
      { ...pictureSize, flexDirection: 'column', backgroundColor: lightColour('surface'), color: lightColour('text') },
      box(
        { flexDirection: 'column', flexGrow: 1, gap: 18, padding: '60px 64px 0' },
        paragraph(label, { fontSize: 34, lineClamp: 1, color: lightColour('muted') }),
        paragraph(title, { ...titleStyle, fontWeight: 700, lineHeight: 1.12 }),
        paragraph(text, { fontSize: 40, lineHeight: 1.35, lineClamp: textLines }),
      ),
      footer,
    );
    // Satori turns letters into paths, so the SVG needs no font.
    return toPng(await satori(page, { ...pictureSize, fonts }), pictureSize.width);
  };
}

/** The longer a title, the smaller its letters; smaller ones than these could not be read in a thumbnail. */
function fitTitle(length: number) {
  if (length <= 36) return { fontSize: 88, lineClamp: 2, textLines: 3 };
  if (length <= 64) return { fontSize: 72, lineClamp: 3, textLines: 2 };
  return { fontSize: 56, lineClamp: 4, textLines: 2 };
}

function box(style: CSSProperties, ...children: ReactNode[]) {
  return createElement('div', { style: { display: 'flex', ...style } }, ...children);
}

/** Letters of other alphabets, for which there is no font. */
const OTHER_LETTERS = /(?=\p{L})[^\p{Script=Latin}\p{Script=Common}]/u;

function paragraph(text: string, style: CSSProperties) {
  if (OTHER_LETTERS.test(text)) return null;
  const line = text.slice(0, MAX_TEXT).replace(/\s+/g, ' ').trim();
  return createElement('div', { style: { display: 'block', overflowWrap: 'anywhere', ...style } }, line);
}
