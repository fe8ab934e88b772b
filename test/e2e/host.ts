import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { resolveConfig } from 'vite';
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

/** What a host makes of a file that it should give as it is. */
type Fault = (response: ServerResponse, content: Buffer) => void;

/** A static host, under a test's control: which version it has, what is wrong with it, and what it was asked. */
export class Host {
  readonly #server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://host');
    if (this.down) request.socket.destroy();
    else this.#answer(decodeURIComponent(pathname), request.method ?? '', response);
  });
  /** Whether it can't be reached. */
  down = false;
  /** What it says of caching, if not the usual. */
  cacheControl: string | undefined;
  /** Faults, by the path of a file or the beginning of its name. */
  readonly faults = new Map<string, Fault>();
  /** What it was asked, as "GET /path". */
  readonly asked: string[] = [];

  constructor(
    public folder: string,
    readonly headers: Record<string, string>,
    readonly basePath = '/',
  ) {}

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, 'localhost', resolve));
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #answer(pathname: string, method: string, response: ServerResponse) {
    this.asked.push(`${method} ${pathname}`);
    const path = pathname.startsWith(this.basePath) ? pathname.slice(this.basePath.length) : '404';
    const file = [path, `${path.replace(/\/$/, '')}.html`, `${path}index.html`].find(
      (name) => extname(name) && existsSync(join(this.folder, name)),
    );
    const found = file ?? '404.html';
    response.setHeaders(new Map(Object.entries(this.headers)));
    response.setHeader('Content-Type', types[extname(found)] ?? 'text/plain');
    const lasting = path.startsWith('assets/') ? 'max-age=31536000' : 'no-cache';
    response.setHeader('Cache-Control', this.cacheControl ?? lasting);
    response.statusCode = file ? 200 : 404;
    const content = readFileSync(join(this.folder, found));
    const fault = [...this.faults].find(([name]) => path.startsWith(name))?.[1];
    if (fault) fault(response, content);
    else response.end(content);
  }
}

/** Makes of a build another one: all names and the footer changed. */
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
  await writeServiceWorker(next, {});
  return next;
}

/** Tests of the built app on a host of their own, where service workers work. */
export const test = base.extend<
  { host: Host },
  { headers: Record<string, string>; nextVersion: string }
>({
  headers: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants it
    async ({}, use) => {
      const config = await resolveConfig(
        { logLevel: 'silent' },
        'serve',
        'production',
        'production',
        true,
      );
      await use(config.preview.headers as Record<string, string>);
    },
    { scope: 'worker' },
  ],
  nextVersion: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants it
    async ({}, use) => {
      const folder = await makeNextVersion('dist');
      await use(folder);
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  host: async ({ headers }, use) => {
    const host = new Host('dist', headers);
    await use(host);
    host.stop();
  },
  baseURL: async ({ host }, use) => use(await host.start()),
  serviceWorkers: 'allow',
});
