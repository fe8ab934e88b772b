import { execFileSync } from 'node:child_process';
import type { BrowserContext, Page } from '@playwright/test';
import { itsmc } from '../itsmc';
import { Host, NEW_VERSION, test } from './host';
import { diagnosis, expect as expectSoon, pasteBox } from './page';

// Nearly each step loads a page anew, which on a busy machine takes a while.
const expect = expectSoon.configure({ timeout: 15_000 });
test.describe.configure({ timeout: 90_000 });

const message = 'User Not Authenticated';
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const footer = (page: Page) => page.getByRole('contentinfo');
const ready = (page: Page) => page.getByText('A new version is ready.');
const take = (page: Page) => page.getByRole('button', { name: 'Use it now' });

/** Visits the app, until everything is kept. */
async function visit(page: Page, address = '/') {
  await page.goto(address);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
}

/** What the browser does by itself some time after a page loads. Says whether it failed. */
function lookForUpdate(page: Page) {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const { installing } = registration;
    if (!installing) return 'nothing new';
    return new Promise((resolve) =>
      installing.addEventListener('statechange', () => resolve(installing.state)),
    );
  });
}

async function goOffline(host: Host, context: BrowserContext) {
  host.down = true;
  await context.setOffline(true);
}

/** Changes or removes what the caches hold of the files whose address matches. */
function damage(page: Page, how: 'garbled' | 'gone', which: string) {
  return page.evaluate(
    async ([how, which]) => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          if (!new RegExp(which).test(request.url)) continue;
          const { headers } = (await cache.match(request)) ?? new Response();
          if (how === 'gone') await cache.delete(request);
          else await cache.put(request, new Response('{"rules":[]}', { headers }));
        }
      }
    },
    [how, which] as const,
  );
}

async function expectToWork(page: Page, address = '/') {
  await page.goto(address);
  await pasteBox(page).fill(message);
  await expect(diagnosis(page).getByRole('link', { name: 'Authentication' })).toBeVisible();
}

/** A page that sends a form, as a share sheet does. Ours may send none. */
const sharePage = `<!doctype html><title>A mail</title>
  <form method="post" enctype="multipart/form-data" action="/share">
    <textarea name="title">FW: 50 % & more #1</textarea>
    <textarea name="text">${message}
“ü”</textarea>
    <input name="url">
    <button>Share</button>
  </form>`;

test('after one visit all works without a network, and with a wrong clock', async ({
  page,
  host,
  context,
}) => {
  await page.clock.setSystemTime('2003-01-01');
  await visit(page);
  await goOffline(host, context);

  await expectToWork(page);
  await pasteBox(page).fill(`${'nothing to see here\n'.repeat(20_000)}${message}`);
  await expect(diagnosis(page).getByRole('link', { name: 'Authentication' })).toBeVisible();
  await page.goto('/errors/missing-connector');
  await expect(heading(page)).toHaveText('Missing connector');
  await page.goto('/errors/missing-conector?from=a-mail');
  await expect(heading(page)).toHaveText('There is no page at this address');

  await page.goto('/wizard/no-work-items/no-message/never-worked');
  await page.getByRole('link', { name: 'Less than 30 minutes ago' }).click();
  await expect(heading(page)).toHaveText(/^Likely cause/);
  await page.getByRole('link', { name: 'See all questions' }).click();
  await expect(heading(page)).toHaveText('All questions');
});

test('a damaged cache is mended', async ({ page, host, context }) => {
  await visit(page);
  await damage(page, 'garbled', '.');
  await expectToWork(page);
  await damage(page, 'gone', 'assets|html');
  await expectToWork(page);
  await goOffline(host, context);
  await expectToWork(page);
  await damage(page, 'garbled', 'errors/authentication');
  await page.goto('/errors/authentication');
  await expect(heading(page)).toHaveText('Authentication');
});

test('what is damaged beyond mending is replaced by the new version', async ({
  browser,
  baseURL,
  host,
  nextVersion,
}) => {
  host.cacheControl = 'no-store';
  const page = await browser.newPage({ baseURL: baseURL ?? '' });
  await visit(page);
  await damage(page, 'gone', 'assets');
  host.folder = nextVersion;
  await page.goto('/errors/authentication').catch(() => {});
  await expect(footer(page)).toContainText(NEW_VERSION);
  await expect(heading(page)).toHaveText('Authentication');
  await page.close();
});

test('a new version is taken whole, when asked for, and keeps what was typed', async ({
  page,
  host,
  context,
  nextVersion,
}) => {
  await page.clock.install();
  await visit(page);
  await pasteBox(page).fill(`${message} as typed`);
  const other = await context.newPage();
  await visit(other, '/errors');

  host.folder = nextVersion;
  host.faults.set('assets/next-wizard-map', (response) => response.writeHead(404).end());
  expect(await lookForUpdate(page)).toBe('redundant');
  host.faults.set('assets/next-wizard-map', (response, content) =>
    response.end(content.subarray(9)),
  );
  expect(await lookForUpdate(page)).toBe('redundant');
  await expect(ready(page)).toBeHidden();
  host.faults.clear();
  // A tab that stays open looks by itself.
  await page.clock.fastForward('01:01:00');
  await expect(page.locator('[aria-live=polite]').filter({ has: ready(page) })).toBeVisible();

  await other.reload();
  await expect(ready(other)).toBeVisible();
  await other.getByRole('button', { name: 'Not now' }).click();
  await expect(ready(other)).toBeHidden();
  await expect(footer(other)).not.toContainText(NEW_VERSION);

  await take(page).click();
  await expect(footer(page)).toContainText(NEW_VERSION);
  await expect(pasteBox(page)).toHaveValue(`${message} as typed`);
  await expect(diagnosis(page).getByRole('link', { name: 'Authentication' })).toBeVisible();
  await expect(ready(page)).toBeHidden();

  // The other tab goes on with files that no server has any more.
  await expect(other.getByText('Another tab uses a new version.')).toBeVisible();
  await goOffline(host, context);
  await other.getByRole('link', { name: 'No message?' }).click();
  await expect(other.getByRole('group', { name: 'What happens?' })).toBeVisible();
  await expect(footer(other)).not.toContainText(NEW_VERSION);
  await other.getByRole('button', { name: 'Load this one again' }).click();
  await expect(footer(other)).toContainText(NEW_VERSION);
});

test('the dataset is the server’s, else the last good one', async ({ page, host, context }) => {
  const dataset = 'rulesets/itsmc.json';
  const newer = structuredClone(itsmc);
  Object.assign(newer.rules[8] ?? {}, { title: 'Signing in' });
  await visit(page, '/errors/authentication');
  host.faults.set(dataset, (response) => response.end(JSON.stringify(newer)));
  await page.reload();
  await expect(heading(page)).toHaveText('Signing in');
  host.faults.set(dataset, (response, content) => response.end(content.subarray(0, 5000)));
  await page.reload();
  await expect(heading(page)).toHaveText('Signing in');
  // No answer at all.
  host.faults.set(dataset, () => {});
  await page.reload();
  await expect(heading(page)).toHaveText('Signing in');

  await goOffline(host, context);
  await damage(page, 'garbled', 'latest');
  await page.reload();
  await expect(heading(page)).toHaveText('Authentication');
});

test('what is shared to the app reaches no server', async ({ page, host, context }) => {
  await visit(page);
  host.faults.set('mail.htm', (response) => {
    response.removeHeader('Content-Security-Policy');
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(sharePage);
  });
  for (const offline of [false, true]) {
    await page.goto('/mail.htm');
    if (offline) await goOffline(host, context);
    await page.getByRole('button', { name: 'Share' }).click();
    await expect(pasteBox(page)).toHaveValue(`${message}\n“ü”\nFW: 50 % & more #1`);
    await expect(diagnosis(page).getByRole('link', { name: 'Authentication' })).toBeVisible();
  }
  expect(host.asked.filter((asked) => !asked.startsWith('GET'))).toEqual([]);
});

test('without service workers, an old tab is told, and keeps what was typed', async ({
  browser,
  host,
  baseURL,
  nextVersion,
}) => {
  const context = await browser.newContext({ baseURL: baseURL ?? '', serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto('/');
  await pasteBox(page).fill('my own words');
  await expect(diagnosis(page)).toContainText('No known error');
  host.folder = nextVersion;
  await page.getByRole('link', { name: 'No message?' }).click();
  await expect(page.getByRole('alert')).toContainText('What you typed is kept');
  await page.getByRole('button', { name: 'Load the page again' }).click();
  await expect(footer(page)).toContainText(NEW_VERSION);
  await page.getByRole('link', { name: 'Paste an error' }).click();
  await expect(pasteBox(page)).toHaveValue('my own words');
  await context.close();
});

for (const [what, block] of [
  [
    'storage',
    (host: Host) =>
      host.faults.set('service-worker.js', (response, content) =>
        response.end(`caches.open = () => Promise.reject(new Error('blocked'));${content}`),
      ),
  ],
  [
    'a script',
    (host: Host) => host.faults.set('service-worker.js', (response) => response.end('{')),
  ],
] as const) {
  test(`a service worker that can't run for want of ${what} is not missed`, async ({
    page,
    host,
  }) => {
    block(host);
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage', 'caches']) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('blocked', 'SecurityError');
          },
        });
      }
    });
    await page.goto('/', { waitUntil: 'networkidle' });
    await expectToWork(page);
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  });
}

test.describe('under a base path', () => {
  const folder = 'node_modules/.cache/itsm-build';
  test.use({
    host: async ({ headers }, use) => {
      execFileSync('npx', ['vite', 'build', '--outDir', folder, '--logLevel', 'error'], {
        env: { ...process.env, BASE_PATH: '/itsm/' },
      });
      const host = new Host(folder, headers, '/itsm/');
      await use(host);
      host.stop();
    },
  });

  test('all the same', async ({ page, host, context, request }) => {
    await visit(page, '/itsm/');
    const manifest = new URL('/itsm/manifest.webmanifest', page.url()).href;
    expect(await page.locator('link[rel=manifest]').getAttribute('href')).toBe(
      '/itsm/manifest.webmanifest',
    );
    const { icons, start_url, share_target } = await (await request.get(manifest)).json();
    for (const { src } of icons) {
      expect((await request.get(new URL(src, manifest).href)).ok()).toBe(true);
    }
    expect(new URL(start_url, manifest).pathname).toBe('/itsm/');
    await goOffline(host, context);
    await expectToWork(page, '/itsm/');
    await page.goto('/itsm/errors/authentication');
    await expect(heading(page)).toHaveText('Authentication');
    await page.goto('/itsm/nowhere');
    await expect(heading(page)).toHaveText('There is no page at this address');
    const shared = await page.evaluate(
      (address) =>
        fetch(address, { method: 'POST', body: new FormData(), redirect: 'manual' }).then(
          ({ type }) => type,
        ),
      new URL(share_target.action, manifest).href,
    );
    expect(shared).toBe('opaqueredirect');
  });
});
