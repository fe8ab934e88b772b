import { defineConfig } from '@playwright/test';
import { findBrowser } from './test/browser';

const browser = await findBrowser();
const port = 4273;

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: {
      executablePath: browser.path,
      env: { ...process.env, ...browser.env },
      // Root, as in a container, has no sandbox to give. The rest keeps the browser off the network.
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
    },
  },
  webServer: {
    command: `npx vite preview --port ${port} --strictPort`,
    port,
    reuseExistingServer: false,
  },
});
