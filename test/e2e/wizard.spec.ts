import type { Page } from '@playwright/test';
import { printing } from '../printing';
import { diagnosis, expect, pasteBox, test } from './page';

// Every path, every summary and the outline's contents: see test/pages/wizard.test.tsx.

const dataset = '**/rulesets/printing.json';
const answers = (page: Page) => page.getByRole('region', { name: 'Your answers' });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const answer = (page: Page, name: string) => page.getByRole('group').getByRole('link', { name, exact: true }).click();

test('the keyboard alone answers, and goes back and forward', async ({ page }) => {
  await page.goto('/wizard');
  await page.getByRole('link', { name: /printed two or more times/ }).press('Enter');
  await expect(heading(page)).toHaveText('When does the second copy come out?');
  await expect(heading(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Together with the first' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('Likely cause');
  await expect(page).toHaveTitle(/^Likely cause/);
  await page.goBack();
  await expect(heading(page)).toHaveText('When does the second copy come out?');
  await page.goForward();
  await expect(heading(page)).toHaveText('Likely cause');
});

test('back, forward and reload keep the answers; a change keeps those that still fit', async ({ page }) => {
  await page.goto('/wizard/nothing-printed/documents/message/device/tray-details');
  await expect(answers(page).getByRole('listitem')).toHaveCount(5);
  await answers(page)
    .getByRole('link', { name: /What happens/ })
    .click();
  await expect(page).toHaveURL('/wizard');
  await page.reload();
  await expect(page.getByRole('link', { name: /Your current answer/ })).toHaveText(
    /^Jobs are sent, but nothing is printed/,
  );
  await answer(page, 'Something else, or I don’t know');
  await answer(page, 'In PrintDesk, under STATUS');
  // The two questions that follow were answered before.
  await expect(page).toHaveURL('/wizard/dont-know/status/device/tray-details');
  await expect(heading(page)).toHaveText('Likely causes');
  await page.goBack();
  await expect(heading(page)).toHaveText('Where do you see it?');
  await page.goForward();
  await page.reload();
  await expect(answers(page).getByRole('listitem')).toHaveCount(4);
  await expect(answers(page)).toContainText('“Something went wrong. Could not get tray details.”');
});

test('answers are large enough for a finger', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/wizard/duplicates');
  for (const link of await page.getByRole('group').getByRole('link').all()) {
    expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
});

test('a message can be pasted where there is one', async ({ page }) => {
  await page.goto('/wizard/nothing-printed/documents');
  await answer(page, 'Yes, it shows an error');
  await pasteBox(page).fill('User Not Accepted');
  await expect(diagnosis(page).getByRole('link', { name: 'Sign-in refused' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '1 error recognised' })).toBeAttached();
  await expect(page).toHaveURL('/wizard/nothing-printed/documents/message');
});

test('the paste box is one step away, and knows the way back', async ({ page }) => {
  await page.goto('/wizard/nothing-printed/documents/no-message');
  await page.getByRole('link', { name: 'paste it' }).click();
  await expect(pasteBox(page)).toBeFocused();
  await page.getByRole('link', { name: 'Back to the questions' }).click();
  await expect(page).toHaveURL('/wizard/nothing-printed/documents/no-message');
});

test('from the first question to a summary to copy', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/wizard');
  await answer(page, 'Jobs are sent, but nothing is printed');
  await answer(page, 'Documents, through a queue');
  await answer(page, 'No, there is no error');
  await answer(page, 'No, never');
  await answer(page, 'The account or its roles were never set up or checked');
  // The whole card has the situation chosen, and shares its ticks.
  const step = page.getByRole('checkbox', { name: /^From the Spooler Store/ });
  await step.first().check();
  await page.getByRole('link', { name: 'Sign-in refused', exact: true }).click();
  await expect(page).toHaveURL('/errors/sign-in-refused?situation=rights-missing');
  await expect(page.getByRole('radio', { name: 'Give the account its rights' })).toBeChecked();
  await expect(step).toBeChecked();
  await page.getByRole('link', { name: 'Back to the likely causes' }).click();
  await page.getByRole('button', { name: 'No, next cause' }).click();
  await expect(page).toHaveURL('/wizard/nothing-printed/documents/no-message/never-worked/account?no=1');
  await page.reload();
  await page.getByRole('button', { name: 'Yes', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Solved', exact: true })).toBeFocused();
  await page.getByRole('button', { name: 'Copy for a ticket' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('Release refused: solved');
  expect(copied).toBe(await page.getByRole('textbox', { name: 'Summary' }).inputValue());
});

test('a refused clipboard leaves the summary selected', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('refused')) },
    });
  });
  await page.goto('/wizard/duplicates/dont-know?no=1&no=2');
  const text = page.getByRole('textbox', { name: 'For support' });
  await page.getByRole('button', { name: 'Copy for a ticket' }).click();
  await expect(page.getByText('The text is selected')).toBeVisible();
  await expect(text).toBeFocused();
  expect(await text.evaluate((box: HTMLTextAreaElement) => box.value.slice(box.selectionStart, box.selectionEnd))).toBe(
    await text.inputValue(),
  );
});

test('the outline marks the reader’s path, folds and unfolds, and leads on', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/wizard/nothing-printed/documents/no-message');
  await page.getByRole('link', { name: 'See all questions' }).click();
  await page.reload();
  const current = page.locator('[aria-current=step]:visible');
  await expect(current).toHaveText([
    'What happens?',
    /nothing is printed/,
    'What does the device send to the spooler?',
    'Documents, through a queue',
    'Does the status show a message?',
    /No, there is no error/,
    /Did jobs ever arrive/,
  ]);
  const deep = page.getByRole('link', { name: 'How long ago was the tray added?' });
  await expect(deep).toBeHidden();
  await page.getByRole('button', { name: 'Expand all' }).click();
  await expect(deep).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.getByRole('button', { name: 'Collapse all' }).click();
  await expect(deep).toBeHidden();

  // A link to a question that is shown elsewhere opens it there; the path stays marked, also on the way back.
  await page.locator('summary', { hasText: 'Where do you see it?' }).press('Enter');
  await page.getByText('Continues with What is the message about?').getByRole('link').click();
  const joined = page.locator('#question-message-about').getByRole('link').first();
  await expect(joined).toBeFocused();
  await expect(joined).toBeInViewport();
  await page.goBack();
  await expect(page).toHaveURL('/wizard/map');
  await expect(page.locator('[aria-current=step]')).toHaveCount(7);
  await joined.press('Enter');
  await expect(page).toHaveURL('/wizard/nothing-printed/documents/message');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false, waitsForApp: false });

  test('the outline is whole', async ({ page }) => {
    await page.goto('/wizard/map');
    await expect(page.locator('main div[id] > a:visible')).toHaveCount(printing.questions.length);
    for (const { title } of printing.rules) {
      await expect(page.getByRole('link', { name: title, exact: true }).first()).toBeVisible();
    }
    await expect(page.getByRole('button', { name: 'Expand all' })).toBeHidden();
  });
});

test('the outline is whole in print', async ({ page }) => {
  await page.goto('/wizard/map');
  const deep = page.getByRole('link', { name: 'How long ago was the tray added?' });
  await expect(deep).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(deep).toBeVisible();
  await expect(page.locator('main div[id] > a:visible')).toHaveCount(printing.questions.length);
});

test('an address with junk shows the page of the answers before it', async ({ page }) => {
  // No "%00": hosts refuse it.
  await page.goto('/wizard/nothing-printed/%E2%80%AE%01%3Cimg%20src=x%3E/%25');
  await expect(page.getByText('Everything before it is kept')).toBeVisible();
  await expect(heading(page)).toHaveText('What does the device send to the spooler?');
  await page.goto(`/wizard/nothing-printed/documents/no-message/${'x/'.repeat(3000)}`);
  await expect(page.getByText('Everything before it is kept')).toBeVisible();
});

test('without questions nothing leads to the wizard, and all else works', async ({ page }) => {
  await page.route(dataset, (route) => route.fulfill({ json: { ...printing, questions: [] } }));
  await page.goto('/');
  await pasteBox(page).fill('User Not Accepted');
  await expect(diagnosis(page).getByRole('link', { name: 'Sign-in refused' })).toBeVisible();
  await expect(page.locator('a[href*=wizard]')).toHaveCount(0);
  await page.goto('/wizard/nothing-printed');
  await expect(page).toHaveURL('/');
});

test('what is left when nothing helped is seen from its top', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 400 });
  await page.goto('/wizard/device-not-saved/dont-know?no=1&no=2');
  const heading = page.getByRole('heading', { level: 1, name: 'Nothing helped' });
  await page.getByRole('button', { name: 'No', exact: true }).click();
  await expect(heading).toBeInViewport();
  await expect(heading).toBeFocused();
});
