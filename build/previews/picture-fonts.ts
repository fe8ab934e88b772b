import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Font } from 'satori';

/** Two files a weight: letters of Western Europe, and those of all other Latin alphabets. */
export async function readFonts(): Promise<Font[]> {
  const { resolve } = createRequire(import.meta.url);
  const faces = (['latin', 'latin-ext'] as const).flatMap((letters) =>
    ([400, 700] as const).map((weight) => ({ letters, weight })),
  );
  return Promise.all(
    faces.map(async ({ letters, weight }) => ({
      name: `Inter ${letters}`,
      weight,
      data: await readFile(
        resolve(`@fontsource/inter/files/inter-${letters}-${weight}-normal.woff`),
      ),
    })),
  );
}
