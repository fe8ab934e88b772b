import { printing } from '../printing';
import { expect, test } from './page';

test('an old id leads to the new one, values in the fragment included', async ({ page }) => {
  const renamed = structuredClone(printing);
  renamed.rules[2]?.aliases.push('socket-problem');
  await page.route('**/rulesets/printing.json', (route) => route.fulfill({ json: renamed }));
  await page.goto('/errors/socket-problem#jobName=x');
  await expect(page).toHaveURL('/errors/printer-unreachable#jobName=x');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Printer unreachable');
});

test('an id in capitals leads to its card, and index.html to the start', async ({ page }) => {
  await page.goto('/errors/SIGN-IN-REFUSED');
  await expect(page).toHaveURL('/errors/sign-in-refused');
  await page.goto('/index.html');
  await expect(page).toHaveURL('/');
});

test('an unknown address says so and offers the nearest cards', async ({ page }) => {
  for (const address of ['/errors/missing-queu', '/help/missing_queue.html']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address');
    await expect(page.getByText(address)).toBeVisible();
    await expect(page.getByRole('main').getByRole('link').first()).toHaveText('Missing queue');
  }
  await page.goto('/errors/zzz');
  await expect(page.getByRole('heading', { name: 'All errors' })).toBeVisible();
});

test('the search of the list understands titles, messages and causes', async ({ page }) => {
  await page.goto('/errors');
  const titles = page.getByRole('main').getByRole('listitem').getByRole('heading');
  await expect(titles).toHaveCount(printing.rules.length);
  const field = page.getByRole('searchbox', { name: /^Search titles, messages/ });
  await field.fill('quota');
  await expect(titles.first()).toHaveText('Page quota reached');
  await field.fill('card reader');
  await expect(titles).toHaveText(['Release refused']);
  await field.fill('custom filter');
  await expect(titles.first()).toHaveText('Unexpected answer');
  await field.fill('qqqq');
  await expect(page.getByText('No error has these words.')).toBeVisible();
});

test('a card leads to its neighbours and back', async ({ page }) => {
  await page.goto('/errors/sign-in-refused');
  await page
    .getByRole('region', { name: 'Easily confused with' })
    .getByRole('link', { name: 'Expired ticket' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Expired ticket' })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign-in refused' })).toBeVisible();
});

test('a notice is on the start until dismissed, on questions about it, and in full on a card', async ({ page }) => {
  const notice = page.getByRole('complementary', { name: 'Notice' });
  await page.goto('/');
  await notice.getByText('withdrawn on 30 September 2025').click();
  await expect(notice.getByRole('link', { name: /What the maker has withdrawn/ })).toBeVisible();
  await notice.getByRole('button', { name: 'Dismiss' }).press('Enter');
  // Not lost with the button.
  await expect(page.getByRole('main')).toBeFocused();
  await page.reload();
  await expect(notice).toHaveCount(0);
  await page.goto('/wizard/nothing-printed');
  await expect(notice.getByText('was withdrawn')).toBeVisible();
  await page.goto('/errors/nothing-printed');
  await expect(notice.getByText('replaces it')).toBeVisible();
  await page.goto('/errors/sign-in-refused');
  await expect(notice).toHaveCount(0);
});
