declare global {
  interface Window {
    /** What hosting/boot.js has seen the reader do; undefined once the app looks after it. */
    early?: {
      /** What fields hold, or whether they are checked. */
      typed: Map<HTMLElement, string | boolean>;
      pressed: Set<HTMLElement>;
    };
  }
}

/** Does again, for the app to see, what the reader did before it was ready. */
export function redoEarly(): void {
  const { early } = window;
  if (!early) return;
  // Not undone before it is certain that it can be done.
  delete window.early;
  for (const [field, value] of early.typed) {
    const now = field.isConnected ? field : successor(field);
    if (now instanceof HTMLInputElement && typeof value === 'boolean') {
      now.checked = !value;
      now.click();
    } else if (typeof value === 'string' && now) {
      write(now as HTMLInputElement | HTMLTextAreaElement, value);
    }
  }
  for (const button of early.pressed) button.click();
}

/** The field that holds the same text, on a page that was drawn anew. */
function successor(field: HTMLElement): HTMLElement | undefined {
  const { visit } = field.dataset;
  const value = field.getAttribute('value');
  return [...document.querySelectorAll<HTMLElement>('[data-visit]')].find(
    (other) => other.dataset.visit === visit && other.getAttribute('value') === value,
  );
}

function write(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const caret = field.selectionStart;
  // React takes no notice of a value that it has set itself, or that it found.
  field.value = '';
  const prototype = Object.getPrototypeOf(field);
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  if (document.activeElement === field) field.setSelectionRange(caret, caret);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
