import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
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

/** The folder for the code that prerenders pages. It must find its packages from there. */
const PRERENDER = 'node_modules/.cache/prerender';

/** Builds everything that a host serves, and lets the preview server serve it as a host does. */
export function hosting(): Plugin {
  return {
    name: 'hosting',
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
      const { renderPages }: typeof prerender = await import(
        pathToFileURL(resolve(root, PRERENDER, 'prerender.js')).href
      );
      const pages = await renderPages();
      const pictures = await writePictures(site, pages);
      writePages(site, pages, startingScripts(bundle), pictures);
      writeSitemap(
        site,
        pages.filter(({ listed }) => listed).map(({ path }) => path),
      );
      writeHostFiles(site.folder, base);
      await writeServiceWorker(site.folder, headers);
      rmSync(resolve(root, PRERENDER), { recursive: true });
      const hint = process.env.SITE_URL ? '' : ' (SITE_URL sets another address)';
      console.log(`${pages.length} pages for ${site.url}${hint}`);
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

/** Takes the bundle; returns the scripts that a page starts with (by its file in src/pages), with all that they import. */
function startingScripts({ output }: Rolldown.RolldownOutput) {
  const chunks = new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])));
  const withImports = (name: string): string[] => [name, ...(chunks.get(name)?.imports ?? []).flatMap(withImports)];
  return (page: string | undefined) => {
    const sources = ['/src/start.tsx', ...(page ? [`/src/pages/${page}.tsx`] : [])];
    const starts = [...chunks.values()].filter(({ facadeModuleId }) =>
      sources.some((source) => facadeModuleId?.endsWith(source)),
    );
    return [...new Set(starts.flatMap(({ fileName }) => withImports(fileName)))];
  };
}
