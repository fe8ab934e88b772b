import type { Page } from '@playwright/test';
import { itsmc } from '../itsmc';
import { diagnosis, expect, hold, pasteBox, test } from './page';

const dataset = '**/rulesets/itsmc.json';
const message = 'User Not Authenticated';

/** Whatever is wrong, the paste box works, and Retry brings the diagnosis of what was typed meanwhile. */
async function expectRecovery(page: Page, words: RegExp) {
  await pasteBox(page).fill(message);
  await expect(page.getByRole('alert')).toContainText(words);
  await page.unroute(dataset);
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(diagnosis(page).getByRole('link', { name: 'Authentication' })).toBeVisible();
  await expect(pasteBox(page)).toHaveValue(message);
}

test('a dataset that is not there', async ({ page }) => {
  await page.route(dataset, (route) => route.fulfill({ status: 404, body: 'Not found' }));
  await page.goto('/');
  await expectRecovery(page, /status 404/);
});

test('HTML instead of JSON', async ({ page }) => {
  await page.route(dataset, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' }),
  );
  await page.goto('/');
  await expectRecovery(page, /sent a web page in its place/);
});

test('truncated JSON', async ({ page }) => {
  await page.route(dataset, (route) =>
    route.fulfill({ body: JSON.stringify(itsmc).slice(0, 5000) }),
  );
  await page.goto('/');
  await expectRecovery(page, /not complete JSON/);
});

test('valid JSON of the wrong shape names the path and the reason', async ({ page }) => {
  const broken = structuredClone(itsmc);
  Object.assign(broken.rules[8]?.causes[0] ?? {}, { text: 5 });
  await page.route(dataset, (route) => route.fulfill({ json: broken }));
  await page.goto('/');
  await expectRecovery(
    page,
    /rules\[8\]\.causes\[0\]\.text .*authentication.* must be text, but is 5/,
  );
});

test('no network', async ({ page }) => {
  await page.route(dataset, (route) => route.abort('internetdisconnected'));
  await page.goto('/');
  await expectRecovery(page, /did not answer/);
});

test('a card’s address shows the failure too, and then the card', async ({ page }) => {
  await page.route(dataset, (route) => route.fulfill({ status: 503 }));
  await page.goto('/errors/authentication');
  await expect(page.getByRole('alert')).toContainText('status 503');
  await page.unroute(dataset);
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Authentication' })).toBeVisible();
});

test('a newer dataset on the server is used on the next visit', async ({ page }) => {
  await page.goto('/errors/authentication');
  await expect(page.getByRole('heading', { level: 1, name: 'Authentication' })).toBeVisible();
  const newer = structuredClone(itsmc);
  Object.assign(newer.rules[8] ?? {}, { title: 'Signing in' });
  await page.route(dataset, (route) => route.fulfill({ json: newer }));
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Signing in' })).toBeVisible();
});

test('nothing in sight moves when a slow dataset arrives', async ({ page }) => {
  const release = await hold(page, dataset);
  await page.goto('/');
  const shift = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            sum += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift' });
        addEventListener('test-done', () =>
          requestAnimationFrame(() => setTimeout(resolve, 0, sum)),
        );
      }),
  );
  release();
  await expect.poll(() => page.evaluate(() => Boolean(window.early))).toBe(false);
  await page.evaluate(() => dispatchEvent(new Event('test-done')));
  expect(await shift).toBe(0);
});

test('what the build drew can be read without the list of errors, and used once it is there', async ({
  page,
}) => {
  for (const address of ['/', '/errors/missing-connector', '/wizard/duplicates']) {
    await page.route(dataset, (route) => route.abort());
    await page.goto(address);
    await expect(page.getByRole('alert')).toContainText('could not be loaded');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('retiring since September 2022')).toBeVisible();
    await page.unroute(dataset);
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
  await page.getByRole('link', { name: 'Together with the first' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Likely cause/);
});
