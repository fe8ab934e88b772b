import type { Locator, Page } from '@playwright/test';
import { hearPage } from './announcements';
import { diagnosis, expect, hold, pasteBox, pasteByKeys, pasteLarge, test } from './page';

const queue = 'a3b9076c-ce8e-434e-85b4-aff10cb3c8f1';
const missing = `Could not print/hold any page of job disk full. Print queue ${queue} does not exist or was deleted.`;

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Presses Tab until it is there, as a reader would who knows what to look for. */
async function tabTo(page: Page, target: Locator) {
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab leads to ${target}`);
}

test('with keys alone: paste, read, choose, tick, copy', async ({ page }) => {
  const heard = await hearPage(page);
  await page.goto('/');
  await expect(pasteBox(page)).toBeFocused();
  await pasteByKeys(page, missing);
  await expect(diagnosis(page).getByRole('heading', { name: 'Resolution' })).toBeVisible();
  expect(heard).toEqual(['1 error recognised: Missing queue']);

  const card = page.getByRole('link', { name: 'Missing queue' }).first();
  await tabTo(page, card);
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('Missing queue · Print server help');
  await expect(heading(page)).toBeFocused();
  await expect(heading(page)).toHaveText('Missing queue');

  await tabTo(page, page.getByRole('radio').first());
  await page.keyboard.press('Space');
  await expect(page.getByRole('radio', { name: /Stop using it/ })).toBeChecked();
  await expect(page.getByRole('radio', { name: /Stop using it/ })).toBeFocused();
  const first = page.getByRole('checkbox', { name: /^Find the devices/ });
  await tabTo(page, first);
  await page.keyboard.press('Space');
  await expect(first).toBeChecked();
  await expect.poll(() => heard.at(-1)).toBe('1 of 2 done');
  await tabTo(page, page.getByRole('button', { name: 'Reset steps' }));
  await page.keyboard.press('Enter');
  await expect.poll(() => heard.at(-1)).toBe('0 of 2 done');
  await expect(page.getByText('0 of 2 done')).toBeFocused();

  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Copy for a ticket' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => heard.at(-1)).toBe('Copied');
  expect(await clipboard(page)).toContain('Find the devices');
  expect(heard).toEqual(['1 error recognised: Missing queue', '1 of 2 done', '0 of 2 done', 'Copied']);
});

test('with keys alone: through the questions to what helped', async ({ page }) => {
  const heard = await hearPage(page);
  await page.goto('/');
  await expect(pasteBox(page)).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await tabTo(page, page.getByRole('link', { name: 'Answer questions' }));
  await page.keyboard.press('Enter');
  await expect(heading(page)).toBeFocused();
  await expect(page).toHaveTitle('What happens? · Print server help');

  await tabTo(page, page.getByRole('link', { name: /printed two or more times/ }));
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('When does the second copy come out?');
  await expect(heading(page)).toBeFocused();
  await tabTo(page, page.getByRole('link', { name: 'I don’t know' }));
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('Likely causes');
  await expect(heading(page)).toBeFocused();
  await expect(page).toHaveTitle('Likely causes · Print server help');

  await tabTo(page, page.getByRole('button', { name: 'No, next cause' }));
  await page.keyboard.press('Enter');
  await expect(page.locator('summary', { hasText: /^2. / })).toBeFocused();
  // The others stay closed, and what is in them is skipped.
  await tabTo(page, page.getByRole('button', { name: 'Yes', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Solved', exact: true })).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: 'Copy for a ticket' }));
  await page.keyboard.press('Enter');
  await expect.poll(() => heard.at(-1)).toBe('Copied');
  expect(await clipboard(page)).toContain('Printed twice: solved');
});

test('with keys alone: report a message that is not known', async ({ page }) => {
  const heard = await hearPage(page);
  await page.goto('/');
  await expect(pasteBox(page)).toBeFocused();
  await pasteByKeys(page, 'Backup of vault prod-1 was refused with code 7781');
  const report = page.getByText('report a missing error');
  await expect(report).toBeVisible();
  expect(heard).toEqual(['No known error found']);
  await tabTo(page, report);
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('checkbox', { name: /^Hide likely secrets/ }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('button', { name: 'Copy report' }));
  await page.keyboard.press('Enter');
  await expect.poll(() => heard).toEqual(['No known error found', 'Copied']);
  expect(await clipboard(page)).toContain('Backup of vault prod-1 was refused');
});

test('what is typed letter by letter is announced when the answer changes, not at every key', async ({ page }) => {
  const heard = await hearPage(page);
  await page.goto('/');
  await expect(pasteBox(page)).toBeFocused();
  // Fast enough, and the last answer alone is said.
  await page.keyboard.type('User Not');
  await expect.poll(() => heard).toEqual(['No known error found']);
  await page.keyboard.type(' Accepted');
  await expect.poll(() => heard.at(-1)).toBe('1 error recognised: Sign-in refused');
  expect(heard).toEqual(['No known error found', '1 error recognised: Sign-in refused']);
});

test('a large text says that it is being read, then what it holds', async ({ page }) => {
  const heard = await hearPage(page);
  const release = await hold(page, '**/diagnosis-worker*');
  await page.goto('/');
  await expect(pasteBox(page)).toBeFocused();
  await pasteLarge(page, `${'INFO Sync finished\n'.repeat(10_000)}${missing}`);
  await expect.poll(() => heard).toEqual(['Reading…']);
  release();
  await expect.poll(() => heard.at(-1)).toBe('1 error recognised: Missing queue');
});

test('a text that came by a link is announced too', async ({ page }) => {
  const heard = await hearPage(page);
  await page.goto('/#text=User%20Not%20Accepted');
  await expect.poll(() => heard).toEqual(['1 error recognised: Sign-in refused']);
});

test('who skips to the content keeps the values that the address carries', async ({ page }) => {
  await page.goto('/errors/missing-queue#jobName=disk%20full');
  const message = page.getByRole('region', { name: 'Error message' });
  await expect(message).toContainText('of job disk full.');
  await page.getByRole('link', { name: 'Skip to the content' }).press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').getByRole('link').first()).toBeFocused();
  await expect(message).toContainText('of job disk full.');
  await expect(page).toHaveURL('/errors/missing-queue#jobName=disk%20full');
});

test('every page moves the focus to its heading and has a title of its own', async ({ page }) => {
  await page.goto('/');
  await expect(pasteBox(page)).toBeFocused();
  const titles = [await page.title()];
  for (const name of ['All errors', 'Answer questions', 'See all questions', 'Links and bookmarklet']) {
    await page.getByRole('link', { name }).first().click();
    await expect(heading(page)).toBeFocused();
    titles.push(await page.title());
  }
  expect(new Set(titles).size).toBe(titles.length);
  for (const title of titles) expect(title).toContain('Print server help');
});

test('a screen reader’s view of a card', async ({ page }) => {
  await page.goto('/errors/missing-queue?situation=stop-using-it');
  await expect(page.getByRole('radio', { name: /Stop using it/ })).toBeChecked();
  await page.getByRole('checkbox', { name: /^Find the devices/ }).check();
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - article:
        - paragraph:
          - link "All errors"
          - link "Paste another message"
        - paragraph: /Seen in/
        - heading "Missing queue" [level=1]
        - region "Cause":
          - heading "Cause" [level=2]
          - paragraph
        - button "Copy for a ticket"
        - button "Share"
        - region "Resolution":
          - heading "Resolution" [level=2]
          - radiogroup "What applies to you?":
            - paragraph
            - radio /Stop using it/ [checked]
            - radio /Use another queue/
            - radio /Create a new queue/
          - strong: Steps
          - status: 1 of 2 done
          - button "Reset steps"
          - article:
            - heading "Stop using it" [level=3]
            - list:
              - listitem:
                - checkbox /Find the devices/ [checked]
              - listitem:
                - checkbox /Open each one/
        - group "Did this fix it?"
        - region "Error message":
          - heading "Error message" [level=2]
          - paragraph
          - text: Job name
          - textbox "Job name"
        - region "Easily confused with"
  `);
});

test('a step done in part is neither ticked nor open', async ({ page }) => {
  await page.goto('/errors/release-refused');
  await page.getByRole('checkbox', { name: /^Next to Create account/ }).check();
  await expect(page.getByText('0 of 2 done')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Resolution' })).toMatchAriaSnapshot(`
    - checkbox /Check that the account/ [checked=mixed]
    - group:
      - list:
        - listitem:
          - checkbox /Next to Create account/ [checked]
  `);
});

test('a screen reader’s view of a question', async ({ page }) => {
  await page.goto('/wizard/duplicates');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - link "Back"
      - status: 1 of at most 2 questions answered
      - region "Your answers":
        - list:
          - listitem:
            - text: What happens?
            - strong: One job is printed two or more times
            - link "Change the answer to “What happens?”"
      - group "When does the second copy come out?":
        - heading "When does the second copy come out?" [level=1]
        - list:
          - listitem:
            - link "Together with the first"
          - listitem:
            - link "When the job is released"
          - listitem:
            - link "I don’t know"
      - link "See all questions"
  `);
});

test('a screen reader’s view of likely causes', async ({ page }) => {
  await page.goto('/wizard/duplicates/dont-know');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading "Likely causes" [level=1]
    - list:
      - listitem:
        - group:
          - heading /^1\\. More than one/ [level=2]
          - text: If both copies come when the job is sent
          - strong: Steps
          - status: 0 of 2 done
          - article:
            - heading "Keep one queue" [level=3]
            - paragraph
            - list:
              - listitem:
                - checkbox
              - listitem:
                - checkbox
          - paragraph: /^Fits/
          - group "Did this fix it?"
        - paragraph:
          - link "Printed twice"
      - listitem:
        - group:
          - heading /^2\\. The job was released/ [level=2]
        - paragraph:
          - link "Printed twice"
    - 'link "Nothing helped: what to send to support"'
  `);
});
