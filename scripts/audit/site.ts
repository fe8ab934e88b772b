import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser } from '@playwright/test';
import { preview } from 'vite';

/**
 * Serves a folder on a free port, with our headers if `configFile`; `traffic` counts what it has sent. With a
 * certificate it speaks HTTP/2, as hosts do: there a second file costs no second connection.
 */
export async function serve(folder: string, configFile: boolean, https?: { key: string; cert: string }) {
  const { httpServer, resolvedUrls } = await preview({
    ...(configFile ? {} : { configFile: false, appType: 'mpa' }),
    build: { outDir: folder },
    preview: { port: 0, ...(https && { https }) },
    logLevel: 'warn',
  });
  const traffic = { requests: 0, bytes: 0 };
  // Before Vite's own listener, which may answer at once.
  httpServer.prependListener('request', ({ socket }, response) => {
    const before = socket.bytesWritten;
    response.on('close', () => {
      traffic.requests++;
      traffic.bytes += socket.bytesWritten - before;
    });
  });
  return { url: new URL(resolvedUrls?.local[0] ?? '').origin, traffic };
}

/** Writes the page that ours is compared with: the same text and stylesheet, without scripts and pictures. */
export function writeReference(dist: string, page: string, folder: string): void {
  const html = readFileSync(join(dist, page), 'utf8')
    .replace(/<(script|svg|template)\b.*?<\/\1>/gs, '')
    .replace(/<link rel="(?!stylesheet)[^>]*>/g, '')
    .replace(/<meta (http-equiv|property)=[^>]*>/g, '');
  mkdirSync(dirname(join(folder, page)), { recursive: true });
  writeFileSync(join(folder, page), html);
  cpSync(join(dist, 'assets'), join(folder, 'assets'), { recursive: true });
}

/** Counts what a reader's first visit of a page asks the server for, and the next one, when the app is cached. */
export async function countVisits(browser: Browser, { url, traffic }: Awaited<ReturnType<typeof serve>>, path: string) {
  const context = await browser.newContext();
  const visit = async () => {
    const page = await context.newPage();
    const before = { ...traffic };
    await page.goto(url + path);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
    // The page cannot tell when the worker has fetched its files, so wait until the server is quiet.
    for (let last = -1; last !== traffic.requests; ) {
      last = traffic.requests;
      await new Promise((resolve) => setTimeout(resolve, 2000));
    }
    await page.close();
    return { requests: traffic.requests - before.requests, bytes: traffic.bytes - before.bytes };
  };
  return { first: await visit(), next: await visit() };
}
