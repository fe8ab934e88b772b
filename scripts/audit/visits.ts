import { withBrowser } from './browser';
import type { Server } from './site';

/** Counts what a reader's first visit of a page asks the server for, and the next one, when the app is kept. */
export async function countVisits(server: Server, path: string) {
  return withBrowser(async (browser) => {
    const context = await browser.newContext();
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
  });
}
