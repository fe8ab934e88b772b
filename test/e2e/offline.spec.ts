import type { BrowserContext, Page } from '@playwright/test';
import { type Host, NEW_VERSION, test } from './host';
import { diagnosis, expect as expectSoon, pasteBox, pasteLarge } from './page';

// Nearly each step loads a page anew, which on a busy machine takes a while.
const expect = expectSoon.configure({ timeout: 15_000 });
test.describe.configure({ timeout: 90_000 });

const message = 'User Not Accepted';
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const footer = (page: Page) => page.getByRole('contentinfo');
const bar = (page: Page) => page.locator('[aria-live=polite]').filter({ hasText: 'new version' });
const useNow = (page: Page) => page.getByRole('button', { name: 'Use it now' });

/** Visits the app until everything is cached. */
async function visit(page: Page, address = '/') {
  await page.goto(address);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
}

/** Does what the browser does by itself some time after a page loads. Returns the new worker's next state. */
function checkForUpdate(page: Page) {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const { installing } = registration;
    if (!installing) return 'nothing new';
    return new Promise((resolve) => installing.addEventListener('statechange', () => resolve(installing.state)));
  });
}

async function setOffline(host: Host, context: BrowserContext, isOffline: boolean) {
  host.isDown = isOffline;
  await context.setOffline(isOffline);
}

/** Removes from the caches the files whose address matches. */
function removeFromCaches(page: Page, which: string) {
  return page.evaluate(async (which) => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (new RegExp(which).test(request.url)) await cache.delete(request);
      }
    }
  }, which);
}

async function expectToWork(page: Page) {
  await page.goto('/');
  await pasteBox(page).fill(message);
  await expect(diagnosis(page).getByRole('link', { name: 'Sign-in refused' })).toBeVisible();
}

test('after one visit the app, and only the app, works offline; lost files are cached anew', async ({
  page,
  host,
  context,
}) => {
  await visit(page);
  for (const path of ['/.auth/login', '/grafana/']) {
    await page.goto(path);
    expect(host.asked).toContain(path);
  }

  await setOffline(host, context, true);
  await expectToWork(page);
  await page.goto('/errors/missing-queue?from=a-mail');
  await expect(heading(page)).toHaveText('Missing queue');
  await page.goto('/errors/missing-queu');
  await expect(heading(page)).toHaveText('There is no page at this address');
  await page.goto('/wizard/nothing-printed/documents/no-message/never-worked/');
  await page.getByRole('link', { name: 'None of these, or I don’t know' }).click();
  await expect(heading(page)).toHaveText(/^Likely cause/);

  await setOffline(host, context, false);
  await removeFromCaches(page, '.');
  await expectToWork(page);
  await page.goto('/errors/sign-in-refused');
  await setOffline(host, context, true);
  await page.goto('/errors/sign-in-refused');
  await expect(heading(page)).toHaveText('Sign-in refused');
});

test('a new version is used whole, when asked for, and keeps what was typed', async ({
  page,
  host,
  context,
  nextVersion,
}) => {
  await page.clock.install();
  await visit(page);
  await pasteBox(page).fill(`${message} as typed`);
  const other = await context.newPage();
  await visit(other);

  host.folder = nextVersion;
  host.faults.set('assets/next-wizard', (response) => response.writeHead(404).end());
  expect(await checkForUpdate(page)).toBe('redundant');
  host.faults.set('assets/next-wizard', (response, content) => response.end(content.subarray(9)));
  expect(await checkForUpdate(page)).toBe('redundant');
  await expect(bar(page)).toBeHidden();
  host.faults.clear();
  // A tab that stays open looks by itself.
  await page.clock.fastForward('01:01:00');
  await expect(bar(page)).toContainText('A new version is ready.');

  await expect(bar(other)).toBeVisible();
  await other.getByRole('button', { name: 'Not now' }).click();
  await expect(bar(other)).toBeHidden();
  await other.reload();
  await expect(bar(other)).toBeVisible();
  await expect(footer(other)).not.toContainText(NEW_VERSION);
  await pasteLarge(other, 'x', 6_400_000);
  await expect(bar(other)).toContainText('too large to keep');

  await useNow(page).click();
  await expect(footer(page)).toContainText(NEW_VERSION);
  await expect(pasteBox(page)).toHaveValue(`${message} as typed`);
  await expect(diagnosis(page).getByRole('link', { name: 'Sign-in refused' })).toBeVisible();
  await expect(bar(page)).toBeHidden();

  await expect(bar(other)).toContainText('Another tab uses a new version.');
  await expect(bar(other)).toContainText('too large to keep');
  await other.getByRole('button', { name: 'Reload' }).click();
  await expect(footer(other)).toContainText(NEW_VERSION);
  await expect(pasteBox(other)).toHaveValue('');
});

test('a version that lost files which the server no longer has gives way to the server’s', async ({
  host,
  context,
  nextVersion,
}) => {
  const page = await context.newPage();
  await visit(page);
  await removeFromCaches(page, 'assets');
  host.folder = nextVersion;
  await page.evaluate(() => location.assign('/integrate'));
  await expect(page.getByRole('alert')).toContainText('didn’t load');
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('link', { name: 'Diagnose the selection' })).toBeVisible();
  await expect(footer(page)).toContainText(NEW_VERSION);
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
  await page.getByRole('link', { name: 'Answer questions' }).click();
  await expect(page.getByRole('alert')).toContainText('What you typed is kept');
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(footer(page)).toContainText(NEW_VERSION);
  await page.getByRole('link', { name: 'Paste an error' }).click();
  await expect(pasteBox(page)).toHaveValue('my own words');
  await context.close();
});

test('without storage, caches and service workers the app works', async ({ page, host }) => {
  host.faults.set('service-worker.js', (response, content) =>
    response.end(`caches.open = () => Promise.reject(new Error('blocked'));${content}`),
  );
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'caches']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    }
  });
  await page.goto('/');
  await expect.poll(() => host.asked).toContain('/service-worker.js');
  await expectToWork(page);
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
  await expectToWork(page);
});
