import type { Page } from '@playwright/test';
import { printing } from '../printing';
import { diagnosis, expect, hold, pasteBox, pasteByKeys, ready, test } from './page';

test.use({ waitsForApp: false });

const scripts = '**/assets/*.js';
const message = 'User Not Accepted';

test('the app hydrates the pages that the build rendered, as they are', async ({ page }) => {
  await page.addInitScript(() =>
    addEventListener('DOMContentLoaded', () => {
      document.querySelector('main')?.setAttribute('data-prerendered', '');
    }),
  );
  for (const address of [
    '/',
    '/errors',
    '/errors/missing-queue?situation=use-another#jobName=a',
    '/errors/nothing-printed',
    '/wizard',
    '/wizard/duplicates/dont-know?no=1',
    '/wizard/map',
    '/integrate',
  ]) {
    await page.goto(address);
    await ready(page);
    await expect(page.locator('main[data-prerendered]'), address).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  }
});

test('what is typed before the app starts stays, with caret and undo, and is diagnosed', async ({ page }) => {
  const release = await hold(page, scripts);
  await page.goto('/');
  await expect(pasteBox(page)).toBeFocused();
  await page.keyboard.type('User Not pted');
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowLeft');
  release();
  await ready(page);
  await page.keyboard.type('Acce');
  await expect(pasteBox(page)).toHaveValue('User Not Accepted');
  await expect(diagnosis(page).getByRole('link', { name: 'Sign-in refused' })).toBeVisible();
  for (let i = 0; i < 25; i++) await page.keyboard.press('ControlOrMeta+z');
  await expect(pasteBox(page)).toHaveValue('');
});

test('fields of a card keep what they hold when the app starts, and so does the focus', async ({ page }) => {
  const release = await hold(page, scripts);
  await page.goto('/errors/missing-queue#queueIdentifier=c-1');
  const field = page.getByRole('textbox', { name: 'Job name' });
  const step = page.getByRole('checkbox', { name: /^Find the devices/ }).first();
  const situation = page.getByRole('radio', { name: /Use another queue/ });
  await situation.check();
  await step.check();
  await field.pressSequentially('hello wor');
  release();
  await ready(page);
  await page.keyboard.type('ld');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('hello world');
  await expect(page.getByRole('region', { name: 'Error message' })).toContainText(
    'of job hello world. Print queue c-1 does not exist',
  );
  await expect(situation).toBeChecked();
  await expect(step).toBeChecked();
  await expect(page.getByText('1 of 3 done')).toBeVisible();
  await expect(page).toHaveURL(/\?situation=use-another#queueIdentifier=c-1$/);
});

test('a word that is typed before the app starts is searched for', async ({ page }) => {
  const release = await hold(page, scripts);
  await page.goto('/errors');
  await page.getByRole('searchbox').fill('card reader');
  release();
  await expect(page.getByRole('main').getByRole('listitem').getByRole('heading')).toHaveText(['Release refused']);
  await expect(page.getByRole('searchbox')).toHaveValue('card reader');
});

test('a large text and one more key before the start are not cut', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const text = `${'2026-11-20 07:41 INFO Sync finished\n'.repeat(800)}${message}`;
  const release = await hold(page, scripts);
  await page.goto('/');
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('ControlOrMeta+v');
  await page.keyboard.type('!');
  release();
  await expect(diagnosis(page).getByRole('link', { name: 'Sign-in refused' })).toBeVisible();
  await expect(pasteBox(page)).toHaveValue(`${text}!`);
});

test('what is pasted beside the fields before the app starts is diagnosed', async ({ page }) => {
  const release = await hold(page, scripts);
  await page.goto('/errors/sign-in-refused');
  await pasteByKeys(page, message);
  release();
  await expect(page).toHaveURL('/');
  await expect(diagnosis(page).getByRole('link', { name: 'Sign-in refused' })).toBeVisible();
});

test('a button that is pressed before the app starts is answered', async ({ page }) => {
  const release = await hold(page, scripts);
  await page.goto('/');
  await page.getByRole('button', { name: 'Try an example' }).click();
  release();
  await expect(diagnosis(page).getByRole('heading', { name: 'Resolution' })).toBeVisible();
});

test('a file that is chosen before the app starts is read', async ({ page }) => {
  const release = await hold(page, scripts);
  await page.goto('/');
  const file = { name: 'a.txt', mimeType: '', buffer: Buffer.from('User Not Accepted') };
  await page.locator('input[type=file]').setInputFiles(file);
  release();
  await expect(diagnosis(page).getByRole('rowheader')).toContainText('Sign-in refused');
});

test('a file that is dropped before the app starts is read', async ({ page }) => {
  await page.goto('/');
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['User Not Accepted'], 'a.txt'));
    const drop = (type: string) => new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
    document.body.dispatchEvent(drop('dragenter'));
    if (document.body.dispatchEvent(drop('dragover'))) throw new Error('the browser would open the file');
    document.body.dispatchEvent(drop('drop'));
  });
  await expect(diagnosis(page).getByRole('rowheader')).toContainText('Sign-in refused');
});

test('a paste replaces what was pasted before the app started, and adds to what was typed', async ({ page }) => {
  for (const [first, both] of [
    [(text: string) => pasteByKeys(page, text), 'two'],
    [(text: string) => page.keyboard.type(text), 'onetwo'],
  ] as const) {
    const release = await hold(page, scripts);
    await page.goto('/');
    // The browser gives the focus when the page is first rendered.
    await expect(pasteBox(page)).toBeFocused();
    await first('one');
    await expect(pasteBox(page)).toHaveValue('one');
    release();
    await ready(page);
    await pasteByKeys(page, 'two');
    await expect(pasteBox(page)).toHaveValue(both);
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.unroute(scripts);
  }
});

test('links and the wizard’s answers work before the app starts', async ({ page }) => {
  await page.route(scripts, (route) => route.abort());
  await page.goto('/errors/sign-in-refused');
  await page.getByRole('navigation').getByRole('link', { name: 'Answer questions' }).click();
  await page.getByRole('link', { name: 'One job is printed two or more times' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('When does the second copy come out?');
});

test('the reader’s place in the page is left alone when the app starts', async ({ page }) => {
  const release = await hold(page, scripts);
  await page.goto('/');
  await expect(pasteBox(page)).toBeFocused();
  await page.keyboard.press('Tab');
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  const before = await focused();
  release();
  await ready(page);
  expect(await focused()).toBe(before);
});

test('what is typed before the app starts is there on the next page, and back again', async ({ page }) => {
  await page.route(scripts, (route) => route.abort());
  await page.goto('/');
  await pasteBox(page).fill(message);
  await page.getByRole('navigation').getByRole('link', { name: 'All errors' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All errors');
  await page.goto('/errors/missing-queue');
  await page.getByRole('textbox', { name: 'Job name' }).fill('disk full');
  await page.unroute(scripts);
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Job name' })).toHaveValue('disk full');
  await page.getByRole('link', { name: 'Paste another message' }).click();
  await expect(diagnosis(page).getByRole('link', { name: 'Sign-in refused' })).toBeVisible();
});

test('a script that fails is said, and reloading asks for it anew', async ({ page }) => {
  const asked: string[] = [];
  await page.route('**/assets/start-*.js', (route) =>
    route.fulfill({
      status: 404,
      headers: { 'Cache-Control': 'public, max-age=31536000, immutable' },
    }),
  );
  await page.goto('/errors/missing-queue');
  await expect(page.getByRole('alert')).toContainText('Part of this page didn’t load.');
  await expect(page.getByRole('region', { name: 'Resolution' })).toBeVisible();
  await page.goto('/');
  await pasteBox(page).fill(message);
  await page.unroute('**/assets/start-*.js');
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(diagnosis(page).getByRole('link', { name: 'Sign-in refused' })).toBeVisible();
  expect(asked.filter((path) => /\/start-/.test(path)).length).toBeGreaterThan(1);
});

test('without even the script that starts the app, the page says so after a while', async ({ page }) => {
  await page.route('**/main.js', (route) => route.abort());
  await page.goto('/errors/missing-queue');
  const notice = page.getByText('This page’s script didn’t load.');
  await expect(notice).toBeHidden();
  await notice.evaluate((element) => {
    for (const animation of element.getAnimations()) animation.finish();
  });
  await expect(notice).toBeVisible();
});

/** Opens a page and sees to it that the server’s dataset arrives when the returned function is called. */
async function openWithDataset(page: Page, address: string, dataset: object) {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/rulesets/printing.json', async (route) => {
    await released;
    await route.fulfill({ json: dataset });
  });
  await page.goto(address);
  await ready(page);
  return release;
}

test('a newer dataset is shown in place, and everything that the reader did stays', async ({ page }) => {
  const newer = structuredClone(printing);
  for (const rule of newer.rules) {
    rule.title = `${rule.title} (new)`;
    for (const resolution of rule.resolutions) {
      resolution.steps.unshift({ ...resolution.steps[0], text: 'A new first step.' } as never);
    }
  }
  const release = await openWithDataset(page, '/errors/missing-queue?situation=stop-using-it', newer);
  // In one column: beside each other, the browser would rather keep the place of the field with the focus.
  await page.setViewportSize({ width: 800, height: 600 });
  const step = page.getByRole('checkbox', { name: /^Open each one/ }).first();
  await step.check();
  const field = page.getByRole('textbox', { name: 'Job name' });
  await field.fill('disk full');
  await field.evaluate((input: HTMLInputElement) => input.setSelectionRange(2, 6));
  // The new step comes in above what is in sight.
  await step.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  const top = () => step.evaluate((element) => element.getBoundingClientRect().top);
  const before = await top();
  release();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Missing queue (new)');
  await expect(page.getByText('A new first step.').first()).toBeAttached();
  await expect(step).toBeChecked();
  await expect(page.getByText('1 of 3 done')).toBeVisible();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('disk full');
  expect(await field.evaluate((input: HTMLInputElement) => [input.selectionStart, input.selectionEnd])).toEqual([2, 6]);
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(3);
});

test('a newer dataset does not disturb a text that is being typed', async ({ page }) => {
  const newer = structuredClone(printing);
  Object.assign(newer.rules[8] ?? {}, { title: 'Signing in' });
  const release = await openWithDataset(page, '/', newer);
  await page.keyboard.type('User Not Acce');
  release();
  await page.keyboard.type('pted');
  await expect(diagnosis(page).getByRole('link', { name: 'Signing in' })).toBeVisible();
  await expect(pasteBox(page)).toHaveValue(message);
});

test('a wrong dataset leaves the built-in one in use, and one line says why', async ({ page }) => {
  await page.route('**/rulesets/printing.json', (route) => route.fulfill({ json: { rules: [] } }));
  await page.goto('/');
  await pasteBox(page).fill(message);
  await expect(diagnosis(page).getByRole('link', { name: 'Sign-in refused' })).toBeVisible();
  await expect(page.getByRole('contentinfo').last()).toContainText(
    'The list on the server at /rulesets/printing.json can’t be used: name is missing (and 3 more).',
  );
});

test('nothing in sight moves when the app starts', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { value: number }[]) {
        Object.assign(window, { shift: Reflect.get(window, 'shift') + entry.value });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const address of ['/', '/errors/missing-queue', '/wizard']) {
    await page.goto(address);
    await ready(page);
    expect(await page.evaluate(() => Reflect.get(window, 'shift')), address).toBe(0);
  }
});

test('what is typed into the box of a question before the app starts stays there', async ({ page }) => {
  const release = await hold(page, scripts);
  await page.goto('/wizard/nothing-printed/documents/message');
  await pasteBox(page).pressSequentially('User Not ');
  release();
  await ready(page);
  await page.keyboard.type('Accepted');
  await expect(pasteBox(page)).toHaveValue('User Not Accepted');
  await expect(diagnosis(page).getByRole('link', { name: 'Sign-in refused' })).toBeVisible();
});

test('a theme that is chosen before the app starts counts', async ({ page }) => {
  const release = await hold(page, scripts);
  await page.goto('/errors');
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
  release();
  await ready(page);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('combobox', { name: 'Theme' })).toHaveValue('dark');
});

test('a theme is kept for this device, and applies before the app starts', async ({ page }) => {
  const background = () => page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  await page.goto('/errors');
  await ready(page);
  const light = await background();
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
  await expect.poll(background).not.toBe(light);
  const dark = await background();
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.reload();
  expect(await background()).toBe(dark);
});
