import { setVisitText, visitText } from '../lib/use-visit-text';

/** One thing that the reader did before the app was ready. */
type Step =
  /** What a field holds now, or whether it is checked, and the address's fragment when it was given that. */
  { field: HTMLElement; value: string | boolean; hash: string } | { pressed: HTMLElement };

declare global {
  interface Window {
    /** What build/boot.js has seen the reader do; undefined once the app looks after it. */
    early?: (Step[] & { onType?: typeof keep }) | undefined;
  }
}

/** Keeps what is typed, from now on until the app is ready, so that the app draws what already stands there. */
export function followEarly(): void {
  const { early } = window;
  if (!early) return;
  early.onType = keep;
  for (const step of early) if ('field' in step) keep(step.field, step.value);
}

function keep(field: HTMLElement, value: string | boolean): void {
  if (field.dataset.visit && value !== false) {
    setVisitText(field.dataset.visit, textOf(field, value));
  }
}

function textOf(field: HTMLElement, value: string | boolean): string {
  return typeof value === 'string' ? value : (field.getAttribute('value') ?? '');
}

/** Does again, for the app to see, what the reader did before it was ready. */
export async function redoEarly(): Promise<void> {
  const steps = window.early ?? [];
  // From now on the app sees for itself.
  window.early = undefined;
  for (const step of steps) {
    if ('pressed' in step) present(step.pressed)?.click();
    // A link that was followed later brings its own text; what was typed is there to be had back.
    else if (step.hash === location.hash) type(step.field, step.value);
    if (step !== steps.at(-1)) await settled();
  }
}

function type(typed: HTMLElement, value: string | boolean): void {
  const { visit } = typed.dataset;
  if (visit && visitText(visit) === textOf(typed, value)) return;
  const field = present(typed);
  if (field instanceof HTMLInputElement && typeof value === 'boolean') {
    field.checked = !value;
    field.click();
  } else if (field && typeof value === 'string') {
    write(field as HTMLInputElement | HTMLTextAreaElement, value);
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
