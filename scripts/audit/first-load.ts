import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';

/** What a card's first load may weigh, in bytes after gzip. The dataset's own chunk is not counted. */
export const budgets = { script: 125_000, stylesheet: 10_000 };

/** Opens an address and returns the bytes after gzip of scripts and styles until the app has hydrated the page. */
export async function weighFirstLoad(page: Page, url: string) {
  const weights = { script: 0, stylesheet: 0 };
  const bodies: Promise<void>[] = [];
  page.on('response', (response) => {
    const type = response.request().resourceType();
    if (type !== 'script' && type !== 'stylesheet') return;
    if (/\/dataset-[^/]*\.js$/.test(response.url())) return;
    bodies.push(
      response.body().then((body) => {
        weights[type] += gzipSync(body).length;
      }),
    );
  });
  await page.goto(url);
  // React marks the element that it renders into.
  await page.waitForFunction(() =>
    Object.keys(document.getElementById('root') ?? {}).some((key) => key.startsWith('__react')),
  );
  await page.waitForLoadState('networkidle');
  await Promise.all(bodies);
  return weights;
}
