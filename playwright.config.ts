import { defineConfig } from '@playwright/test';
import { findBrowser } from './test/browser';

const browser = await findBrowser();
const port = 4273;
// Another server that serves the built app, such as nginx.
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
    // What a service worker asks for, a test can't answer in the server's place. Its own tests allow it.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: browser.path,
      env: { ...process.env, ...browser.env },
      // Root, as in a container, has no sandbox to give. The rest keeps the browser off the network.
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
