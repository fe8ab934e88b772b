/** One thing that the reader did before the app was ready. */
type Step =
  /** What a field holds now, or whether it is checked. */
  { field: HTMLElement; value: string | boolean } | { pressed: HTMLElement } | { hash: string };

declare global {
  interface Window {
    /** What hosting/boot.js has seen the reader do; undefined once the app looks after it. */
    early?: (Step[] & { isRedone?: boolean }) | undefined;
  }
}

/** Does again, for the app to see, what the reader did before it was ready. */
export async function redoEarly(): Promise<void> {
  const { early } = window;
  if (!early) return;
  early.isRedone = true;
  // While one step is done again, the reader may take another.
  for (let step = early.shift(); step; step = early.shift()) {
    window.early = undefined;
    redo(step);
    window.early = early;
    await settled();
  }
  window.early = undefined;
}

function redo(step: Step): void {
  if ('pressed' in step) {
    present(step.pressed)?.click();
    return;
  }
  if ('hash' in step) {
    location.hash = '';
    location.hash = step.hash;
    return;
  }
  const field = present(step.field);
  if (field instanceof HTMLInputElement && typeof step.value === 'boolean') {
    field.checked = !step.value;
    field.click();
  } else if (field && typeof step.value === 'string') {
    write(field as HTMLInputElement | HTMLTextAreaElement, step.value);
  }
}

/** The app has drawn what follows from a step when the browser has nothing to do. */
function settled(): Promise<unknown> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: 500 });
    else setTimeout(resolve, 50);
  });
}

/** The element, or the one in its place if the app has drawn it anew: it says the same, or keeps the same text. */
function present(element: HTMLElement): HTMLElement | undefined {
  if (element.isConnected) return element;
  const name = nameOf(element);
  return [...document.querySelectorAll<HTMLElement>(element.tagName)].find(
    (other) => nameOf(other) === name,
  );
}

function nameOf(element: HTMLElement): string {
  const said = (element.closest('label') ?? element).textContent;
  return JSON.stringify([element.dataset.visit, element.getAttribute('value'), said]);
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
