import type { Page } from '@playwright/test';
import { diagnosis, expect, pasteBox, test } from './page';

const jobName = 'Plan > 90% of floor-03';
const id = 'a3b9076c-ce8e-434e-85b4-aff10cb3c8f1';
const fragment = `#jobName=${encodeURIComponent(jobName)}&queueIdentifier=${id}`;
const message = `Could not print/hold any page of job ${jobName}. Print queue ${id} does not exist or was deleted.`;

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
async function copy(page: Page, name: string) {
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByText('Copied', { exact: true }).last()).toBeVisible();
  return clipboard(page);
}

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

test('a link’s values stand in the message, the sentences, the steps and the queries', async ({ page }) => {
  await page.goto(`/errors/missing-queue?situation=stop-using-it${fragment}`);
  await expect(section(page, 'Error message')).toContainText(message);
  await expect(section(page, 'Cause')).toContainText(`The queue ${id} was deleted`);
  const query = page.getByRole('figure', { name: /^Devices/ });
  await expect(query).toContainText(`"${id}" contains queue`);
  await query.locator('summary', { hasText: 'Command line' }).click();
  await expect(query.getByText(/^printdesk query -q '/)).toBeVisible();
});

test('a value that is not known can be filled in, and survives a reload', async ({ page }) => {
  await page.goto('/errors/missing-queue');
  await expect(section(page, 'Error message')).toContainText('job Job name. Print queue');
  await page.getByRole('textbox', { name: 'Job name' }).fill('disk full');
  await expect(section(page, 'Error message')).toContainText('any page of job disk full.');
  await page.reload();
  await expect(section(page, 'Error message')).toContainText('any page of job disk full.');
});

test('a finding’s link opens its card with the same values', async ({ page }) => {
  await page.goto('/');
  await pasteBox(page).fill(message);
  await page.getByRole('heading', { level: 2 }).getByRole('link', { name: 'Missing queue' }).click();
  await expect(page).toHaveURL('/errors/missing-queue');
  await expect(section(page, 'Error message')).toContainText(message);
  await page.reload();
  await expect(section(page, 'Error message')).toContainText(message);
});

test('another tab gets a finding’s values too; the address in this one stays bare', async ({ page, context }) => {
  await page.goto('/');
  await pasteBox(page).fill(message);
  const link = diagnosis(page).getByRole('link', { name: 'Missing queue' });
  await link.click({ modifiers: ['ControlOrMeta'] });
  // Playwright can lose sight of a tab that a link opens, so its address is opened in one of ours.
  const tab = await context.newPage();
  await tab.goto((await link.getAttribute('href')) ?? '');
  await expect(section(tab, 'Error message')).toContainText(message);
  await expect(page).toHaveURL('/');
});

test('links are copied without values, or with all that the card knows', async ({ page, baseURL, browser }) => {
  await page.goto(`/errors/expired-ticket`);
  const bare = `${baseURL}/errors/expired-ticket`;
  await page.getByRole('textbox', { name: 'Site name' }).fill('https://contoso.print.example.com/queues');
  await page.getByRole('button', { name: 'Share' }).click();
  expect(await copy(page, 'Copy link')).toBe(bare);
  const full = await copy(page, 'Copy link with these values');
  expect(full).toBe(`${bare}#siteName=contoso`);
  const colleague = await browser.newPage();
  await colleague.goto(full);
  await expect(colleague.getByRole('link', { name: /print tickets/ }).first()).toHaveAttribute(
    'href',
    'https://contoso.print.example.com/tickets',
  );
  await colleague.close();
});

test('a situation puts its resolution first, and stands in the address', async ({ page }) => {
  await page.goto('/errors/sign-in-refused');
  await page.getByRole('radio', { name: /Give the account its rights/ }).check();
  await expect(page).toHaveURL('/errors/sign-in-refused?situation=rights-missing');
  const titles = section(page, 'Resolution').getByRole('heading', { level: 3 });
  await expect(titles.first()).toHaveText('Give the account its rights');
  await expect(section(page, 'Cause').getByRole('paragraph').first()).toHaveText('The account’s rights are missing.');
  await page.reload();
  await expect(page.getByRole('radio', { name: /account its rights/ })).toBeChecked();
});

test('steps are ticked for this card and these values, kept, and cleared', async ({ page }) => {
  await page.goto(`/errors/missing-queue?situation=stop-using-it${fragment}`);
  const first = page.getByRole('checkbox', { name: /^Find the devices/ }).first();
  await first.check();
  await expect(page.getByText('1 of 2 done')).toBeVisible();
  await page.reload();
  await expect(first).toBeChecked();
  const stored = await page.evaluate(() => JSON.stringify(localStorage));
  expect(stored).not.toContain(id);
  await page.goto(`/errors/missing-queue?situation=stop-using-it#jobName=other`);
  await page.reload();
  await expect(first).not.toBeChecked();
  await page.goto(`/errors/missing-queue?situation=stop-using-it${fragment}`);
  await page.reload();
  await page.getByRole('button', { name: 'Reset steps' }).click();
  await expect(first).not.toBeChecked();
});

test('a step that consists of others is done when they are', async ({ page }) => {
  await page.goto('/errors/release-refused');
  const step = page.getByRole('checkbox', { name: /^Check that the account/ });
  await step.check();
  await expect(page.getByText('1 of 2 done')).toBeVisible();
  await page.getByRole('checkbox', { name: /^Next to Create account/ }).uncheck();
  await expect(page.getByText('0 of 2 done')).toBeVisible();
  await expect(step).not.toBeChecked();
});

test('with storage and clipboard blocked, steps tick and texts can be copied by hand', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    }
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await page.goto('/errors/missing-queue?situation=stop-using-it');
  await page
    .getByRole('checkbox', { name: /^Find the devices/ })
    .first()
    .check();
  await expect(page.getByText('1 of 2 done')).toBeVisible();
  await page.getByRole('button', { name: 'Copy for a ticket' }).click();
  await expect(page.getByText('The text is selected')).toBeVisible();
  const box = page.getByRole('textbox', { name: 'Text to copy' });
  await expect(box).toBeFocused();
  expect(await page.evaluate(() => String(getSelection()))).toContain('Missing queue\nCould not print');
});

test('hostile values in a link stay text, bounded, and in no request', async ({ page }) => {
  const hostile = [
    '<img src=x onerror=alert(1)>',
    "'; rm -rf ~ #",
    '$(reboot)',
    '`id`',
    '" | project *',
    'a\nb\u202Ec\u0000d',
    '](javascript:alert(1))',
  ];
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const pair of [
    [hostile.slice(0, 4).join(' '), hostile.slice(4).join(' ')],
    ['{queueIdentifier}', '<queue identifier>'],
  ]) {
    const [job = '', queue = ''] = pair.map(encodeURIComponent);
    await page.goto('about:blank');
    await page.goto(
      `/errors/missing-queue#jobName=${job}&queueIdentifier=${queue}&jobName=second&nonsense=1&__proto__=x&=&%E0%A4%A`,
    );
    const text = section(page, 'Error message').textContent();
    for (const value of pair) expect(await text).toContain(value);
    await expect(page.getByRole('figure', { name: /^Devices/ })).toBeVisible();
  }
  await page.goto('about:blank');
  await page.goto(`/errors/missing-queue#jobName=${'x'.repeat(1_000_000)}`);
  await expect(page.getByRole('textbox', { name: 'Job name' })).toBeVisible();
  for (const url of asked) expect(url.split('#')[0]).not.toMatch(/jobName|reboot|rm -rf/);
});

test('an unrecognised text becomes a report', async ({ page }) => {
  await page.goto('/');
  await pasteBox(page).fill('Backup of vault prod-1 was refused with code 7781 for user jane@contoso.com');
  await expect(diagnosis(page).getByRole('link', { name: 'Jobs are sent, but nothing is printed' })).toBeVisible();
  await page.getByText('report a missing error').click();
  const report = await copy(page, 'Copy report');
  expect(report).toContain('Backup of vault prod-1 was refused');
  expect(report).not.toContain('contoso.com');
  expect(report).toMatch(/- Tried: \d+ messages of \d+ known errors/);
  expect(report).toMatch(/- App \d+\.\d+\.\d+, list of errors of 20\d\d-/);
  await page.getByRole('checkbox', { name: /^Hide likely secrets/ }).uncheck();
  expect(await copy(page, 'Copy report')).toContain('jane@contoso.com');
});

test('the bookmark sends a page’s selection here', async ({ page, baseURL, context }) => {
  await page.goto('/integrate');
  const code = await page.getByRole('textbox', { name: 'Bookmark address' }).inputValue();
  expect(await copy(page, 'Copy the address')).toBe(code);
  await expect(page.getByRole('link', { name: 'Diagnose the selection' })).toHaveAttribute('href', code);
  // As a bookmark runs it: in another page, whose policy is its own.
  const other = await context.newPage();
  await other.goto(`${baseURL}/rulesets/schema-v1.json`);
  await other.evaluate((text) => {
    document.body.textContent = text;
    getSelection()?.selectAllChildren(document.body);
  }, 'Error: User Not Accepted & 100 %');
  const opened = context.waitForEvent('page');
  await other.evaluate(code.replace(/^javascript:/, ''));
  const app = await opened;
  await expect(pasteBox(app)).toHaveValue('Error: User Not Accepted & 100 %');
});
