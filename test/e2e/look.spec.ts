import type { Page } from '@playwright/test';
import { expect, pasteBox, pasteByKeys, test } from './page';

const log = [
  'User Not Accepted',
  `Could not print/hold any page of job ${'x'.repeat(300)}. Print queue 1 does not exist or was deleted.`,
].join('\n');

async function show(page: Page, address: string, text?: string) {
  await page.goto(address);
  if (text) await pasteBox(page).fill(text);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

test('a printed card is the card alone', async ({ page }) => {
  await show(page, '/errors/missing-queue');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByRole('contentinfo').first()).toBeHidden();
  // What is folded up on the screen is there on paper.
  await expect(page.getByText('It is shown as').first()).toBeVisible();
  // Two of its ways begin with the same query.
  await expect(
    page.getByRole('figure', { name: 'Devices that print to this queue' }).filter({ visible: true }),
  ).toHaveCount(1);
  expect(await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  );
});

test('a printed card of one situation leaves out the others, and what only a screen needs', async ({ page }) => {
  await show(page, '/errors/missing-queue?situation=use-another');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: 'Use another queue' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Create a new queue' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Copy for a ticket' })).toBeHidden();
});

test('a printed diagnosis has the text that it is about', async ({ page }) => {
  await show(page, '/', 'Spooler: User Not Accepted');
  await expect(page.getByRole('heading', { name: 'Sign-in refused' })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('line 1: Spooler: User Not Accepted')).toBeVisible();
  await expect(pasteBox(page)).toBeHidden();
});

test('a printed diagnosis of several errors has their resolutions', async ({ page }) => {
  await show(page, '/', log);
  await expect(page.getByText(/^2 errors recognised/).first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(page.getByRole('heading', { name: 'Use another queue' })).toBeVisible();
  await expect(pasteBox(page)).toBeHidden();
});

test('the marks lie exactly under the text, and the first of them is in sight', async ({ page }) => {
  await show(page, '/');
  const lines = Array.from({ length: 80 }, (_, i) => `${'word '.repeat(i % 23)}  ${'x'.repeat((i * 7) % 90)}\t`);
  await pasteByKeys(page, [...lines, log, ...lines].join('\n'));
  const mark = page.locator('mark').first();
  const size = (element: Element) => [element.clientWidth, element.scrollHeight, element.getBoundingClientRect().top];
  for (const width of [1366, 683, 360]) {
    await page.setViewportSize({ width, height: 768 });
    const marks = await mark.locator('..').evaluate(size);
    const box = await pasteBox(page).evaluate(size);
    expect(marks, `${width} px`).toEqual(box);
    // As high as its text, so that only what is around both scrolls.
    expect(box[1], `${width} px`).toBe(await pasteBox(page).evaluate((element) => element.clientHeight));
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  await pasteByKeys(page, [...lines, ...lines, log].join('\n'));
  await expect(mark).toBeInViewport();
});

test('a notice on the first page moves nothing on the other side, and nothing at all when it goes', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await show(page, '/');
  const question = page.getByRole('heading', { name: /^No message to paste/ });
  const [box, asked] = [await pasteBox(page).boundingBox(), await question.boundingBox()];
  await page.getByRole('complementary', { name: 'Notice' }).locator('summary').click();
  await expect.poll(() => question.boundingBox()).not.toEqual(asked);
  expect(await pasteBox(page).boundingBox()).toEqual(box);
  await page.getByRole('button', { name: 'Dismiss this notice' }).click();
  expect([await pasteBox(page).boundingBox(), await question.boundingBox()]).toEqual([box, asked]);
});

test('a text that the browser would not copy leaves the title its place', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.setViewportSize({ width: 1366, height: 768 });
  await show(page, '/errors/missing-queue');
  const title = page.getByRole('heading', { level: 1 });
  const before = await title.boundingBox();
  await page.getByRole('button', { name: 'Copy for a ticket' }).click();
  const box = page.getByRole('textbox', { name: 'Text to copy' });
  await expect(box).toBeFocused();
  expect((await title.boundingBox())?.height).toBe(before?.height);
  expect((await box.boundingBox())?.width).toBeGreaterThan(600);
});
