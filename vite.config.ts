import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { hosting } from './build/plugin.ts';

export default defineConfig(({ isPreview }) => ({
  base: `/${process.env.BASE_PATH ?? ''}/`.replace(/\/+/g, '/'),
  // A served build has a file for each address, and a page of its own for all others.
  appType: isPreview ? 'mpa' : 'spa',
  plugins: [react(), hosting()],
  build: {
    cssCodeSplit: false,
    modulePreload: false,
    license: { fileName: 'licences.txt' },
    rolldownOptions: {
      // The page waits for the entry's promise.
      preserveEntrySignatures: 'exports-only',
      output: {
        codeSplitting: {
          // Packages that all pages use: one file, which stays the same from one version of the app to the next.
          groups: [
            {
              name: 'packages',
              test: /node_modules\/(?!@dagrejs|workbox-|minisearch|valibot|lucide-react\/dist\/esm\/icons)/,
            },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        // Nothing that they test keeps anything, so they may share what is loaded.
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'component',
          environment: 'jsdom',
          include: ['test/**/*.test.tsx'],
          setupFiles: ['test/setup.ts'],
        },
      },
    ],
  },
}));
