import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';

/** A card's first load may weigh so much, compressed. */
export const budgets = { script: 125_000, stylesheet: 10_000 };

/** Opens an address and returns the bytes of scripts and styles that the page asked for until it was quiet, as gzip sends them. */
export async function weighFirstLoad(page: Page, url: string) {
  const weights = { script: 0, stylesheet: 0 };
  const bodies: Promise<void>[] = [];
  page.on('response', (response) => {
    const type = response.request().resourceType();
    if (type !== 'script' && type !== 'stylesheet') return;
    if (/\/dataset-/.test(response.url())) return;
    bodies.push(
      response.body().then((body) => {
        weights[type] += gzipSync(body).length;
      }),
    );
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__reactProps')),
  );
  await page.waitForLoadState('networkidle');
  await Promise.all(bodies);
  return weights;
}
