import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { JSDOM } from 'jsdom';

/**
 * Writes the page that ours is measured against: the same text with the same stylesheet as a person would write it in
 * an HTML file, without script, pictures and descriptions for machines.
 */
export function writeReference(dist: string, page: string, folder: string): void {
  const { document } = new JSDOM(readFileSync(join(dist, page), 'utf8')).window;
  const style = document.querySelector('link[rel=stylesheet]')?.getAttribute('href') ?? '';
  for (const element of document.body.querySelectorAll('script, svg, template')) element.remove();
  for (const element of document.body.querySelectorAll('*')) {
    for (const { name } of [...element.attributes]) {
      if (/^(data-|aria-|tabindex)/.test(name)) element.removeAttribute(name);
    }
  }
  const file = join(folder, page);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    [
      '<!doctype html>',
      '<html lang="en">',
      '<meta charset="utf-8">',
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      `<title>${document.title}</title>`,
      `<link rel="stylesheet" href="${style}">`,
      document.body.innerHTML,
    ].join('\n'),
  );
  mkdirSync(dirname(join(folder, style)), { recursive: true });
  cpSync(join(dist, style), join(folder, style));
}
