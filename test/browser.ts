import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/*
 * Which browser the tests drive: the one named in BROWSER_PATH, else one that is installed, else the Chromium
 * that comes as an npm package. Never a download from anywhere else, and never none.
 */

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const programs = ['Google/Chrome', 'Microsoft/Edge', 'Chromium'].flatMap((product) =>
  ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    const file = product.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe';
    return folder ? [join(folder, product, 'Application', file)] : [];
  }),
);

const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
);

/** Returns the browser's path and the environment it needs. Throws if BROWSER_PATH names nothing. */
export async function findBrowser(): Promise<{ path: string; env: Record<string, string> }> {
  const named = process.env.BROWSER_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`BROWSER_PATH names no file: ${named}`);
    return { path: named, env: {} };
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  const installed = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...apps,
    ...programs,
  ].find((path) => existsSync(path));
  return installed ? { path: installed, env: {} } : unpackBrowser();
}

/** Unpacks the npm package's Chromium, once, into node_modules, where it goes when the project goes. */
async function unpackBrowser(): Promise<{ path: string; env: Record<string, string> }> {
  const folder = join(import.meta.dirname, '../node_modules/.cache/browser');
  const unpacked = join(folder, 'unpacked');
  if (!existsSync(unpacked)) {
    // A run that was ended half-way leaves half a browser.
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  // The package unpacks into the folder for temporary files, and adds its own libraries only where it
  // believes itself to be on AWS Lambda.
  const before = { ...process.env };
  process.env.TMPDIR = folder;
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const path = await chromium.executablePath();
    mkdirSync(unpacked, { recursive: true });
    return { path, env: missesLibraries(path) ? libraries(folder) : {} };
  } finally {
    // Importing it changes further variables, such as LD_LIBRARY_PATH.
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

function libraries(folder: string): Record<string, string> {
  return {
    LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
    FONTCONFIG_PATH: join(folder, 'fonts'),
  };
}

function missesLibraries(path: string): boolean {
  try {
    return execFileSync('ldd', [path], { encoding: 'utf8' }).includes('not found');
  } catch {
    return true;
  }
}
