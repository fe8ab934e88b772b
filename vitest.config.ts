import { defineConfig } from 'vitest/config';

// The app's dataset is the fixture here. Only the tests of test/shipped read the file that RULES names.
const { RULES = '' } = process.env;
process.env.RULES = 'test/fixtures/printing.json';

const app = './vite.config.ts';
// A busy machine is slow, not wrong.
const shared = { env: { RULES }, testTimeout: 90_000 };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: app,
        // Nothing that they test keeps anything, so they may share what is loaded.
        test: {
          ...shared,
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          setupFiles: ['test/seed.ts'],
          isolate: false,
        },
      },
      {
        extends: app,
        test: {
          ...shared,
          name: 'component',
          environment: 'jsdom',
          include: ['test/**/*.test.tsx'],
          setupFiles: ['test/seed.ts', 'test/setup.ts'],
        },
      },
    ],
  },
});
