import type { Page } from '@playwright/test';
import { printing } from '../printing';
import { expect, hold, pasteBox, test } from './page';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search' });
const field = (page: Page) => dialog(page).getByRole('searchbox');
const scripts = '**/assets/*.js';

test('a word finds its error from any page, by keys alone', async ({ page }) => {
  await page.goto('/errors/missing-queue');
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('429');
  const results = dialog(page).getByRole('listitem');
  await expect(results.first()).toContainText('Message: SpoolerHttpBadRequestException: StatusCode=429');
  await expect(results.first().locator('mark')).toHaveText(['429']);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Page quota reached' })).toBeFocused();
  await expect(dialog(page)).toBeHidden();

  // The next word takes the place of the last one.
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('ticket');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(dialog(page).getByRole('link', { name: 'Expired ticket' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Expired ticket' })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Page quota reached' })).toBeVisible();
});

test('the button opens the search, Escape closes it, and the focus is where it was', async ({ page }) => {
  await page.goto('/wizard');
  const button = page.getByRole('button', { name: 'Search' });
  await button.click();
  await field(page).fill('qqqq');
  await expect(dialog(page).getByRole('status')).toContainText('No error has these words.');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(button).toBeFocused();
  await button.press('Enter');
  await expect(field(page)).toHaveValue('qqqq');
  await dialog(page).getByRole('link', { name: 'Paste the whole message' }).click();
  await expect(pasteBox(page)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+k');
  await dialog(page).getByRole('link', { name: 'Answer a few questions' }).click();
  await expect(page).toHaveURL('/wizard');
});

test('a slash is a slash in a field, and everywhere for who wants it so', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.type('a/b');
  await expect(pasteBox(page)).toHaveValue('a/b');
  await page.keyboard.press('ControlOrMeta+k');
  await dialog(page).getByRole('checkbox', { name: 'Open with the / key' }).uncheck();
  await page.keyboard.press('Escape');
  await page.goto('/errors/sign-in-refused');
  await expect(page.getByRole('banner').locator('kbd').first()).toBeHidden();
  await page.keyboard.press('/');
  await expect(dialog(page)).toBeHidden();
  await page.keyboard.press('ControlOrMeta+k');
  await expect(field(page)).toBeFocused();
});

test('the list of errors has the words in its address, where no server sees them', async ({ page }) => {
  await page.goto('/errors');
  await page.keyboard.press('/');
  await expect(page.getByRole('main').getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('custom filter');
  await expect(page).toHaveURL('/errors#q=custom%20filter');
  await page.reload();
  const titles = page.getByRole('main').getByRole('listitem').getByRole('heading');
  await expect(titles).toHaveText(['Unexpected answer', 'Nothing printed']);
  await page.goto('/errors#q=429');
  await expect(titles.first()).toHaveText('Page quota reached');
  await expect(page.getByRole('searchbox')).toHaveValue('429');
  await page.getByRole('searchbox').fill('ticket');
  await expect(page).toHaveURL('/errors#q=ticket');
  await page.goto('/errors#q=429');
  await expect(page.getByRole('searchbox')).toHaveValue('429');
  await titles.first().getByRole('link').click();
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('429');
  await page.getByRole('searchbox').fill('');
  await expect(page).toHaveURL('/errors');
  await expect(titles).toHaveCount(printing.rules.length);
});

test.describe('before the app has started', () => {
  test.use({ waitsForApp: false });

  test('the search takes the first keys', async ({ page }) => {
    const release = await hold(page, scripts);
    await page.goto('/errors/sign-in-refused');
    await page.keyboard.press('/');
    await page.keyboard.type('custom filter');
    release();
    await expect(dialog(page).getByRole('link', { name: 'Unexpected answer' })).toBeVisible();
    await expect(field(page)).toHaveValue('custom filter');
    await expect(field(page)).toBeFocused();
  });
});

test('cards opened before are on the start of this device, until cleared, and move nothing', async ({ page }) => {
  await page.goto('/');
  const list = page.getByRole('navigation', { name: 'Recently opened' });
  await expect(list).toHaveCount(0);
  const top = () =>
    page.getByRole('link', { name: 'Unexpected answer' }).evaluate((a) => a.getBoundingClientRect().top);
  const before = await top();
  for (const { id, title } of printing.rules.slice(0, 6)) {
    await page.goto(`/errors/${id}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  }
  await page.goto('/errors/sign-in-refused');
  await page.goto('/');
  await expect(list.getByRole('link').first()).toHaveText('Sign-in refused');
  await expect(list.getByRole('link')).toHaveCount(5);
  expect(await top()).toBe(before);
  await list.getByRole('button', { name: 'Clear' }).click();
  await expect(list).toHaveCount(0);
  await page.reload();
  await expect(list).toHaveCount(0);
});
