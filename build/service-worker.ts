import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { build } from 'vite';

const source = join(import.meta.dirname, '../src/service-worker/service-worker.ts');

/**
 * What works without a network. The wizard's deeper pages are too many: the app draws them in the shell, as it does
 * for every address that has no page here.
 */
const kept = [
  /^assets\//,
  /^rulesets\/itsmc\.json$/,
  /^(index|shell|errors|wizard|integrate)\.html$/,
  /^errors\/[^/]+\.html$/,
  /^wizard\/map\.html$/,
  /^icon[^/]*\.(png|svg)$/,
  /^manifest\.webmanifest$/,
];

/**
 * Writes `service-worker.js` for a finished build: it keeps those very files, so nothing may change them afterwards.
 * `headers` are what the host sends with a page; they are kept along with it, so others make another version.
 */
export async function writeServiceWorker(outDir: string, headers: unknown): Promise<void> {
  const files = listFiles(outDir);
  const id = sha256(JSON.stringify([files, headers]));
  await build({
    configFile: false,
    logLevel: 'warn',
    define: { VERSION: JSON.stringify({ id, files }) },
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

/** The files to keep, by their path in the address, with their SHA-256. */
function listFiles(outDir: string): Record<string, string> {
  const paths = readdirSync(outDir, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll(sep, '/'))
    .filter((path) => kept.some((pattern) => pattern.test(path)))
    .sort();
  return Object.fromEntries(paths.map((path) => [path, sha256(readFileSync(join(outDir, path)))]));
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('base64');
}
