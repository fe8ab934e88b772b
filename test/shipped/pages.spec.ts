import { expect, test } from '../e2e/page';
import { pack } from './pack';

// What fails in a page, or breaks its policy, fails the test: see test/e2e/page.ts.
test.use({ dataset: pack });

test('every page of the site is served, and each kind of page opens', async ({ page, baseURL }) => {
  // Node's own fetch takes a fraction of the time of the browser's.
  const get = (path: string) => fetch(new URL(path, baseURL));
  const sitemap = await (await get('/sitemap.xml')).text();
  const paths = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => new URL(url ?? '').pathname);
  for (const { id } of pack.rules) expect(paths).toContain(`/errors/${id}`);
  for (const path of paths) {
    const response = await get(path);
    expect(response.status, path).toBe(200);
    expect(await response.text(), path).toContain('<h1');
  }
  const kinds = new Map(paths.map((path) => [path.replace(/(?<=.\/)[^/]+/g, '*'), path]));
  for (const path of kinds.values()) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});
