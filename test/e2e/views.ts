import type { Page } from '@playwright/test';
import { printing } from '../printing';
import { diagnosis, expect, pasteBox, pasteLarge } from './page';

const dataset = '**/rulesets/printing.json';
const jobName = 'Plan > 90% of floor-03';
const queue = 'a3b9076c-ce8e-434e-85b4-aff10cb3c8f1';
const missing = `Could not print/hold any page of job ${jobName}. Print queue ${queue} does not exist or was deleted.`;
const unknown = [
  'our PrintTicket and SessionTicket are invalid, does the account need to sign in?',
  'Backup of vault prod-1 was refused with code 7781 for user jane@contoso.com',
].join('\n');
const log = [
  'User Not Accepted',
  'Could not print/hold any page of job '.concat('x'.repeat(300), '. Print queue 1'),
  missing,
  missing,
  'User Not Accepted',
].join('\n');
const large = `${'2026-11-20T07:41:09Z INFO Sync of 120 print jobs finished\n'.repeat(2000)}${missing}`;

/** All that the app shows, each in one of its states: a name and how to get there. */
export const views: [string, (page: Page) => Promise<void>][] = [
  ['the empty start, its notice open', openNotice],
  ['one finding', (page) => paste(page, missing)],
  ['several findings, one opened', openOneOfSeveral],
  ['nothing found, with suggestion and report', openReport],
  ['a large text', (page) => paste(page, large, pasteLarge)],
  ['no error that holds a word', (page) => search(page, 'zzzz')],
  ['the search over a page', openSearch],
  ['a card with everything open', openCard],
  ['a question answered before', changeAnswer],
  ['a question with its paste box', openPasteHere],
  ['a cause tried', (page) => show(page, '/wizard/nothing-printed/documents/no-message/worked/dont-know?no=1')],
  ['what to send to support', (page) => show(page, '/wizard/duplicates/dont-know?no=1&no=2')],
  ['an answer that is not known', (page) => show(page, '/wizard/nothing-printed/nonsense')],
  ['all questions', showOutline],
  ['an unknown address', (page) => show(page, '/errors/missing-queu')],
  ['how to link here, and a dataset that is not valid', loadNonsense],
];

async function show(page: Page, address: string) {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

async function openNotice(page: Page) {
  await show(page, '/');
  await page.getByText('was withdrawn').click();
}

async function paste(page: Page, text: string, put = (page: Page, text: string) => pasteBox(page).fill(text)) {
  await show(page, '/');
  await expect(pasteBox(page)).toBeFocused();
  await put(page, text);
  await expect(diagnosis(page).getByRole('heading', { level: 2 }).first()).toBeVisible();
}

async function openReport(page: Page) {
  await paste(page, unknown);
  await page.getByText('report a missing error').click();
  await expect(page.getByRole('textbox', { name: 'Report' })).toBeVisible();
}

async function openOneOfSeveral(page: Page) {
  await paste(page, log);
  await diagnosis(page).getByRole('button', { name: 'Missing queue' }).click();
  await expect(diagnosis(page).getByRole('heading', { name: 'Resolution' })).toBeVisible();
}

async function search(page: Page, words: string) {
  await show(page, '/errors');
  await page.getByRole('searchbox').fill(words);
  await expect(page.getByRole('main').getByRole('status')).not.toHaveText(`${printing.rules.length} errors`);
}

/** What is behind can neither be read nor reached, so it is taken away, but for the heading. */
async function openSearch(page: Page) {
  await show(page, '/errors/sign-in-refused');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('ticket');
  await expect(page.getByRole('dialog').getByRole('link', { name: 'Expired ticket' })).toBeVisible();
  await page.locator('#root *:not(dialog, dialog *, :has(dialog))').evaluateAll((behind: HTMLElement[]) => {
    for (const element of behind) {
      element.style.visibility = 'hidden';
      if (element.matches('h1')) Object.assign(element, { className: 'visually-hidden', style: 'visibility: visible' });
    }
  });
}

/** A message, values given and to fill in, a situation chosen, a step done, a copy refused; nothing folded up. */
async function openCard(page: Page) {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  const fragment = `#queueIdentifier=${queue}`;
  await show(page, `/errors/missing-queue?situation=stop-using-it${fragment}`);
  await expect(page.getByRole('radio', { name: /Stop using it/ })).toBeChecked();
  await page.getByRole('textbox', { name: 'Job name' }).fill(jobName);
  await page.getByRole('checkbox', { name: /^Find the devices/ }).check();
  await page.locator('details').evaluateAll((all: HTMLDetailsElement[]) => {
    for (const details of all) details.open = true;
  });
  // What "Share" opens lies on the page until Escape; here it is a part of it, so that all can be seen at once.
  await page.locator('[popover]').evaluateAll((all) => {
    for (const panel of all) panel.removeAttribute('popover');
  });
  await page.getByRole('button', { name: 'Copy link', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Text to copy' })).toBeVisible();
}

async function changeAnswer(page: Page) {
  await show(page, '/wizard/nothing-printed/documents/no-message');
  await page.getByRole('link', { name: /^Change the answer to “What happens/ }).click();
  await expect(page.getByText('Your current answer')).toBeVisible();
}

async function showOutline(page: Page) {
  await show(page, '/wizard/nothing-printed/documents/no-message');
  await page.getByRole('link', { name: 'See all questions' }).click();
  await page.getByRole('button', { name: 'Expand all' }).click();
}

async function openPasteHere(page: Page) {
  await show(page, '/wizard/nothing-printed/documents/message');
  await pasteBox(page).fill('User Not Accepted');
  await expect(diagnosis(page).getByRole('heading', { name: 'Resolution' })).toBeVisible();
}

async function loadNonsense(page: Page) {
  const rules = printing.rules.map((rule) => ({ ...rule, title: 5 }));
  await page.route(dataset, (route) => route.fulfill({ json: { ...printing, rules } }));
  await page.goto('/integrate');
  await expect(page.getByText('can’t be used')).toBeVisible();
}
