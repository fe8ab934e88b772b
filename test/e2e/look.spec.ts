import type { Page } from '@playwright/test';
import { expect, pasteBox, test } from './page';

const log = [
  'User Not Authenticated',
  `Could not create/update work item for alert ${'x'.repeat(300)}. ITSM Connector 1 does not exist or was deleted.`,
].join('\n');

async function show(page: Page, address: string, text?: string) {
  await page.goto(address);
  await expect(page.getByText('retiring since September 2022')).toBeVisible();
  if (text) await pasteBox(page).fill(text);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

test('a printed card is the card alone', async ({ page }) => {
  await show(page, '/errors/missing-connector');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByRole('contentinfo').first()).toBeHidden();
  // What is folded up on the screen is there on paper.
  await expect(page.getByText('It is shown as').first()).toBeVisible();
  expect(await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  );
});

test('a printed card of one situation leaves out the others, and what only a screen needs', async ({ page }) => {
  await show(page, '/errors/missing-connector?situation=use-another');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: 'Use another connector' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Create a new connector' })).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Share this card' })).toBeHidden();
});

test('a printed diagnosis of several errors has their resolutions', async ({ page }) => {
  await show(page, '/', log);
  await expect(page.getByText(/^2 errors recognised/).first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(page.getByRole('heading', { name: 'Use another connector' })).toBeVisible();
  await expect(pasteBox(page)).toBeHidden();
});

test('the marks lie exactly under the text, wherever it is scrolled to', async ({ page }) => {
  await show(page, '/', `${'a line\n'.repeat(80)}${log}\n${'a line\n'.repeat(80)}`);
  await pasteBox(page).evaluate((box) => {
    box.scrollTop = 700;
  });
  const mirror = page.locator('mark').first().locator('..');
  await expect.poll(() => mirror.evaluate((element) => element.scrollTop)).toBe(700);
  const size = (element: HTMLElement) => [element.clientWidth, element.scrollHeight];
  expect(await mirror.evaluate(size)).toEqual(await pasteBox(page).evaluate(size));
});
