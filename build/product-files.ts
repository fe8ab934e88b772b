import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from './prerender/pages.ts';
import { toPng } from './previews/png.ts';
import { lightColour } from './tokens.ts';

/** The app's icon as SVG: the dataset's lines on a field in its colour, `share` of the field's width. */
export function iconOf({ icon, accent, name }: Site['product'], share = 0.7, radius = 7): string {
  const scale = (32 * share) / 24;
  const offset = (32 - 24 * scale) / 2;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">',
    `<title>${name.replace(/[&<>]/g, '')}</title>`,
    `<rect width="32" height="32" rx="${radius}" fill="${accent?.light ?? lightColour('accent')}"/>`,
    `<path transform="translate(${offset} ${offset}) scale(${scale})" d="${icon}" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`,
    '</svg>\n',
  ].join('\n');
}

/** Writes what browsers and phones need to install the app: its manifest and its icons. */
export async function writeProductFiles({ folder, product }: Site, description: string): Promise<void> {
  const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
  write('icon.svg', iconOf(product));
  for (const size of [192, 512]) write(`icon-${size}.png`, await toPng(iconOf(product), size));
  // Phones cut these into a shape of their own.
  write('icon-maskable.png', await toPng(iconOf(product, 0.5, 0), 512));
  write('apple-touch-icon.png', await toPng(iconOf(product, 0.6, 0), 180));
  const manifest = {
    name: product.name,
    short_name: product.shortName ?? product.name,
    description,
    lang: product.language,
    start_url: '.',
    scope: '.',
    display: 'standalone',
    theme_color: product.accent?.light ?? lightColour('accent'),
    background_color: lightColour('canvas'),
    categories: ['utilities'],
    icons: [
      { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: 'icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
  write('manifest.webmanifest', `${JSON.stringify(manifest, null, 2)}\n`);
}
