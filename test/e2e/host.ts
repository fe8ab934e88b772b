import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { FullProject } from '@playwright/test';
import { headers, headersOf } from '../../build/hosts/headers';
import { writeServiceWorker } from '../../build/service-worker';
import { test as base } from './page';

/** What only the new version says. */
export const NEW_VERSION = 'The second version.';

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** Sends something other than the file's content. */
type Fault = (response: ServerResponse, content: Buffer) => void;

/** A static host under a test's control. */
export class Host {
  readonly #server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://host');
    this.asked.push(pathname);
    if (this.isDown) request.socket.destroy();
    else this.#answer(pathname.slice(1), response);
  });
  /** Which build it serves. */
  folder: string;
  isDown = false;
  /** By the path of a file or the beginning of it. */
  readonly faults = new Map<string, Fault>();
  /** The paths that it was asked for. */
  readonly asked: string[] = [];

  constructor(folder: string) {
    this.folder = folder;
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, 'localhost', resolve));
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #answer(path: string, response: ServerResponse) {
    const found = [path, `${path || 'index'}.html`].find(
      (name) => extname(name) && existsSync(join(this.folder, name)),
    );
    const file = found ?? '404.html';
    response.setHeaders(new Map(Object.entries(headersOf(file))));
    response.setHeader('Content-Type', types[extname(file)] ?? 'text/plain');
    response.setHeader('Vary', 'Accept');
    response.statusCode = found ? 200 : 404;
    const content = readFileSync(join(this.folder, file));
    const fault = [...this.faults].find(([name]) => path.startsWith(name))?.[1];
    if (fault) fault(response, content);
    else response.end(content);
  }
}

/** Makes another version out of a build: all assets have other names, and the footer another text. */
async function makeNextVersion(folder: string): Promise<string> {
  const next = mkdtempSync(join(tmpdir(), 'next-version-'));
  cpSync(folder, next, { recursive: true });
  const assets = readdirSync(join(next, 'assets'));
  for (const name of readdirSync(next, { recursive: true, encoding: 'utf8' })) {
    const path = join(next, name);
    if (!/\.(html|js|css)$/.test(name)) continue;
    const text = assets.reduce(
      (text, asset) => text.replaceAll(asset, `next-${asset}`),
      readFileSync(path, 'utf8').replaceAll('Not affiliated', `${NEW_VERSION} Not affiliated`),
    );
    writeFileSync(path, text);
  }
  for (const asset of assets) {
    renameSync(join(next, 'assets', asset), join(next, 'assets', `next-${asset}`));
  }
  await writeServiceWorker(next, headers);
  return next;
}

/** Where playwright.config.ts has the app built. */
const built = ({ outputDir, name }: FullProject) => join(outputDir, name);

/** Tests of the built app on a host of their own, where service workers work. */
export const test = base.extend<{ host: Host }, { nextVersion: string }>({
  nextVersion: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants it
    async ({}, use, { project }) => {
      const folder = await makeNextVersion(built(project));
      await use(folder);
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants it
  host: async ({}, use, { project }) => {
    const host = new Host(built(project));
    await use(host);
    host.stop();
  },
  baseURL: async ({ host }, use) => use(await host.start()),
  serviceWorkers: 'allow',
});
