import type { Locator, Page } from '@playwright/test';

/**
 * Lets the page report, as an error on its console, which fails the test: a call of `xss`, and any element or attribute,
 * there from the start or added later, that would run script, load something, or lead to code.
 */
export async function watchForIntruders(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, { xss: () => console.error('an injected script ran') });
    const kinds =
      'iframe, frame, frameset, object, embed, applet, img, image, picture, video, audio, source, base, style, template, marquee, math, foreignObject, animate, set, use, noembed, xmp, meta[http-equiv]:not([http-equiv=Content-Security-Policy])';
    const addresses = ['href', 'xlink:href', 'src', 'action', 'formaction', 'data', 'to', 'poster'];
    const isCode = (value: string) =>
      // Browsers skip white space and control characters in a scheme.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is skipped
      /^(javascript|vbscript|data|blob):/i.test(value.replace(/[\s\u0000-\u001f]/g, ''));
    const fault = (element: Element): string | undefined => {
      if (element.matches(kinds)) return 'element';
      for (const { name, value } of element.attributes) {
        if (/^on|^srcdoc$|^srcset$|^style$/.test(name) && /xss/.test(value)) return name;
        if (name.startsWith('on')) return name;
        const bookmark = location.pathname === '/integrate' && value.startsWith('javascript:void ');
        if (addresses.includes(name) && isCode(value) && !bookmark) return name;
        if (addresses.includes(name) && /^\W*(https?:)?\W*evil\.example/i.test(value)) return name;
      }
      if (element instanceof HTMLScriptElement && /xss/.test(element.text)) return 'script';
      return undefined;
    };
    const look = (node: Node) => {
      if (!(node instanceof Element)) return;
      for (const element of [node, ...node.querySelectorAll('*')]) {
        const found = fault(element);
        if (found) console.error(`an intruder (${found}): ${element.outerHTML.slice(0, 200)}`);
      }
    };
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        if (type === 'attributes') look(target);
        for (const node of addedNodes) look(node);
      }
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
}

/**
 * Puts one text after the other into a field, as typing would, and returns what `shown` holds after each. Waits for
 * the page to answer: for `shown` to hold another text than before.
 */
export async function fillEach(field: Locator, texts: readonly string[], shown?: string): Promise<string[]> {
  return field.evaluate(
    async (element, { texts, shown }) => {
      const input = element as HTMLInputElement | HTMLTextAreaElement;
      const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), 'value')?.set;
      // A frame would take longer: it is painted.
      const moment = () => new Promise((resolve) => setTimeout(resolve));
      const read = () => {
        const place = shown ? document.querySelector(shown) : null;
        return (place as HTMLTextAreaElement | null)?.value ?? place?.textContent ?? '';
      };
      const answers: string[] = [];
      for (const text of texts) {
        const before = read();
        setter?.call(input, text);
        input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
        await moment();
        const end = performance.now() + 1000;
        while (shown && read() === before && performance.now() < end) await moment();
        answers.push(read());
      }
      return answers;
    },
    { texts: [...texts], shown },
  );
}

/** Leads the open app to one address after the other, as its own links do, and returns what `shown` holds after each. */
export async function visitEach(page: Page, addresses: readonly string[], shown = 'h1'): Promise<string[]> {
  return page.evaluate(
    async ({ addresses, shown }) => {
      const moment = () => new Promise((resolve) => setTimeout(resolve));
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const read = () => {
        const place = document.querySelector(shown);
        return (place as HTMLTextAreaElement | null)?.value ?? place?.textContent ?? '';
      };
      const answers: string[] = [];
      for (const address of addresses) {
        const before = read();
        if (address.startsWith('#')) location.hash = address;
        else {
          history.pushState(null, '', address);
          dispatchEvent(new PopStateEvent('popstate', { state: null }));
        }
        await (shown === 'h1' ? frame() : moment());
        await moment();
        const end = performance.now() + 1000;
        while (shown !== 'h1' && read() === before && performance.now() < end) await moment();
        answers.push(read());
      }
      return answers;
    },
    { addresses: [...addresses], shown },
  );
}
