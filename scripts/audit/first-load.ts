import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';

/** What a card's first load may weigh, in bytes after gzip. The dataset's own chunk is not counted. */
export const budgets = { script: 125_000, stylesheet: 10_000 };

/** Opens an address and returns the bytes after gzip of all scripts of its first load, and of the styles that it waits for. */
export async function weighFirstLoad(page: Page, url: string) {
  const weights = { script: 0, stylesheet: 0 };
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  // The last script to load registers the service worker; the app itself starts when the pointer moves.
  const loaded = Promise.all([page.waitForResponse(/\/versions-/), page.waitForResponse(/\/start-/)]);
  const html = (await (await page.goto(url))?.text()) ?? '';
  for (const x of [10, 20]) await page.mouse.move(x, 10);
  await loaded;
  await page.waitForLoadState('networkidle');
  for (const response of responses.slice()) {
    const type = response.request().resourceType();
    // Those of other pages come later.
    if (type === 'stylesheet' && !html.includes(`href="${new URL(response.url()).pathname}"`)) continue;
    if ((type !== 'script' && type !== 'stylesheet') || /\/dataset-[^/]*\.js$/.test(response.url())) continue;
    weights[type] += gzipSync(await response.body()).length;
  }
  return weights;
}
