import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { diagnosis, expect, pasteBox, test } from './page';

const heading = '\ufeff"Time [UTC]",Level,Message,Host\r\n';
const row = (minute: number, type: string, message: string, host = 'Floor3') =>
  `"11/20/2026, 2:${String(minute).padStart(2, '0')}:00 PM",${type},"${message}",${host}\r\n`;
/** 200 rows with three errors, and one that is not known. */
const log =
  heading +
  Array.from({ length: 200 }, (_, i) => {
    const minute = Math.floor(i / 4);
    if (i % 4 === 1) return row(minute, 'ERROR', 'User Not Accepted');
    if (i % 10 === 0) return row(minute, 'ERROR', 'SpoolerHttpBadRequestException: StatusCode=429', 'Floor4');
    if (i === 8)
      return row(minute, 'ERROR', '=1+1 PrintTicket and SessionTicket invalid. Account needs to sign in again.');
    if (i === 9 + 3) return row(minute, 'ERROR', 'Gateway returned 502');
    return row(minute, 'INFO', 'Sync finished');
  }).join('');

const open = (page: Page, ...files: [name: string, content: string | Buffer][]) =>
  page
    .locator('input[type=file]')
    .setInputFiles(files.map(([name, content]) => ({ name, mimeType: '', buffer: Buffer.from(content) })));
const rows = (page: Page) => diagnosis(page).getByRole('rowheader').getByRole('button');

test('a log of 200 rows is a row for each error on one screen', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto('/');
  await open(page, ['spool-log.csv', log]);
  await expect(rows(page)).toHaveText(['Sign-in refused', 'Page quota reached', 'Expired ticket']);
  await expect(rows(page).last()).toBeInViewport();
  const first = diagnosis(page).getByRole('row').nth(1);
  await expect(first.getByRole('cell')).toHaveText([
    '50',
    '14:0014:49',
    /^In 24 equal parts of the log’s time: 3, 2, 2, 2/,
    'Floor3',
  ]);
  await expect(diagnosis(page)).toContainText('200 rows, 20 Nov 2026, 14:00 to 14:49 UTC.');
  await diagnosis(page).getByRole('button', { name: '1 unrecognised error' }).click();
  await expect(page.locator('summary', { hasText: '1 unrecognised error' })).toBeFocused();
  await expect(diagnosis(page)).toContainText('spool-log.csv, row 13: Gateway returned 502');
  await page.evaluate(() => scrollTo(0, 0));
  await rows(page).first().press('Enter');
  await expect(diagnosis(page).getByRole('heading', { name: 'Resolution' })).toHaveCount(1);
});

test('its rows can be saved, with no cell that a spreadsheet would run, and its table copied', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  await open(page, ['spool-log.csv', log]);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  const saved = readFileSync(await (await download).path(), 'utf8');
  expect(saved.trimEnd().split('\r\n')).toHaveLength(1 + 50 + 20 + 1);
  expect(saved).toContain(`,"Expired ticket","","'=1+1 PrintTicket`);
  await page.getByRole('button', { name: 'Copy for a ticket' }).first().click();
  await expect(page.getByText('Copied', { exact: true }).first()).toBeAttached();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^3 errors, 71 times, in 200 rows, spool-log\.csv, 20 Nov 2026, 14:00 to 14:49 UTC\n\n/);
  expect(copied).toMatch(/Sign-in refused: 50 times\n.*\nWhere: Floor3\n/);
});

test('identifiers stay in the copied table, which would be of no use without them, and secrets do not', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  const ids = [1, 2].map((i) => `a3b9076c-ce8e-434e-85b4-aff10cb3c8f${i}`);
  const gone = (queue: string) =>
    `Could not print/hold any page of job jane.doe@contoso.com. Print queue ${queue} does not exist or was deleted.`;
  await open(page, ['jane.doe@contoso.com.csv', heading + ids.map((queue) => row(1, 'ERROR', gone(queue))).join('')]);
  await page.getByRole('button', { name: 'Copy for a ticket' }).first().click();
  await expect(page.getByText('Copied', { exact: true }).first()).toBeAttached();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  for (const queue of ids) expect(copied).toContain(queue);
  expect(copied).not.toContain('jane.doe');
});

test('dates are read with the day first once one of them shows it', async ({ page }) => {
  await page.goto('/');
  const line = (day: string) => `${day}/11/2026 10:00:00 ERROR User Not Accepted\n`;
  await open(page, ['spool.log', line('05').repeat(10_000) + line('20').repeat(10)]);
  await expect(diagnosis(page)).toContainText('10,010 rows, 5 Nov 2026, 10:00 to 20 Nov 2026, 10:00.');
});

test('the card of an error has the values of its first row, until another row is chosen', async ({ page }) => {
  await page.goto('/');
  const gone = (queue: string) =>
    row(1, 'ERROR', `Could not print/hold any page of job A. Print queue ${queue} does not exist or was deleted.`);
  await open(page, ['spool-log.csv', heading + gone('q-1') + gone('q-2')]);
  const cause = diagnosis(page).getByRole('region', { name: 'Cause' });
  await expect(cause).toContainText('The queue q-1 was deleted');
  await diagnosis(page).getByText('All places').click();
  const places = diagnosis(page).getByRole('listitem').filter({ hasText: 'spool-log.csv, row' });
  await places.nth(1).getByRole('button', { name: 'Show this one on the card' }).click();
  await expect(cause).toContainText('The queue q-2 was deleted');
  await expect(places.nth(0).getByRole('button')).toBeVisible();
  await expect(places.nth(1)).toContainText('Shown on the card');
});

test('several files of different kinds are one result, which names what cannot be read', async ({ page }) => {
  await page.goto('/');
  await open(
    page,
    ['a.csv.gz', gzipSync(log)],
    ['b.log', '2026-11-20T14:01:12Z User Not Accepted\n'],
    ['c.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 20, 0])],
    ['d.log', Buffer.from('\ufeffUser Not Accepted\r\n', 'utf16le')],
    ['empty.txt', ''],
  );
  await expect(rows(page).first()).toHaveText('Sign-in refused');
  await expect(diagnosis(page).getByRole('row').nth(1).getByRole('cell').first()).toHaveText('52');
  await expect(diagnosis(page)).toContainText('c.xlsx is a workbook or a zip archive. Save the sheet as CSV');
});

test('a file that is dropped on any page is read; what stood in the box comes back with "Clear"', async ({ page }) => {
  await page.goto('/');
  await pasteBox(page).fill('my own words');
  await page.getByRole('link', { name: 'All errors' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'All errors' })).toBeVisible();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['User Not Accepted'], 'a.txt'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  await expect(page).toHaveURL('/');
  await expect(rows(page)).toHaveText('Sign-in refused');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(pasteBox(page)).toHaveValue('my own words');
});

test('cancelling keeps what was found', async ({ page }) => {
  await page.goto('/');
  // Each piece is a message of its own, so that reading takes a while.
  const many = Array.from({ length: 300_000 }, (_, i) => `User Not Accepted ${'abcdefghij'[i % 10]}${i}\n`).join('');
  await open(page, ['many.log', many]);
  await expect(page.getByRole('progressbar', { name: /Reading .* of .* rows/ })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(diagnosis(page)).toContainText('Cancelled: only what had been read is shown.');
  await expect(rows(page)).toHaveText('Sign-in refused');
});
