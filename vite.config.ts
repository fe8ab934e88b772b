import { basename } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { dataset } from './build/dataset.ts';
import { plainImports } from './build/plain-imports.ts';
import { hosting } from './build/plugin.ts';

export default defineConfig(({ isPreview }) => ({
  base: `/${process.env.BASE_PATH ?? ''}/`.replace(/\/+/g, '/'),
  // A served build has a file for each address, and a page of its own for all others.
  appType: isPreview ? 'mpa' : 'spa',
  plugins: [react(), dataset(), plainImports(), hosting()],
  // Names that compress well. No two stylesheets have the same name.
  css: { modules: { generateScopedName: (name, file) => `${basename(file, '.module.css')}_${name}` } },
  build: {
    modulePreload: false,
    // The browsers that know light-dark(), which has been widely available since November 2026.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    license: { fileName: 'licences.txt' },
  },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          // On a slow machine it would be warned about, as if something were wrong.
          checks: { bundlerTimings: false },
          output: {
            // A name that never changes, which browsers ask for anew on every visit, so that a failed response to it is
            // not cached for long.
            entryFileNames: 'main.js',
            codeSplitting: {
              groups: [
                { name: 'dataset', test: /virtual:dataset/ },
                // Packages that all pages use, in one file that stays the same from one version of the app to the next.
                {
                  name: 'packages',
                  test: /node_modules\/(?!minisearch|valibot|marked|lucide-react\/dist\/esm\/icons)/,
                },
                // What several pages share, without what the first card does not need.
                {
                  name: 'shared',
                  test: /\/src\/(?!core\/diagnosis\/(?!signature)|core\/(masking|wizard)|features\/(diagnose|unrecognised|catalogue|wizard)|pages|app)|lucide-react\/dist\/esm\/icons/,
                  minShareCount: 2,
                  // What loads code on demand stays in main.js, which then needs no second file.
                  includeDependenciesRecursively: false,
                },
              ],
            },
          },
        },
      },
    },
  },
  worker: { format: 'es' },
}));
