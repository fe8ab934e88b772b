import type { Page } from '@playwright/test';
import { printing } from '../printing';
import { expect, test } from './page';

/** Every page that the sitemap lists, by its path. */
async function listed(page: Page): Promise<string[]> {
  const sitemap = await (await page.request.get('/sitemap.xml')).text();
  return [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => new URL(url ?? '').pathname);
}

/** What a machine that runs no scripts reads in a page's head. */
function readHead(html: string) {
  const one = (pattern: RegExp) => {
    const [found, second] = [...html.matchAll(new RegExp(pattern, 'g'))].map(([, text]) => text);
    expect(second, `only one ${pattern}`).toBeUndefined();
    return found ?? '';
  };
  return {
    title: one(/<title>([^<]*)<\/title>\n/),
    description: one(/<meta name="description" content="([^"]*)"/),
    canonical: one(/<link rel="canonical" href="([^"]*)"/),
    picture: one(/<meta property="og:image" content="([^"]*)"/),
    preview: `${one(/<meta property="og:title" content="([^"]*)"/)}: ${one(/<meta property="og:description" content="([^"]*)"/)}`,
    data: one(/<script type="application\/ld\+json">([^<]*)<\/script>/),
  };
}

test('every page says in its head what it is about, and shows it in a picture', async ({ page, baseURL }) => {
  const paths = await listed(page);
  expect(paths).toEqual(expect.arrayContaining(['/', '/errors', '/wizard', '/wizard/map', '/integrate', '/changes']));
  for (const { id } of printing.rules) expect(paths).toContain(`/errors/${id}`);
  const pictures = new Set<string>();
  const titles = new Set<string>();
  // Node's own fetch takes a fraction of the time of the browser's.
  const get = (path: string) => fetch(new URL(path, baseURL));
  for (const path of paths) {
    const response = await get(path);
    expect(response.status, path).toBe(200);
    const head = readHead(await response.text());
    expect(new URL(head.canonical).pathname).toBe(path);
    expect(head.description.length, path).toBeGreaterThan(20);
    expect(head.preview).toContain(head.description);
    if (!path.startsWith('/wizard')) expect(titles).not.toContain(head.title);
    titles.add(head.title);
    pictures.add(new URL(head.picture).pathname);
    if (path.startsWith('/errors/')) {
      expect(JSON.parse(head.data)).toMatchObject({ '@type': 'TechArticle', url: head.canonical });
    }
  }
  for (const path of pictures) {
    const png = Buffer.from(await (await get(path)).arrayBuffer());
    expect([png.readUInt32BE(16), png.readUInt32BE(20)], path).toEqual([1200, 630]);
  }
});

test('a link to a card unfolds into the error’s name and fix', async ({ page }) => {
  const head = readHead(await (await page.request.get('/errors/address-refused')).text());
  expect(head.title).toBe('Address refused · Print server help');
  expect(head.preview).toMatch(/^Address refused: .*What to do: /);
});

test('a link to likely causes unfolds into all of them, in order', async ({ page }) => {
  const address = '/wizard/dont-know/dont-know/worked/dont-know';
  const { preview } = readHead(await (await page.request.get(address)).text());
  await page.goto(address);
  const titles = await page.getByText('Whole card:').locator('..').getByRole('link').allTextContents();
  expect(titles.length).toBeGreaterThan(2);
  const unique = new Intl.ListFormat('en', { type: 'disjunction' }).format(new Set(titles));
  expect(preview).toContain(`${titles.length} likely causes: Likely causes: ${unique}. For`);
});

test('an unknown address is answered as such', async ({ page }) => {
  const response = await page.request.get('/errors/nothing-of-the-kind');
  expect(response.status()).toBe(404);
  expect(await response.text()).toContain('There is no page at this address');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false, waitsForApp: false });

  test('a card is whole', async ({ page }) => {
    await page.goto('/errors/missing-queue');
    await expect(page.getByRole('heading', { level: 1, name: 'Missing queue' })).toBeVisible();
    for (const name of ['Error message', 'Cause', 'Resolution']) {
      await expect(page.getByRole('region', { name })).toBeVisible();
    }
    // All ways out are there: what chooses between them needs scripts.
    await expect(page.getByRole('heading', { name: 'Create a new queue' })).toBeVisible();
    await expect(page.locator('footer').getByText('Source:').first()).toBeVisible();
    await expect(page.getByRole('button').first()).toBeHidden();
  });

  test('links answer the questions, to the end', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('main')).toContainText('needs JavaScript');
    await page.getByRole('navigation').getByRole('link', { name: 'Answer questions' }).click();
    const main = page.getByRole('main');
    for (let pages = 0; !(await page.getByRole('heading', { name: /^Likely cause/ }).count()); pages++) {
      expect(pages).toBeLessThan(6);
      await main.getByRole('group').or(main.getByRole('radiogroup')).getByRole('link').last().click();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }
    // Those that are closed can be opened all the same, and each has its card.
    await main.locator('summary', { hasText: /^2. / }).click();
    await expect(main.getByRole('checkbox').last()).toBeVisible();
    await main.locator('p', { hasText: 'Whole card:' }).getByRole('link').first().click();
    await expect(page.getByRole('region', { name: 'Resolution' })).toBeVisible();
  });

  test('all errors are listed', async ({ page }) => {
    await page.goto('/errors');
    await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveCount(printing.rules.length);
  });
});

test('a page that a phone shares from a later page is not the first one', async ({ page }) => {
  await page.goto('/errors/sign-in-refused');
  await page.getByRole('link', { name: 'All errors' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'All errors' })).toBeVisible();
  await expect(page.locator('link[rel=canonical]')).toHaveCount(0);
});

test('other spellings of a page’s address lead to it', async ({ page }) => {
  await page.goto('/errors/sign-in-refused.html#jobName=x');
  await expect(page).toHaveURL('/errors/sign-in-refused#jobName=x');
});
