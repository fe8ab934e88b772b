import { chromium } from '@playwright/test';
import { findBrowser } from '../browser';
import type { Server } from './site';

/** Counts what a reader's first visit of a page asks the server for, and the next one, when the app is kept. */
export async function countVisits(server: Server, path: string) {
  const browser = await findBrowser();
  const chrome = await chromium.launch({
    executablePath: browser.path,
    env: { ...process.env, ...browser.env } as Record<string, string>,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const context = await chrome.newContext();
    const visit = async () => {
      const page = await context.newPage();
      server.take();
      await page.goto(server.url + path);
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
      await page.waitForLoadState('networkidle');
      // The worker asks for its files outside of the page.
      let quiet = 0;
      const visited = { requests: 0, bytes: 0 };
      while (quiet < 4) {
        await new Promise((resolve) => setTimeout(resolve, 500));
        const { requests, bytes } = server.take();
        quiet = requests ? 0 : quiet + 1;
        visited.requests += requests;
        visited.bytes += bytes;
      }
      await page.close();
      return visited;
    };
    return { first: await visit(), next: await visit() };
  } finally {
    await chrome.close();
  }
}
