import { headers } from '../../build/hosts/headers';
import { expect, test } from './page';

const security = Object.entries(headers).filter(
  ([name]) => name !== 'Cache-Control' && name !== 'Cross-Origin-Resource-Policy',
);

const addresses = [
  ['/', 200],
  ['/errors/missing-queue', 200],
  ['/errors/', 200],
  ['/errors/missing-queue/?from=mail', 200],
  ['/rulesets/printing.json', 200],
  ['/nothing-here', 404],
  ['/assets/nothing-here.js', 404],
  ['/main.js', 200],
] as const;

for (const [address, status] of addresses) {
  test(`${address} comes with every security header, and is asked about each time`, async ({ request }) => {
    const response = await request.get(address);
    expect(response.status()).toBe(status);
    const sent = response.headers();
    for (const [name, value] of security) expect(sent[name.toLowerCase()]).toBe(value);
    expect(sent['cache-control']).toBe('no-cache');
  });
}

test('what is named by its content is kept for a year; other sites may show the pictures', async ({
  page,
  request,
}) => {
  await page.goto('/errors/missing-queue');
  const style = await page.locator('link[rel=stylesheet]').first().getAttribute('href');
  const picture = await page.locator('meta[property="og:image"]').getAttribute('content');
  const script = /\/assets\/start-[^ "]*/.exec(await (await request.get('/errors/missing-queue')).text())?.[0];
  for (const url of [style, script, new URL(picture ?? '').pathname]) {
    const response = await request.get(url ?? '');
    expect(response.headers()['cache-control']).toBe('public, max-age=31536000, immutable');
  }
  const sent = (await request.get(new URL(picture ?? '').pathname)).headers();
  expect(sent['cross-origin-resource-policy']).toBe('cross-origin');
});

test('the page is isolated from other sites, and its policy stops what is not its own', async ({
  browser,
  baseURL,
}) => {
  // Not `page`: there, what the policy stops is a fault.
  const page = await browser.newPage();
  await page.goto(`${baseURL}/errors/missing-queue`);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  const stopped = await page.evaluate(async () => {
    const policies: string[] = [];
    addEventListener('securitypolicyviolation', (event) => policies.push(event.effectiveDirective));
    document.body.append(Object.assign(document.createElement('style'), { textContent: 'p {}' }));
    await fetch('https://example.com/').catch(() => {});
    try {
      document.body.innerHTML += '<p>';
    } catch {
      policies.push('innerHTML');
    }
    await new Promise((resolve) => setTimeout(resolve));
    return policies;
  });
  expect(new Set(stopped)).toEqual(
    new Set(['style-src-elem', 'connect-src', 'require-trusted-types-for', 'innerHTML']),
  );
  await page.close();
});

test('the licences of what ships can be read', async ({ request }) => {
  const response = await request.get('/licences.txt');
  expect(response.headers()['content-type']).toContain('text/plain');
  expect(await response.text()).toMatch(/react-dom - [\d.]+ \(MIT\)/);
});
