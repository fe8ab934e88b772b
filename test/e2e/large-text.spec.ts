import { diagnosis, expect, hold, pasteBox, pasteLarge, test } from './page';

const noise = '2026-11-20T07:41:09Z INFO Sync of 120 print jobs finished\n'.repeat(10_000);
const log = `${noise}User Not Accepted\n${noise}`;
const found = 'line 10,001: User Not Accepted';

const worker = '**/diagnosis-worker*';

test('a large log shows where its errors are, and survives a reload', async ({ page }) => {
  await page.goto('/');
  await pasteLarge(page, log);
  await expect(diagnosis(page)).toContainText(found);
  await expect(page.getByText('1.2 MB, 20,002 lines')).toBeVisible();
  await page.reload();
  await expect(diagnosis(page)).toContainText(found);
});

test('5 MB of one letter gets a calm answer, and the box can be used again', async ({ page }) => {
  await page.goto('/');
  await pasteLarge(page, 'a', 5_000_000);
  await expect(diagnosis(page)).toContainText('No known error found');
  await pasteBox(page).fill('User Not Accepted');
  await expect(diagnosis(page).getByRole('link', { name: 'Sign-in refused' })).toBeVisible();
  await expect(pasteBox(page)).toHaveValue('User Not Accepted');
});

test('a large text can be cancelled and read again', async ({ page }) => {
  const release = await hold(page, worker);
  await page.goto('/');
  await pasteLarge(page, log);
  await expect(page.getByRole('progressbar', { name: /Reading/ })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(diagnosis(page)).toContainText('What you pasted or opened is kept.');
  release();
  await page.getByRole('button', { name: 'Read it again' }).click();
  await expect(diagnosis(page)).toContainText(found);
});

test('a newer text ends the run of an older one', async ({ page }) => {
  const release = await hold(page, worker);
  await page.goto('/');
  await pasteLarge(page, log);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await pasteBox(page).fill('SpoolerHttpBadRequestException: StatusCode=429');
  release();
  await expect(diagnosis(page).getByRole('link', { name: 'Page quota reached' })).toBeVisible();
  await page.getByRole('button', { name: 'Bring back my text' }).click();
  await expect(diagnosis(page)).toContainText(found);
});

test('a worker that fails says so and keeps the text', async ({ page }) => {
  await page.route(worker, (route) => route.abort());
  await page.goto('/');
  await pasteLarge(page, log);
  await expect(diagnosis(page)).toContainText('The diagnosis failed');
  await page.unroute(worker);
  await page.getByRole('button', { name: 'Read it again' }).click();
  await expect(diagnosis(page)).toContainText(found);
});
