import { type BrowserContext, test as base, expect, type Page, type Request } from '@playwright/test';
import { percentDecode } from '../../src/core/percent-decode';
import type { Ruleset } from '../../src/core/ruleset/schema';
import { printing } from '../printing';

export { expect };

/** What no page of ours may do, whatever it is given: fail, break its own policy, ask another origin, pass a text on. */
export const test = base.extend<{ dataset: Ruleset; waitsForApp: boolean; watched: Page }>({
  /** What the app knows. */
  dataset: [printing, { option: true }],
  /** Whether a page that is opened is used only once it is hydrated: before that, its buttons do nothing. */
  waitsForApp: [true, { option: true }],
  page: async ({ page, waitsForApp }, use) => {
    const { goto, reload } = page;
    if (waitsForApp) {
      page.goto = async (url, options) => {
        const response = await goto.call(page, url, options);
        if (url.startsWith('/')) await ready(page);
        return response;
      };
      page.reload = async (options) => {
        const response = await reload.call(page, options);
        await ready(page);
        return response;
      };
    }
    await use(page);
  },
  watched: [
    async ({ page, context, baseURL, dataset }, use) => {
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('dialog', (dialog) => {
        faults.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('console', (message) => {
        const expected = message.text().startsWith('Failed to load resource');
        if (message.type() === 'error' && !expected) faults.push(message.text());
      });
      page.on('websocket', (socket) => faults.push(`socket to ${socket.url()}`));
      const asked: Request[] = [];
      context.on('request', (request) => asked.push(request));
      const given = await recordTexts(context);
      await context.addInitScript(startAtOnce);
      await use(page);
      for (const request of asked) {
        if (new URL(request.url()).origin !== baseURL) faults.push(`request to ${request.url()}`);
      }
      faults.push(...leaks(asked, given, dataset));
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

/** A hand on the mouse: the app starts with the reader's first sign of life. */
function startAtOnce() {
  addEventListener('load', () => dispatchEvent(new PointerEvent('pointermove', { movementX: 1 })));
}

/** Returns what the reader will have given: what is typed or pasted, and what an address has after "#". */
async function recordTexts(context: BrowserContext): Promise<Set<string>> {
  const given = new Set<string>();
  await context.exposeFunction('recordText', (text: string) => given.add(text));
  await context.addInitScript(() => {
    const { recordText } = window as unknown as { recordText: (text: string) => void };
    const record = (text: string | null | undefined) => text && recordText(text.slice(0, 2000));
    record(location.hash);
    addEventListener('hashchange', () => record(location.hash), true);
    addEventListener('beforeinput', (event) => record(event.data), true);
    addEventListener('input', ({ target }) => record((target as HTMLInputElement).value), true);
    // A fault in itself; the page's console tells the test.
    addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  return given;
}

/** The requests that hold a word of the texts. Words that the dataset has itself say nothing about a reader. */
function leaks(asked: readonly Request[], texts: ReadonlySet<string>, dataset: Ruleset): string[] {
  const known = JSON.stringify(dataset).toLowerCase();
  const words = [...texts]
    .flatMap((text) =>
      percentDecode(text)
        .text.toLowerCase()
        .split(/[\s"'<>(){}[\],;&=#]+/),
    )
    .filter((word) => word.length >= 8 && !known.includes(word));
  const unique = [...new Set(words)];
  return asked.flatMap((request) => {
    const sent = [request.url(), request.headers().referer, request.postData()];
    const text = sent
      .map((part) => `${part} ${percentDecode(part ?? '').text}`)
      .join(' ')
      .toLowerCase();
    const leaked = unique.filter((word) => text.includes(word));
    return leaked.length > 0 ? [`${leaked.join(', ')} in the request ${request.url()}`] : [];
  });
}

/** Keeps what the app asks for at such an address from it until the returned function is called. */
export async function hold(page: Page, address: string): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(address, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

/** Waits until the page is hydrated: React has left its properties on the elements. */
export const ready = (page: Page) =>
  page.waitForFunction(() =>
    Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__reactProps')),
  );
export const pasteBox = (page: Page) => page.getByRole('textbox', { name: /Paste/ });
/** Puts a text into the clipboard and pastes it with the keys, wherever the focus is. */
export async function pasteByKeys(page: Page, text: string) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('ControlOrMeta+v');
}
/** Pastes a text, repeated, that takes a browser too long to type. */
export async function pasteLarge(page: Page, text: string, times = 1) {
  await ready(page);
  await pasteBox(page).evaluate(
    (box, [text, times]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text.repeat(times));
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [text, times] as const,
  );
}
export const diagnosis = (page: Page) => page.getByRole('region', { name: 'Diagnosis' });
/** What the box marks in the pasted text, piece by piece. */
export const marks = (page: Page) => page.locator('mark').allTextContents();
