import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { bootHash } from './hosting/boot.ts';
import { hosting } from './hosting/plugin.ts';

/** What a host should send with every file; the tests run under the same. */
const securityHeaders = {
  'Content-Security-Policy': [
    "default-src 'none'",
    `script-src 'self' ${bootHash}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types diagnosis-worker',
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

export default defineConfig(({ isPreview }) => ({
  base: process.env.BASE_PATH ?? '/',
  // A served build has a file for each address, and a page of its own for all others.
  appType: isPreview ? 'mpa' : 'spa',
  plugins: [react(), hosting()],
  build: {
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: {
      // The page waits for the entry's promise.
      preserveEntrySignatures: 'exports-only',
      output: {
        codeSplitting: {
          // Packages that all pages use: one file, which stays the same from one version of the app to the next.
          groups: [
            {
              name: 'packages',
              test: /node_modules\/(?!@dagrejs|minisearch|valibot|lucide-react\/dist\/esm\/icons)/,
            },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  preview: { headers: securityHeaders },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'unit', environment: 'node', include: ['test/**/*.test.ts'] },
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
