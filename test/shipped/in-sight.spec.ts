import type { Page } from '@playwright/test';
import { parseSignature } from '../../src/core/diagnosis/signature';
import type { Question } from '../../src/core/ruleset/schema';
import { diagnosis, expect, pasteBox, test } from '../e2e/page';
import { isItsmc, pack } from './pack';

test.use({ dataset: pack });
test.skip(!isItsmc, 'promised for the dataset that came with the app');

/** A row of the log with the error's first message. */
function row(signature: string): string {
  const values: Record<string, string> = { connectionIdentifier: 'a3b9076c-ce8e-434e-85b4-aff10cb3c8f1' };
  const message = parseSignature(signature).map((part) => {
    if (part.kind === 'text') return part.text;
    return part.kind === 'value' ? (values[part.name] ?? `CPU > 90% on vm-prod-01`) : part.options[0];
  });
  return `2026-11-20T07:41:09Z ERROR SNOWProd\n${message.join('')}\n   at ServiceDesk.Sync.Worker.MoveNext()`;
}

/** By what they are, the lower edges of what a reader must see; of the steps also the first one's upper edge. */
function edges(result: Element) {
  const edge = (element: Element | null | undefined) => element?.getBoundingClientRect().bottom;
  const region = (title: string) =>
    [...result.querySelectorAll('section')].find((each) => each.querySelector('h3')?.textContent === title);
  const step = result.querySelector('li:has(input[type=checkbox])');
  const copy = [...result.querySelectorAll('button')].find((each) => each.textContent === 'Copy for a ticket');
  return {
    'how sure': edge(result.querySelector('.chip')),
    title: edge(result.querySelector('h2')),
    cause: edge(region('Cause')),
    copy: edge(copy),
    choice: edge(region('Resolution')?.querySelector('[role=radiogroup]:has(strong)')),
    'first step': edge(step?.querySelector('label')),
    'its query or link': edge(step?.querySelector('figure a[href], figure pre + div')),
    'its beginning': step?.querySelector('label')?.getBoundingClientRect().top,
  };
}

const known = pack.rules.filter(({ signatures }) => signatures.length > 0);

async function readEach(page: Page) {
  const found: [string, ReturnType<typeof edges>][] = [];
  await page.goto('/');
  for (const { title, signatures } of known) {
    await pasteBox(page).fill(row(signatures[0] ?? ''));
    await expect(diagnosis(page).getByRole('heading', { level: 2 })).toHaveText(title);
    found.push([title, await diagnosis(page).evaluate(edges)]);
  }
  return found;
}

test('on a laptop, the answer to every error is in sight, and at its side the text', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  for (const [title, { 'its beginning': _, ...seen }] of await readEach(page)) {
    expect(seen['first step'], title).toBeDefined();
    for (const [what, edge = 0] of Object.entries(seen)) expect(edge, `${title}: ${what}`).toBeLessThan(768);
  }
  const [box, card] = await Promise.all([pasteBox(page).boundingBox(), diagnosis(page).boundingBox()]);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(card?.x ?? 0);
});

test('on a phone, so are title, cause and the beginning of the first step', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const [title, seen] of await readEach(page)) {
    for (const what of ['title', 'cause'] as const) expect(seen[what], `${title}: ${what}`).toBeLessThan(740);
    // A line of text, not only its edge.
    expect(seen['its beginning'], `${title}: first step`).toBeLessThan(720);
  }
});

/** By the likeliest cause of each list that answers lead to, the longest of the ways to it. */
const ways = new Map<string, string>();
function findWays(question: Question | undefined, way: string): void {
  for (const { id, next, outcomes } of question?.options ?? []) {
    const here = `${way}/${id}`;
    const likeliest = JSON.stringify(outcomes[0]);
    if (next)
      findWays(
        pack.questions.find((other) => other.id === next),
        here,
      );
    else if (here.split('/').length > (ways.get(likeliest)?.split('/').length ?? 0)) ways.set(likeliest, here);
  }
}
findWays(pack.questions[0], '/wizard');

test.describe('as the build has rendered it', () => {
  test.use({ waitsForApp: false });

  test('the first step of every likeliest cause is in sight on a laptop', async ({ page }) => {
    await page.setViewportSize({ width: 1366, height: 768 });
    for (const way of ways.values()) {
      await page.goto(way, { waitUntil: 'domcontentloaded' });
      const step = page.locator('details[open] li label:visible').first();
      expect(await step.evaluate((label) => label.getBoundingClientRect().bottom), way).toBeLessThan(768);
    }
  });
});
