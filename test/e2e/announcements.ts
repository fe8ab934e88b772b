import type { Page } from '@playwright/test';

/**
 * Records what a screen reader would say by itself from now on, over loads of the page: the text of each live region
 * that changes. Polite ones as they read, those that interrupt with "!" before them.
 */
export async function hearPage(page: Page): Promise<string[]> {
  const heard: string[] = [];
  await page.exposeFunction('hear', (text: string) => heard.push(text));
  await page.addInitScript(() => {
    const { hear } = window as unknown as { hear: (text: string) => void };
    const live = '[role=status], [role=alert], [role=log], [aria-live]:not([aria-live=off])';
    const spoken = new Map<Element, string>();
    const speak = (region: Element) => {
      if (!region.checkVisibility({ visibilityProperty: true })) return;
      const text = region.textContent?.replace(/\s+/g, ' ').trim() ?? '';
      if (spoken.get(region) === text) return;
      spoken.set(region, text);
      const interrupts = region.matches('[role=alert], [aria-live=assertive]');
      if (text) hear(interrupts ? `! ${text}` : text);
    };
    new MutationObserver((changes) => {
      const regions = new Set<Element>();
      for (const { target, addedNodes } of changes) {
        const at = target instanceof Element ? target : target.parentElement;
        const region = at?.closest(live);
        if (region) regions.add(region);
        for (const node of addedNodes) {
          if (!(node instanceof Element)) continue;
          // A polite region that comes with its text is not spoken; an alert is.
          for (const each of [node, ...node.querySelectorAll(live)]) {
            if (!each.matches(live)) continue;
            if (each.matches('[role=alert]')) regions.add(each);
            else spoken.set(each, each.textContent?.replace(/\s+/g, ' ').trim() ?? '');
          }
        }
      }
      for (const region of regions) speak(region);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return heard;
}
