import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import {
  hiddenFocus,
  lostLetters,
  lostText,
  motion,
  sidewaysScrolling,
  smallTargets,
  spaceText,
} from './layout-faults';
import { expect, test } from './page';
import { views } from './views';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Everything that axe knows of WCAG 2.2 AA and good practice. */
const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules whose answer depends on the colours. */
const colours = ['color-contrast', 'link-in-text-block'];

// A check of a long page takes seconds where the machine has other things to do.
test.describe.configure({ timeout: 90_000 });

for (const [i, [name, open]] of views.entries()) {
  test(`${name}: no fault for axe, in any colours, at any width and spacing, for keys and fingers`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 360, height: 800 });
    await open(page);
    // The list of all errors is below every paste; once is enough.
    if (i > 0) await page.locator('[aria-labelledby=all-errors]').evaluateAll(hide);
    expect.soft(await page.evaluate(motion), 'motion').toEqual([]);
    expect.soft(await page.evaluate(smallTargets), 'targets').toEqual([]);
    // The browser shows the focus to those who use keys.
    await page.keyboard.press('Tab');
    for (const [width, height] of [
      [768, 900],
      [3840, 2000],
      [1280, 500],
      // What a window of 1280 × 1024 px has left when it is enlarged fourfold.
      [320, 256],
    ] as const) {
      await page.setViewportSize({ width, height });
      expect.soft(await page.evaluate(sidewaysScrolling), `at ${width} px`).toEqual([]);
      if (height > 500) continue;
      expect.soft(await page.evaluate(hiddenFocus), `focus at ${width} px`).toEqual([]);
      await page.evaluate(spaceText, true);
      expect.soft(await page.evaluate(lostText), `spaced at ${width} px`).toEqual([]);
      expect.soft(await page.evaluate(sidewaysScrolling), `spaced at ${width} px`).toEqual([]);
      await page.evaluate(spaceText, false);
    }

    await page.evaluate(axeSource);
    expect.soft(await runAxe(page, { type: 'tag', values: everything }), 'light').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect.soft(await runAxe(page, { type: 'rule', values: colours }), 'dark').toEqual([]);
    // Here the browser chooses the colours. What is left to find are letters that it did not reach.
    await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
    expect.soft(await page.evaluate(lostLetters), 'forced colours').toEqual([]);
  });
}

function hide(elements: HTMLElement[]) {
  for (const element of elements) element.style.display = 'none';
}

async function runAxe(page: Page, runOnly: axe.RunOnly) {
  return page.evaluate(
    async (options) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(options);
      return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
    },
    { runOnly, resultTypes: ['violations'], preload: false } satisfies axe.RunOptions,
  );
}
