import { test as base, expect, type Page } from '@playwright/test';

export { expect };

/** What no page of ours may do, whatever it is given: fail, break its own policy, ask another origin. */
export const test = base.extend<{ watched: Page }>({
  watched: [
    async ({ page, baseURL }, use) => {
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
      page.on('request', (request) => {
        if (new URL(request.url()).origin !== baseURL) faults.push(`request to ${request.url()}`);
      });
      await use(page);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export const pasteBox = (page: Page) => page.getByRole('textbox', { name: /Paste/ });
export const diagnosis = (page: Page) => page.getByRole('region', { name: 'Diagnosis' });
/** What the box marks in the pasted text, piece by piece. */
export const marks = (page: Page) => page.locator('mark').allTextContents();
