import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin, Rolldown } from 'vite';
import { headers } from './hosts/headers.ts';
import { writeHostFiles } from './hosts/host-files.ts';
import { type Site, writePages } from './prerender/pages.ts';
import type * as prerender from './prerender/prerender.tsx';
import { writeSitemap } from './prerender/sitemap.ts';
import { configurePreviewServer } from './preview-server.ts';
import { writePictures } from './previews/pictures.ts';
import { writeServiceWorker } from './service-worker.ts';

/** Where the code that draws pages at build goes: it has to find its packages from there. */
const PRERENDER = 'node_modules/.cache/prerender';

/** Makes of the bundle all that a host serves, and lets the preview server serve it as a host does. */
export function hosting(): Plugin {
  return {
    name: 'hosting',
    // With --ssr it is a command of ours that is built, not the app.
    apply: ({ build }) => !build?.ssr,
    config: (_, { command }) =>
      command === 'build'
        ? {
            builder: {},
            environments: {
              ssr: {
                build: {
                  ssr: 'build/prerender/prerender.tsx',
                  outDir: PRERENDER,
                  copyPublicDir: false,
                },
              },
            },
          }
        : undefined,
    async buildApp(builder) {
      const { client, ssr } = builder.environments;
      if (!client || !ssr) throw new Error('no client or no ssr environment');
      const bundle = (await builder.build(client)) as Rolldown.RolldownOutput;
      await builder.build(ssr);
      const { root, base } = builder.config;
      const site: Site = {
        folder: resolve(root, client.config.build.outDir),
        base,
        url: siteUrl(base),
      };
      const { drawSite }: typeof prerender = await import(
        pathToFileURL(resolve(root, PRERENDER, 'prerender.js')).href
      );
      const ruleset = JSON.parse(readFileSync(join(site.folder, 'rulesets/itsmc.json'), 'utf8'));
      const drawn = await drawSite(ruleset);
      const pictures = await writePictures(site, drawn.pages);
      writePages(site, drawn, startingScripts(bundle), pictures);
      writeSitemap(
        site,
        drawn.pages.filter(({ listed }) => listed).map(({ path }) => path),
      );
      writeHostFiles(site.folder, base);
      await writeServiceWorker(site.folder, headers);
      rmSync(resolve(root, PRERENDER), { recursive: true });
      const hint = process.env.SITE_URL ? '' : ' (SITE_URL sets another address)';
      console.log(`${drawn.pages.length} pages for ${site.url}${hint}`);
    },
    configurePreviewServer,
  };
}

/** Where readers and search engines find the app: SITE_URL, else where `npm start` serves it. */
function siteUrl(base: string): string {
  const { SITE_URL } = process.env;
  if (!SITE_URL) return `http://localhost:4173${base}`;
  if (!/^https?:/.test(SITE_URL) || !URL.canParse(SITE_URL)) {
    throw new Error(`SITE_URL is no address such as https://itsm.example.com: ${SITE_URL}`);
  }
  return new URL(base, SITE_URL).href;
}

/** Takes the bundle; returns, by a page's file in src/pages, the scripts that it starts with, all of what they import included. */
function startingScripts({ output }: Rolldown.RolldownOutput) {
  const chunks = new Map(
    output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])),
  );
  const withImports = (name: string, found = new Set<string>()): Set<string> => {
    if (found.has(name)) return found;
    found.add(name);
    for (const imported of chunks.get(name)?.imports ?? []) withImports(imported, found);
    return found;
  };
  return (page: string | undefined) => {
    const starts = [...chunks.values()].filter(
      ({ isEntry, facadeModuleId }) =>
        (isEntry && facadeModuleId?.endsWith('/index.html')) ||
        (page && facadeModuleId?.endsWith(`/src/pages/${page}.tsx`)),
    );
    const names = new Set(starts.flatMap(({ fileName }) => [...withImports(fileName)]));
    // What imports nothing runs first.
    return [...names].sort(
      (a, b) => (chunks.get(a)?.imports.length ?? 0) - (chunks.get(b)?.imports.length ?? 0),
    );
  };
}
