import { createServer } from 'node:net';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './test/browser';

const browser = await findBrowser();
// Workers read this file too, and inherit the ports from the process that chose them.
process.env.TEST_PORTS ??= `${await freePort()} ${await freePort()}`;
const [appPort, shippedPort] = process.env.TEST_PORTS.split(' ').map(Number);

/** The app of the dataset that tests use, and that of the dataset which RULES names, or else of the shipped one. */
const sites = [
  { name: 'app', testDir: 'test/e2e', port: appPort, env: { RULES: 'test/fixtures/printing.json' } },
  { name: 'shipped', testDir: 'test/shipped', port: shippedPort, env: {} },
];
/** The address of another server that serves the app of the dataset that tests use, such as nginx. */
const { BASE_URL } = process.env;
const outputDir = 'test-results';

export default defineConfig({
  outputDir,
  testMatch: '**/*.spec.ts',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  reporter: 'list',
  // A busy machine is slow, not wrong.
  expect: { timeout: 10_000 },
  use: {
    // Tests can't answer the requests of a service worker. Its own tests allow it.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: browser.path,
      env: { ...process.env, ...browser.env },
      // Root, as in a container, has no sandbox. The other flags keep the browser off the network.
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
    },
  },
  projects: sites.map(({ name, testDir, port }) => ({
    name,
    testDir,
    use: { baseURL: (name === 'app' && BASE_URL) || `http://localhost:${port}` },
  })),
  webServer: sites.map(({ name, port, env }) => ({
    command: `npx vite build --logLevel warn --outDir ${outputDir}/${name} && npx vite preview --outDir ${outputDir}/${name} --port ${port} --strictPort`,
    env,
    port: port ?? 0,
    // A build takes seconds, on a busy machine more.
    timeout: 180_000,
    reuseExistingServer: false,
  })),
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
