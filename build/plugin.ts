import { rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin, Rolldown } from 'vite';
import { SHIPPED } from '../scripts/rules-file.ts';
import { pack } from './dataset.ts';
import { headers } from './hosts/headers.ts';
import { writeHostFiles } from './hosts/host-files.ts';
import { type Site, type StartingFiles, writePages, writeSitemap } from './prerender/pages.ts';
import type * as prerender from './prerender/prerender.tsx';
import { configurePreviewServer } from './preview-server.ts';
import { writePictures } from './previews/pictures.ts';
import { writeProductFiles } from './product-files.ts';
import { writeServiceWorker } from './service-worker.ts';

/** The folder for the code that prerenders pages. It must find its packages from there, and two builds can run at once. */
const PRERENDER = `node_modules/.cache/prerender-${process.pid}`;

/** Builds everything that a host serves, and lets the preview server serve it as a host does. */
export function hosting(): Plugin {
  const ssr = { build: { ssr: 'build/prerender/prerender.tsx', outDir: PRERENDER, copyPublicDir: false } };
  return {
    name: 'hosting',
    config: (_, { command }) => (command === 'build' ? { builder: {}, environments: { ssr } } : undefined),
    configurePreviewServer,
    async buildApp(builder) {
      const { environments, config } = builder;
      if (!environments.client || !environments.ssr) throw new Error('no client or no ssr environment');
      const bundle = (await builder.build(environments.client)) as Rolldown.RolldownOutput;
      await builder.build(environments.ssr);
      const folder = resolve(config.root, environments.client.config.build.outDir);
      const prerendered = resolve(config.root, PRERENDER);
      const { renderPages, renderFeed, product }: typeof prerender = await import(
        pathToFileURL(resolve(prerendered, 'prerender.js')).href
      );
      const site: Site = { folder, base: config.base, url: siteUrl(config.base), product };
      const pages = await renderPages();
      await writeProductFiles(site, pages[0]?.description ?? '');
      writePages(site, pages, startingFiles(bundle), await writePictures(site, pages));
      writeSitemap(site, pages);
      writeFileSync(resolve(folder, 'changes.xml'), renderFeed(site.url));
      if (basename(SHIPPED) !== `${pack}.json`) rmSync(join(folder, 'rulesets', basename(SHIPPED)));
      writeHostFiles(folder, config.base);
      await writeServiceWorker(folder, headers);
      rmSync(prerendered, { recursive: true });
      const hint = process.env.SITE_URL ? '' : ' (SITE_URL sets another address)';
      console.log(`${pages.length} pages for ${site.url}${hint}`);
    },
  };
}

/** Where readers and search engines find the app: SITE_URL, else where `npm start` serves it. */
function siteUrl(base: string): string {
  const { SITE_URL } = process.env;
  if (!SITE_URL) return `http://localhost:4173${base}`;
  if (/^https?:/.test(SITE_URL) && URL.canParse(SITE_URL)) return new URL(base, SITE_URL).href;
  throw new Error(`SITE_URL must be an address such as https://errors.example.com, but is ${SITE_URL}`);
}

/** Takes the bundle; returns what a page starts with (by its file in src/pages), with all that it imports. */
function startingFiles({ output }: Rolldown.RolldownOutput) {
  const chunks = output.filter((file) => file.type === 'chunk');
  const withImports = (chunk: Rolldown.OutputChunk): Rolldown.OutputChunk[] => [
    chunk,
    ...chunks.filter(({ fileName }) => chunk.imports.includes(fileName)).flatMap(withImports),
  ];
  const stylesOf = (some: Rolldown.OutputChunk[]) => [
    ...new Set(some.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])),
  ];
  return (page: string | undefined): StartingFiles => {
    const sources = ['/src/start.tsx', ...(page ? [`/src/pages/${page}.tsx`] : [])];
    const starts = chunks.filter(({ facadeModuleId }) => sources.some((source) => facadeModuleId?.endsWith(source)));
    const needed = starts.flatMap(withImports);
    // What others build on comes first.
    return {
      scripts: [...new Set(needed.map(({ fileName }) => fileName))],
      styles: stylesOf(needed.toReversed()),
      allStyles: stylesOf(chunks),
    };
  };
}
