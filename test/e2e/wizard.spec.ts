import type { Page } from '@playwright/test';
import { walk } from '../../src/core/wizard/walk';
import { itsmc } from '../itsmc';
import { diagnosis, expect, pasteBox, test } from './page';

const dataset = '**/rulesets/itsmc.json';
const answers = (page: Page) => page.getByRole('region', { name: 'Your answers' });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const titles = new Map(itsmc.rules.map(({ id, title }) => [id, title]));

async function answer(page: Page, label: string) {
  await page.getByRole('radio', { name: label, exact: true }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Walks all paths from the page that is open, which has these answers, and comes back to it. */
async function walkOn(page: Page, path: string[]) {
  const way = walk(itsmc.questions, path);
  await expect(answers(page).getByRole('listitem')).toHaveCount(path.length);
  expect(new URL(page.url()).pathname).toBe(['/wizard', ...path].join('/'));
  if (!way.question) {
    await expect(heading(page)).toHaveText(/^Likely causes?$/);
    await expect(page.getByRole('heading', { level: 2 })).toContainText(
      way.outcomes.map(({ rule }) => titles.get(rule) ?? ''),
    );
    return;
  }
  const { text, options } = way.question;
  for (const { id, label } of options) {
    await expect(page.getByRole('radiogroup', { name: text })).toBeVisible();
    await answer(page, label);
    await walkOn(page, [...path, id]);
    await page.goBack();
    await expect(heading(page)).toHaveText(text);
  }
}

for (const { id, label } of itsmc.questions[0]?.options ?? []) {
  test(`every path from “${label}” leads to its causes, and back`, async ({ page }) => {
    // Some of these are sixty pages.
    test.slow();
    await page.goto('/wizard');
    await answer(page, label);
    await walkOn(page, [id]);
  });
}

test('the keyboard alone answers, goes back and changes an answer', async ({ page }) => {
  await page.goto('/wizard');
  await page.getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio').nth(1)).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('When does the second work item arrive?');
  await expect(heading(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('Likely cause');
  await expect(page).toHaveTitle(/^Likely cause/);
  await page.goBack();
  await expect(page.getByRole('radio', { name: 'Together with the first' })).toBeVisible();
  await page.goForward();
  await expect(heading(page)).toHaveText('Likely cause');
});

test('without an answer it says so, and goes on with one', async ({ page }) => {
  await page.goto('/wizard');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('alert')).toHaveText('Choose an answer, then continue.');
  await expect(page.getByRole('radio').first()).toBeFocused();
  await answer(page, 'One alert makes two or more work items');
  await expect(heading(page)).toHaveText('When does the second work item arrive?');
});

test('back, forward and reload keep the answers; a change keeps those that still fit', async ({
  page,
}) => {
  await page.goto('/wizard/no-work-items/message/connection/error-in-saving/service-manager');
  await expect(answers(page).getByRole('listitem')).toHaveCount(5);
  await answers(page)
    .getByRole('link', { name: /What happens/ })
    .click();
  await expect(page).toHaveURL('/wizard');
  await expect(
    page.getByRole('radio', { name: 'Alerts fire, but no work items arrive in ServiceNow' }),
  ).toBeChecked();
  await page.reload();
  await answer(page, 'Something else, or I don’t know');
  await answer(page, 'In the dashboard, under CONNECTOR STATUS');
  // What the message speaks of, its words and the product were answered before.
  await expect(page).toHaveURL(
    '/wizard/dont-know/dashboard/connection/error-in-saving/service-manager',
  );
  await expect(heading(page)).toHaveText('Likely causes');
  await page.goBack();
  await expect(heading(page)).toHaveText('Where do you see it?');
  await page.goForward();
  await page.reload();
  await expect(answers(page).getByRole('listitem')).toHaveCount(5);
  await expect(answers(page)).toContainText('To Service Manager');
});

test('a message can be pasted where it is asked for', async ({ page }) => {
  await page.goto('/wizard/no-work-items');
  await expect(pasteBox(page)).toHaveCount(0);
  await page.getByRole('radio', { name: 'Yes, it shows an error' }).check();
  await pasteBox(page).fill('User Not Authenticated');
  await expect(diagnosis(page).getByRole('link', { name: 'Authentication' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '1 error recognised' })).toBeAttached();
  // A press of Enter in one of the card's fields does not answer the question.
  await page.getByRole('textbox', { name: 'Instance name' }).press('Enter');
  await expect(page).toHaveURL('/wizard/no-work-items');
});

test('the paste box is one step away, and knows the way back', async ({ page }) => {
  await page.goto('/wizard/no-work-items/no-message');
  await page.getByRole('link', { name: 'Paste a message' }).click();
  await expect(pasteBox(page)).toBeFocused();
  await page.getByRole('link', { name: 'Back to the questions' }).click();
  await expect(page).toHaveURL('/wizard/no-work-items/no-message');
});

test('an outcome that helped ends with a summary to copy', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/wizard/no-work-items/no-message/never-worked/longer');
  await page.getByRole('button', { name: 'No', exact: true }).click();
  await expect(page.getByText('Did not help')).toBeVisible();
  await expect(
    page.getByRole('heading', { level: 2, name: 'Exception update failure' }),
  ).toBeFocused();
  await page.reload();
  await page.getByRole('button', { name: 'Yes', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Solved' })).toBeFocused();
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('## Exception update failure: solved');
  expect(copied).toContain('- Did work items ever arrive through this connection? **No, never**');
  expect(copied).toContain('**Cause:** Permissions are misconfigured in ServiceNow.');
  expect(copied).toContain('1. Check that the integration user has every role it needs.');
  expect(copied).toContain('**Tried without success:**\n\n- Authentication: ');
  expect(copied).toBe(await page.getByRole('textbox', { name: 'Summary' }).inputValue());
});

test('when nothing helped it says what to collect; a refused clipboard leaves it selected', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('refused')) },
    });
  });
  await page.goto('/wizard/duplicates/dont-know');
  for (let i = 0; i < 2; i++) await page.getByRole('button', { name: 'No', exact: true }).click();
  await expect(page.getByRole('heading', { name: /Ask support/ })).toBeFocused();
  const text = page.getByRole('textbox', { name: 'For support' });
  await expect(text).toHaveValue(
    /To fill in:[\s\S]*connection’s name: …[\s\S]*```kusto\nServiceDeskLog_CL\n/,
  );
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(page.getByText('The text is selected')).toBeVisible();
  await expect(text).toBeFocused();
  expect(
    await text.evaluate((box: HTMLTextAreaElement) =>
      box.value.slice(box.selectionStart, box.selectionEnd),
    ),
  ).toBe(await text.inputValue());
  await page.getByRole('link', { name: 'Go through the causes again' }).click();
  await expect(page.getByRole('button', { name: 'No', exact: true })).toBeVisible();
});

test('a card opened from an outcome has its cause first and asks whether it helped', async ({
  page,
}) => {
  await page.goto('/wizard/no-work-items/no-message/never-worked/longer');
  await page.getByRole('link', { name: 'Authentication', exact: true }).click();
  await expect(page).toHaveURL('/errors/authentication?situation=rights-missing');
  const resolution = page.getByRole('region', { name: 'Resolution' });
  await expect(resolution.getByRole('heading').nth(1)).toHaveText(
    'Give the integration user its rights',
  );
  await expect(resolution.getByRole('heading', { name: 'Get a new refresh token' })).toHaveCount(0);
  await page.getByRole('button', { name: 'No', exact: true }).click();
  await expect(page).toHaveURL('/wizard/no-work-items/no-message/never-worked/longer?no=1');
  await page.goto('/errors/authentication?situation=rights-missing');
  await expect(page.getByText('Did this fix it?')).toHaveCount(0);
});

test('the map leads everywhere and marks the reader’s way', async ({ page }) => {
  await page.goto('/wizard/no-work-items/no-message');
  await page.getByRole('link', { name: 'See all questions as a map' }).click();
  const map = page.getByRole('region', { name: 'Map', exact: true });
  await expect(map.locator('[aria-current=step]')).toHaveText([
    'What happens?',
    /no work items/,
    'Does the dashboard show a message?',
    /No, there is no error/,
    /Did work items ever arrive/,
  ]);
  for (const { text } of itsmc.questions) {
    await expect(map.getByRole('link', { name: text }).first()).toBeAttached();
  }
  const before = await map.locator('svg').getAttribute('width');
  await page.getByRole('button', { name: 'Zoom in' }).click();
  expect(Number(await map.locator('svg').getAttribute('width'))).toBeGreaterThan(Number(before));
  await page.getByRole('button', { name: 'Show all' }).click();
  const [outer, inner] = await Promise.all([map.boundingBox(), map.locator('svg').boundingBox()]);
  expect(inner?.height).toBeLessThanOrEqual(outer?.height ?? 0);
  await map.getByRole('link', { name: 'When does the second work item arrive?' }).press('Enter');
  await expect(page).toHaveURL('/wizard/duplicates');
});

test('the map’s outline has every question and every error', async ({ page }) => {
  await page.goto('/wizard/map');
  const outline = page.getByRole('region', { name: 'The same as text' });
  await expect(outline.getByRole('heading', { level: 3 })).toHaveText(
    itsmc.questions.map(({ text }) => text),
  );
  for (const { title } of itsmc.rules) {
    await expect(outline.getByRole('link', { name: title, exact: true }).first()).toBeVisible();
  }
});

test('what an address has beside answers is said; what comes before it is kept', async ({
  page,
}) => {
  for (const [address, kept] of [
    // An unknown answer, another question's, junk (no "%00": hosts refuse it), far too many, one after the end.
    ['/wizard/no-work-items/nonsense', 1],
    ['/wizard/under-30-minutes', 0],
    ['/wizard/no-work-items/%E2%80%AE%01%3Cimg%20src=x%3E/%25', 1],
    [`/wizard/no-work-items/no-message/${'x/'.repeat(3000)}`, 2],
    ['/wizard/duplicates/dont-know/more', 2],
  ] as const) {
    await page.goto(address);
    await expect(page.getByText('Everything before it is kept')).toBeVisible();
    await expect(answers(page).getByRole('listitem')).toHaveCount(kept);
    await expect(heading(page)).toBeVisible();
  }
});

test('without questions there is no way into the wizard, and all else works', async ({ page }) => {
  for (const questions of [[], undefined]) {
    await page.route(dataset, (route) => route.fulfill({ json: { ...itsmc, questions } }));
    await page.goto('/');
    await pasteBox(page).fill('User Not Authenticated');
    await expect(diagnosis(page).getByRole('link', { name: 'Authentication' })).toBeVisible();
    await expect(page.locator('a[href*=wizard]')).toHaveCount(0);
    for (const address of ['/wizard', '/wizard/no-work-items', '/wizard/map']) {
      await page.goto(address);
      await expect(
        page.getByRole('main').getByRole('link', { name: /Paste the message/ }),
      ).toBeVisible();
    }
  }
});
