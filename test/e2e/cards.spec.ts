import { itsmc } from '../itsmc';
import { expect, test } from './page';

test('an old id leads to the new one, values in the fragment included', async ({ page }) => {
  const renamed = structuredClone(itsmc);
  renamed.rules[2]?.aliases.push('sending-problem');
  await page.route('**/rulesets/itsmc.json', (route) => route.fulfill({ json: renamed }));
  await page.goto('/errors/sending-problem#alertName=x');
  await expect(page).toHaveURL('/errors/problem-sending-a-request#alertName=x');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Problem sending a request');
});

test('an id in capitals leads to its card, and index.html to the start', async ({ page }) => {
  await page.goto('/errors/AUTHENTICATION');
  await expect(page).toHaveURL('/errors/authentication');
  await page.goto('/index.html');
  await expect(page).toHaveURL('/');
});

test('an unknown address says so and offers the nearest cards', async ({ page }) => {
  for (const address of ['/errors/missing-conector', '/itsm/missing_connector.html']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address');
    await expect(page.getByText(address)).toBeVisible();
    await expect(page.getByRole('main').getByRole('link').first()).toHaveText('Missing connector');
  }
  await page.goto('/errors/zzz');
  await expect(page.getByRole('heading', { name: 'All errors' })).toBeVisible();
});

test('the search of the list understands titles, messages and causes', async ({ page }) => {
  await page.goto('/errors');
  const titles = page.getByRole('main').getByRole('listitem').getByRole('heading');
  await expect(titles).toHaveCount(itsmc.rules.length);
  const field = page.getByRole('searchbox', { name: /^Search titles, messages/ });
  await field.fill('rate');
  await expect(titles.first()).toHaveText('ServiceNow rate problem');
  await field.fill('ACL exception');
  await expect(titles).toHaveText(['Exception update failure']);
  await field.fill('custom script');
  await expect(titles.first()).toHaveText('Unexpected response');
  await field.fill('qqqq');
  await expect(page.getByText('No error has these words.')).toBeVisible();
});

test('a card leads to its neighbours and back', async ({ page }) => {
  await page.goto('/errors/authentication');
  await page
    .getByRole('region', { name: 'Easily confused with' })
    .getByRole('link', { name: 'Invalid refresh token' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Invalid refresh token' })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Authentication' })).toBeVisible();
});

test('the retirement notice is on the start until dismissed, on questions about it, and in full on a card', async ({
  page,
}) => {
  const notice = page.getByRole('complementary', { name: 'Notice' });
  await page.goto('/');
  await notice.getByText('retired on 30 September 2025').click();
  await expect(notice.getByRole('link', { name: /Azure end-of-life list/ })).toBeVisible();
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await page.reload();
  await expect(notice).toHaveCount(0);
  await page.goto('/wizard/action-not-defined');
  await expect(notice.getByText('were retired')).toBeVisible();
  await page.goto('/errors/itsm-action-not-created');
  await expect(notice.getByText('replaces them')).toBeVisible();
  await page.goto('/errors/authentication');
  await expect(notice).toHaveCount(0);
});
