import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '../prerender/pages.ts';
import type { RenderedPage } from '../prerender/prerender.tsx';

/** Draws the pages' pictures, those that say the same only once. Returns a function that gives a page's picture's path. */
export async function writePictures(
  { folder }: Site,
  pages: readonly RenderedPage[],
): Promise<(page: RenderedPage) => string> {
  // Only a build needs what draws them.
  const { createPictures } = await import('./picture.ts');
  const draw = await createPictures();
  const paths = new Map<string, string>();
  mkdirSync(join(folder, 'pictures'), { recursive: true });
  for (const { picture } of pages) {
    const key = JSON.stringify(picture);
    if (paths.has(key)) continue;
    const png = await draw(picture);
    // Chats keep a picture by its address, so another picture needs another one.
    const path = `pictures/${createHash('sha256').update(png).digest('hex').slice(0, 12)}.png`;
    writeFileSync(join(folder, path), png);
    paths.set(key, path);
  }
  return ({ picture }) => paths.get(JSON.stringify(picture)) ?? '';
}
