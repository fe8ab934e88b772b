import { fromMarkdown } from 'mdast-util-from-markdown';
import { parseRuleset } from '../../src/core/ruleset/parse';
import { proseLinks } from '../../src/core/ruleset/prose';
import { injections } from '../injections';
import { printing } from '../printing';
import { fillEach, visitEach, watchForIntruders } from './intruders';
import { diagnosis, expect as expectSoon, pasteBox, test } from './page';

test.describe.configure({ timeout: 90_000 });
// All of them at once are a long text.
const expect = expectSoon.configure({ timeout: 20_000 });
test.beforeEach(({ page }) => watchForIntruders(page));

/** The texts in groups, where a page's answer takes its time. */
const inGroups = (size: number) =>
  Array.from({ length: Math.ceil(injections.length / size) }, (_, i) => injections.slice(i * size, i * size + size));
/** Four for each value of a message. */
const values = inGroups(8).map((texts) => [texts.slice(0, 4).join(' '), texts.slice(4).join(' ') || 'b']);
const message = (job: string, queue: string) =>
  `Could not print/hold any page of job ${job}. Print queue ${queue} does not exist or was deleted.`;

/** Where "Share" shows what it copies. */
const preview = 'pre[class*=preview]';

/** What a ticket's Markdown would make of a text: no markup, no pictures, no links but ours and https. */
function expectHarmless(markdown: string, origin = '') {
  const found: string[] = [];
  const walk = (node: { type: string; url?: string; value?: string; children?: unknown[] }) => {
    if (['html', 'image', 'imageReference', 'definition'].includes(node.type)) {
      found.push(node.value ?? node.type);
    }
    const own = node.url?.startsWith(origin) || node.url?.startsWith('https://');
    if (node.type === 'link' && !own) found.push(node.url ?? '');
    for (const child of node.children ?? []) walk(child as Parameters<typeof walk>[0]);
  };
  walk(fromMarkdown(markdown));
  expect(found, markdown).toEqual([]);
}

test('there are enough of them, each another', () => {
  expect(injections.length).toBeGreaterThanOrEqual(100);
  expect(new Set(injections).size).toBe(injections.length);
});

test('pasted, reported and copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  await expect(pasteBox(page)).toBeFocused();
  await pasteBox(page).fill(injections.join('\n\n'));
  await page.getByText('report a missing error').click();
  await page.getByRole('checkbox', { name: /^Hide likely secrets/ }).uncheck();
  await page.getByRole('button', { name: 'Copy report' }).click();
  await expect(page.getByText('Copied', { exact: true })).toBeVisible();
  expectHarmless(await page.evaluate(() => navigator.clipboard.readText()));
});

test('as values of a message, on its card', async ({ page }) => {
  await page.goto('/');
  await expect(pasteBox(page)).toBeFocused();
  await pasteBox(page).fill(message('a', 'b'));
  await expect(diagnosis(page).getByRole('heading', { name: 'Resolution' })).toBeVisible();
  const texts = values.map(([job = '', queue = '']) => message(job, queue));
  const shown = await fillEach(pasteBox(page), texts, 'section[aria-label=Diagnosis]');
  expect(new Set(shown).size).toBeGreaterThan(values.length * 0.9);
  // Many at once are a list.
  await pasteBox(page).fill(['User Not Accepted', ...texts].join('\n\n'));
  await expect(diagnosis(page).getByRole('heading', { level: 2 }).first()).toBeVisible();
});

test('in a link that carries a text', async ({ page }) => {
  await page.goto(`/#text=${encodeURIComponent(injections.join('\n\n'))}`);
  await expect(diagnosis(page)).toContainText('No known error found');
  const links = inGroups(5).map((texts, i) => {
    const text = texts.join('\n\n');
    return `#text=${i % 2 ? text : encodeURIComponent(text)}`;
  });
  const shown = await visitEach(page, links, 'textarea');
  expect(new Set(shown).size).toBe(links.length);
});

test('as values in a card’s link', async ({ page, baseURL }) => {
  await page.goto('/errors/missing-queue?situation=stop-using-it#jobName=a');
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.locator(preview)).toHaveText(/^## Missing queue/);
  const links = values.map(
    ([job = '', queue = '']) => `#jobName=${encodeURIComponent(job)}&queueIdentifier=${encodeURIComponent(queue)}`,
  );
  const copies = await visitEach(page, links, preview);
  for (const markdown of copies) expectHarmless(markdown, baseURL);
  expect(new Set(copies).size).toBeGreaterThan(values.length * 0.9);
});

test('in paths and queries', async ({ page }) => {
  await page.goto('/errors');
  const addresses = (texts: string[]) => [
    `/errors/missing-queue?situation=${texts.join('&situation=')}`,
    `/wizard/duplicates/dont-know?no=${texts.join('&no=')}&yes=${texts.join('&yes=')}`,
    `/wizard/nothing-printed/${texts.join('/')}`,
    `/errors/${texts.join('%20')}`,
    `/${texts.join('/')}`,
  ];
  await visitEach(
    page,
    inGroups(27).flatMap((texts) => addresses(texts.map(encodeURIComponent))),
  );
  // And as a server gets them.
  for (const part of inGroups(Math.ceil(injections.length / 2))) {
    for (const address of addresses(part.map(encodeURIComponent))) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }
  }
});

test('in the search, and in the wizard’s paste box', async ({ page }) => {
  await page.goto('/errors');
  await fillEach(
    page.getByRole('searchbox'),
    inGroups(5).map((texts) => texts.join(' ')),
  );
  await page.goto('/wizard/nothing-printed/documents/message');
  await pasteBox(page).fill(injections.join('\n\n'));
  await page.getByText('report a missing error').click();
  await expect(page.getByRole('textbox', { name: 'Report' })).toBeVisible();
});

test('as the words of a list of errors', async ({ page }) => {
  // A list is refused for links that are not https.
  const words = injections.filter((text) => proseLinks(text).every((url) => url.startsWith('https://')));
  const dataset = hostileDataset(words);
  expect(() => parseRuleset(dataset)).not.toThrow();
  await page.route('**/rulesets/printing.json', (route) => route.fulfill({ json: dataset }));
  for (const address of [
    '/errors',
    '/errors/missing-queue',
    '/errors/nothing-printed',
    '/wizard/duplicates/dont-know?no=1&no=2',
    '/wizard/map',
    '/nowhere',
    '/',
  ]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('xss');
  }
  await pasteBox(page).fill(message('a', 'b'));
  await expect(diagnosis(page).getByRole('heading', { name: 'Resolution' })).toBeVisible();
});

test('as a list of errors that is not valid', async ({ page }) => {
  const rules = printing.rules.map((rule, i) => ({
    ...rule,
    id: injections[i],
    causes: injections.map((id) => ({ id, text: id })),
  }));
  await page.route('**/rulesets/printing.json', (route) => route.fulfill({ json: { ...printing, rules } }));
  await page.goto('/');
  await expect(page.getByRole('contentinfo').last()).toContainText('can’t be used: rules[0]');
});

/** The list of errors with all its prose replaced. */
function hostileDataset(words: readonly string[]) {
  let next = 0;
  const prose = ['title', 'text', 'label', 'help', 'when', 'intro', 'outro', 'symptom', 'side'];
  prose.push('effect', 'difference', 'where', 'example', 'name');
  const replace = (value: unknown, key = ''): unknown => {
    if (Array.isArray(value)) {
      return value.map((each) => replace(each, key === 'seenIn' || key === 'collect' ? 'text' : key));
    }
    if (typeof value === 'string') {
      return prose.includes(key) ? `${words[next++ % words.length]} xss ${next}` : value;
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, replace(each, name)]));
  };
  return replace(printing);
}
