import './components/tokens.css';
import './components/base.css';
import 'virtual:accent.css';

/*
 * The page was rendered at build and can be read at once. This small script loads the app when the reader first does
 * something, or a few seconds after the page has loaded, so that reading never waits for code.
 */

const SIGNS =
  'dragenter pointerdown touchstart wheel scroll keydown beforeinput input paste hashchange popstate beforeprint';
const START_DELAY_MS = 4000;
const SLOW_MS = 3000;
/** By then everything that is seen first has loaded. */
const LOAD_AHEAD_MS = 1000;

/** Of the keys in storage, as in src/lib/use-kept-value.ts. */
const PREFIX = `${__PACK__}${import.meta.env.BASE_URL.slice(0, -1)} `;

const root = document.getElementById('root');
let isStarted = false;
/** What was pasted or dropped before the app could take it, and the last button that was pressed. */
let held: Event | undefined;
let pressed: HTMLElement | null | undefined;
const untilTakeOver = new AbortController();

function start(): void {
  if (isStarted) return;
  isStarted = true;
  const slow = setTimeout(() => show('starting', true), SLOW_MS);
  loadAhead()
    .then(() => import('./start'))
    .then(({ started }) => started)
    .then(takeOver)
    .catch(() => show('failed', true))
    .finally(() => {
      clearTimeout(slow);
      show('starting', false);
    });
}

let styles: Promise<unknown> | undefined;

/**
 * Fetches the app's scripts without running them, and the stylesheets of other pages; the build lists them. Resolves once
 * the stylesheets are there, or cannot be had.
 */
function loadAhead(): Promise<unknown> {
  const load = (rel: string, list: string | undefined) =>
    (list?.split(' ') ?? []).map((href) => {
      const link = Object.assign(document.createElement('link'), { rel, href, crossOrigin: '' });
      document.head.append(link);
      return new Promise((resolve) => Object.assign(link, { onload: resolve, onerror: resolve }));
    });
  if (!styles) {
    load('modulepreload', root?.dataset.scripts);
    styles = Promise.all(load('stylesheet', root?.dataset.styles));
  }
  return styles;
}

function show(id: string, isShown: boolean): void {
  const notice = document.getElementById(id);
  if (notice) notice.hidden = !isShown;
}

/** From now on the app keeps what is typed, takes what is pasted or dropped, and answers buttons. */
function takeOver(): void {
  untilTakeOver.abort();
  if (held) document.dispatchEvent(held);
  pressed?.click();
}

/** Holds what is pasted outside a field until the app can diagnose it. */
function holdPaste({ target, clipboardData: pasted }: ClipboardEvent): void {
  if (target instanceof Element && target.matches(':read-write')) return;
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', pasted?.getData('text/plain') ?? '');
  held = new ClipboardEvent('paste', { clipboardData });
}

/** Holds files that are dropped until the app can read them. Without it, the browser would go to the file. */
function holdFiles(event: DragEvent): void {
  if (!event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  if (event.type !== 'drop') return;
  const dataTransfer = new DataTransfer();
  for (const file of event.dataTransfer.files) dataTransfer.items.add(file);
  held = new DragEvent('drop', { dataTransfer, cancelable: true });
}

/** Holds a press of a button that only the app can answer. */
function holdPress({ target }: Event): void {
  pressed = (target as Element).closest<HTMLElement>('button:not([popovertarget], [data-opens-search])');
}

/** Tells a text that was typed or edited from one that was pasted, which the next paste replaces. */
function noteTyping(event: Event): void {
  if ((event as InputEvent).inputType !== 'insertFromPaste') (event.target as HTMLElement).dataset.typed = '';
}

const readKept = (storage: Storage, key: string) => JSON.parse(storage.getItem(PREFIX + key) ?? 'null');

/** Keeps what was typed when the reader leaves before the app has started, as src/lib/use-kept-value.ts does later. */
function keepFields(): void {
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-kept]');
  try {
    for (const { dataset, value, defaultValue } of fields) {
      if (value === defaultValue) continue;
      // "values.alertName" is one of several values under one key.
      const [key = '', name] = dataset.kept?.split('.') ?? [];
      const before = readKept(sessionStorage, key);
      sessionStorage.setItem(PREFIX + key, JSON.stringify(name ? { ...before, [name]: value } : value));
      if (key === 'paste' && before) sessionStorage.setItem(`${PREFIX}paste-before`, JSON.stringify(before));
    }
  } catch {}
}

/** Opens the search; a page's own comes last. Words that it still holds give way to others. */
function openSearch(): void {
  const field = [...document.querySelectorAll<HTMLInputElement>('[type=search]')].at(-1);
  const dialog = field?.closest('dialog');
  if (dialog && !dialog.open) dialog.showModal();
  field?.focus();
  field?.select();
}

/** Ctrl+K, and "/" if the search's button shows it and the reader is not typing. */
function openSearchByKey(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, shiftKey, altKey, target } = event;
  const isTyping = target instanceof Element && target.matches(':read-write');
  const isSlash = key === '/' && !isTyping && document.querySelector('[data-opens-search] kbd');
  if (ctrlKey || metaKey ? key.toLowerCase() !== 'k' || shiftKey || altKey : !isSlash) return;
  event.preventDefault();
  openSearch();
}

/** Applies what the reader chose on this device, so that nothing that was dismissed shows up and no theme flashes. */
function applyChoices(): void {
  try {
    document.documentElement.dataset.theme = readKept(localStorage, 'theme') ?? '';
    for (const id of readKept(localStorage, 'notices') ?? []) {
      document.getElementById(`notice-${id}`)?.style.setProperty('visibility', 'hidden');
    }
  } catch {}
}

/** Whether only the app can show what this address or this browser holds. */
function needsApp(): boolean {
  // Some hosts answer every address with the same page.
  const path = location.pathname.slice(import.meta.env.BASE_URL.length - 1).replace(/(index)?(\.html)?\/?$/, '') || '/';
  const isPrerendered = root?.dataset.path === path;
  const [navigation] = performance.getEntriesByType('navigation');
  const isReturn = (navigation as PerformanceNavigationTiming | undefined)?.type !== 'navigate';
  const { hash, search } = location;
  const isPlain = !hash && !search && !history.state && !document.querySelector('[data-needs-app]');
  return !isPrerendered || isReturn || !isPlain || hasKeptValues();
}

function hasKeptValues(): boolean {
  try {
    // The cards that were opened wait, or every later visit would start at once.
    const matters = (key: string) => key.startsWith(PREFIX) && key !== `${PREFIX}recent`;
    return [sessionStorage, localStorage].some((storage) => Object.keys(storage).some(matters));
  } catch {
    return false;
  }
}

/**
 * Reloads the page and asks the network again for all scripts. A browser may have kept a failed response for as long as the
 * host said that the file can be cached.
 */
async function reload(): Promise<void> {
  const scripts = performance.getEntriesByType('resource').filter(({ name }) => new URL(name).pathname.endsWith('.js'));
  await Promise.allSettled(scripts.map(({ name }) => fetch(name, { cache: 'reload' })));
  location.reload();
}

document.documentElement.classList.add('scripted');
// Opening the storage can take as long as everything else here, and would delay the largest paint.
setTimeout(applyChoices);
addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return;
  if (target.closest('[data-reload]')) void reload();
  if (target.closest('[data-opens-search]')) openSearch();
});
addEventListener('keydown', openSearchByKey);
for (const sign of SIGNS.split(' ')) {
  addEventListener(sign, start, { capture: true, once: true, passive: true });
}
// A page that opens under a resting pointer receives a move of zero length.
addEventListener('pointermove', ({ movementX, movementY }) => {
  if (movementX || movementY) start();
});
addEventListener('pagehide', keepFields, untilTakeOver);
addEventListener('paste', holdPaste, untilTakeOver);
addEventListener('click', holdPress, untilTakeOver);
addEventListener('dragover', holdFiles, untilTakeOver);
addEventListener('drop', holdFiles, untilTakeOver);
addEventListener('input', noteTyping);
addEventListener('load', () => {
  setTimeout(() => {
    void loadAhead();
    // Registers the service worker.
    import('./features/offline/versions').catch(() => {});
  }, LOAD_AHEAD_MS);
  setTimeout(start, START_DELAY_MS);
});
// After the first paint, since opening the storage can take as long as everything else here.
requestAnimationFrame(() => setTimeout(() => needsApp() && start()));
