import { createServer } from 'node:net';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './test/browser';

const browser = await findBrowser();
// Workers read this file too, and inherit the port from the process that chose it.
process.env.TEST_PORT ??= String(await freePort());
const port = Number(process.env.TEST_PORT);
/** The address of another server that serves the built app, such as nginx. */
const { BASE_URL } = process.env;

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  reporter: 'list',
  // A busy machine is slow, not wrong.
  expect: { timeout: 10_000 },
  use: {
    baseURL: BASE_URL ?? `http://localhost:${port}`,
    // Tests can't answer the requests of a service worker. Its own tests allow it.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: browser.path,
      env: { ...process.env, ...browser.env },
      // Root, as in a container, has no sandbox. The other flags keep the browser off the network.
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
    },
  },
  ...(!BASE_URL && {
    webServer: {
      command: `npx vite preview --port ${port} --strictPort`,
      port,
      reuseExistingServer: false,
    },
  }),
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
