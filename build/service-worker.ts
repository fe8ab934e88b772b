import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { build } from 'vite';
import type { PrecacheEntry } from 'workbox-precaching';

const source = join(import.meta.dirname, '../src/service-worker/service-worker.ts');

/** What works without a network. The wizard's deeper pages are too many: the app renders them in the shell. */
const precached = [
  /^assets\//,
  /^main\.js$/,
  /^(index|shell|errors|wizard|integrate|changes)\.html$/,
  /^errors\/[^/]+\.html$/,
  /^wizard\/map\.html$/,
  /^icon[^/]*\.(png|svg)$/,
  /^manifest\.webmanifest$/,
];

/**
 * Writes `service-worker.js` into the finished build in `outDir`, whose files must not change afterwards. `headers` are
 * what the host sends with a page; they are cached with it, so changed headers make a new version.
 */
export async function writeServiceWorker(outDir: string, headers: unknown): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    define: {
      'process.env.NODE_ENV': '"production"',
      'self.__WB_MANIFEST': JSON.stringify(listFiles(outDir, JSON.stringify(headers))),
    },
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: false,
      rolldownOptions: {
        input: source,
        output: { format: 'iife', entryFileNames: 'service-worker.js' },
      },
    },
  });
}

function listFiles(outDir: string, headers: string): PrecacheEntry[] {
  return readdirSync(outDir, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll(sep, '/'))
    .filter((path) => precached.some((pattern) => pattern.test(path)))
    .sort()
    .map((url) => {
      const digest = sha256(readFileSync(join(outDir, url)));
      // The names of assets hold a hash already.
      const revision = url.startsWith('assets/') ? null : sha256(digest + headers).slice(0, 12);
      return { url, revision, integrity: `sha256-${digest}` };
    });
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('base64');
}
