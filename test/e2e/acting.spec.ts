import type { Page } from '@playwright/test';
import { diagnosis, expect, pasteBox, test } from './page';

const alertName = 'CPU > 90% on vm-prod-01';
const id = 'a3b9076c-ce8e-434e-85b4-aff10cb3c8f1';
const fragment = `#alertName=${encodeURIComponent(alertName)}&connectionIdentifier=${id}`;
const message = `Could not create/update work item for alert ${alertName}. ITSM Connector ${id} does not exist or was deleted.`;

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
async function copy(page: Page, name: string) {
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByText('Copied', { exact: true }).last()).toBeVisible();
  return clipboard(page);
}

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

test('a link’s values stand in the message, the sentences, the steps and the queries', async ({ page }) => {
  await page.goto(`/errors/missing-connector?situation=stop-using-it${fragment}`);
  await expect(section(page, 'Error message')).toContainText(message);
  await expect(section(page, 'Cause')).toContainText(`The connector ${id} was deleted`);
  const query = page.getByRole('figure', { name: /^Action groups/ });
  await expect(query).toContainText(`"${id}" contains connection`);
  await query.locator('summary', { hasText: 'Azure CLI' }).click();
  await expect(query.getByText(/^az graph query -q '/)).toBeVisible();
});

test('a value that is not known can be filled in, and survives a reload', async ({ page }) => {
  await page.goto('/errors/missing-connector');
  await expect(section(page, 'Error message')).toContainText('alert Alert name. ITSM Connector');
  await page.getByRole('textbox', { name: 'Alert name' }).fill('disk full');
  await expect(section(page, 'Error message')).toContainText('work item for alert disk full.');
  await page.reload();
  await expect(section(page, 'Error message')).toContainText('work item for alert disk full.');
});

test('a finding’s link opens its card with the same values', async ({ page }) => {
  await page.goto('/');
  await pasteBox(page).fill(message);
  await page.getByRole('heading', { level: 2 }).getByRole('link', { name: 'Missing connector' }).click();
  await expect(page).toHaveURL('/errors/missing-connector');
  await expect(section(page, 'Error message')).toContainText(message);
  await page.reload();
  await expect(section(page, 'Error message')).toContainText(message);
});

test('another tab gets a finding’s values too; the address in this one stays bare', async ({ page, context }) => {
  await page.goto('/');
  await pasteBox(page).fill(message);
  const link = diagnosis(page).getByRole('link', { name: 'Missing connector' });
  await link.click({ modifiers: ['ControlOrMeta'] });
  // Playwright can lose sight of a tab that a link opens, so its address is opened in one of ours.
  const tab = await context.newPage();
  await tab.goto((await link.getAttribute('href')) ?? '');
  await expect(section(tab, 'Error message')).toContainText(message);
  await expect(page).toHaveURL('/');
});

test('links are copied without values, or with all that the card knows', async ({ page, baseURL, browser }) => {
  await page.goto(`/errors/invalid-refresh-token`);
  const bare = `${baseURL}/errors/invalid-refresh-token`;
  await page.getByRole('textbox', { name: 'Instance name' }).fill('https://contoso.service-now.com/now');
  await page.getByRole('button', { name: 'Share' }).click();
  expect(await copy(page, 'Copy link')).toBe(bare);
  const full = await copy(page, 'Copy link with these values');
  expect(full).toBe(`${bare}#instanceName=contoso`);
  const colleague = await browser.newPage();
  await colleague.goto(full);
  await expect(colleague.getByRole('link', { name: /OAuth tokens/ }).first()).toHaveAttribute(
    'href',
    'https://contoso.service-now.com/oauth_credential_list.do',
  );
  await colleague.close();
});

test('a situation puts its resolution first, and stands in the address', async ({ page }) => {
  await page.goto('/errors/authentication');
  await page.getByRole('radio', { name: /Give the integration user its rights/ }).check();
  await expect(page).toHaveURL('/errors/authentication?situation=rights-missing');
  const titles = section(page, 'Resolution').getByRole('heading', { level: 3 });
  await expect(titles.first()).toHaveText('Give the integration user its rights');
  await expect(section(page, 'Cause').getByRole('paragraph').first()).toHaveText(
    'The integration user’s rights are missing.',
  );
  await page.reload();
  await expect(page.getByRole('radio', { name: /integration user its rights/ })).toBeChecked();
});

test('steps are ticked for this card and these values, kept, and cleared', async ({ page }) => {
  await page.goto(`/errors/missing-connector?situation=stop-using-it${fragment}`);
  const first = page.getByRole('checkbox', { name: /^Find the action groups/ }).first();
  await first.check();
  await expect(page.getByText('1 of 2 done')).toBeVisible();
  await page.reload();
  await expect(first).toBeChecked();
  const stored = await page.evaluate(() => JSON.stringify(localStorage));
  expect(stored).not.toContain(id);
  await page.goto(`/errors/missing-connector?situation=stop-using-it#alertName=other`);
  await page.reload();
  await expect(first).not.toBeChecked();
  await page.goto(`/errors/missing-connector?situation=stop-using-it${fragment}`);
  await page.reload();
  await page.getByRole('button', { name: 'Reset steps' }).click();
  await expect(first).not.toBeChecked();
});

test('a step that consists of others is done when they are', async ({ page }) => {
  await page.goto('/errors/exception-update-failure');
  const step = page.getByRole('checkbox', { name: /^Check that the integration user/ });
  await step.check();
  await expect(page.getByText('4 of 5 done')).toBeVisible();
  await page.getByRole('checkbox', { name: /^Next to Create integration user/ }).uncheck();
  await expect(page.getByText('3 of 5 done')).toBeVisible();
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
  await page.goto('/errors/missing-connector?situation=stop-using-it');
  await page
    .getByRole('checkbox', { name: /^Find the action groups/ })
    .first()
    .check();
  await expect(page.getByText('1 of 2 done')).toBeVisible();
  await page.getByRole('button', { name: 'Copy for a ticket' }).click();
  await expect(page.getByText('The text is selected')).toBeVisible();
  const box = page.getByRole('textbox', { name: 'Text to copy' });
  await expect(box).toBeFocused();
  expect(await page.evaluate(() => String(getSelection()))).toContain('Missing connector\nCould not create');
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
    ['{connectionIdentifier}', '<connection identifier>'],
  ]) {
    const [alert = '', connector = ''] = pair.map(encodeURIComponent);
    await page.goto('about:blank');
    await page.goto(
      `/errors/missing-connector#alertName=${alert}&connectionIdentifier=${connector}&alertName=second&nonsense=1&__proto__=x&=&%E0%A4%A`,
    );
    const text = section(page, 'Error message').textContent();
    for (const value of pair) expect(await text).toContain(value);
    await expect(page.getByRole('figure', { name: /^Action groups/ })).toBeVisible();
  }
  await page.goto('about:blank');
  await page.goto(`/errors/missing-connector#alertName=${'x'.repeat(1_000_000)}`);
  await expect(page.getByRole('textbox', { name: 'Alert name' })).toBeVisible();
  for (const url of asked) expect(url.split('#')[0]).not.toMatch(/alertName|reboot|rm -rf/);
});

test('an unrecognised text becomes a report', async ({ page }) => {
  await page.goto('/');
  await pasteBox(page).fill('Backup of vault prod-1 was refused with code 7781 for user jane@contoso.com');
  await expect(diagnosis(page).getByRole('link', { name: 'Alerts fire, but no work items arrive' })).toBeVisible();
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
  const portal = await context.newPage();
  await portal.goto(`${baseURL}/rulesets/schema-v1.json`);
  await portal.evaluate((text) => {
    document.body.textContent = text;
    getSelection()?.selectAllChildren(document.body);
  }, 'Error: User Not Authenticated & 100 %');
  const opened = context.waitForEvent('page');
  await portal.evaluate(code.replace(/^javascript:/, ''));
  const app = await opened;
  await expect(pasteBox(app)).toHaveValue('Error: User Not Authenticated & 100 %');
});
