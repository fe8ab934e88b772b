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
const PREFIX = `${__PACK__} `;

const root = document.getElementById('root');
let isStarted = false;
let heldPaste = '';
let heldFiles: readonly File[] = [];

function start(): void {
  if (isStarted) return;
  isStarted = true;
  loadAhead();
  const slow = setTimeout(() => show('starting', true), SLOW_MS);
  import('./start')
    .then(({ started }) => started)
    .then(takeOver)
    .catch(() => show('failed', true))
    .finally(() => {
      clearTimeout(slow);
      show('starting', false);
    });
}

/** Fetches the app's scripts without running them. The build lists those that this page needs. */
function loadAhead(): void {
  const scripts = root?.dataset.scripts;
  if (!scripts) return;
  delete root.dataset.scripts;
  for (const href of scripts.split(' ')) {
    const link = document.createElement('link');
    document.head.append(Object.assign(link, { rel: 'modulepreload', href }));
  }
}

function show(id: string, isShown: boolean): void {
  const notice = document.getElementById(id);
  if (notice) notice.hidden = !isShown;
}

/** From now on the app keeps what is typed, and takes what is pasted. */
function takeOver(): void {
  removeEventListener('pagehide', keepFields);
  removeEventListener('paste', holdPaste);
  removeEventListener('dragover', holdFiles);
  removeEventListener('drop', holdFiles);
  if (heldFiles.length > 0) {
    const dataTransfer = new DataTransfer();
    for (const file of heldFiles) dataTransfer.items.add(file);
    document.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
  }
  if (!heldPaste) return;
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', heldPaste);
  document.dispatchEvent(new ClipboardEvent('paste', { clipboardData }));
}

/** Holds what is pasted outside a field until the app can diagnose it. */
function holdPaste({ target, clipboardData }: ClipboardEvent): void {
  if (target instanceof Element && target.matches(':read-write')) return;
  heldPaste = clipboardData?.getData('text/plain') ?? '';
}

/** Holds files that are dropped until the app can read them. Without it, the browser would go to the file. */
function holdFiles(event: DragEvent): void {
  if (!event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  if (event.type === 'drop') heldFiles = [...event.dataTransfer.files];
}

/** Tells a text that was typed or edited from one that was pasted, which the next paste replaces. */
function noteTyping(event: Event): void {
  if ((event as InputEvent).inputType !== 'insertFromPaste') (event.target as HTMLElement).dataset.typed = '';
}

/** Keeps what was typed when the reader leaves before the app has started, as src/lib/use-kept-value.ts does later. */
function keepFields(): void {
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-kept]');
  try {
    for (const { dataset, value, defaultValue } of fields) {
      if (value === defaultValue) continue;
      // "values.alertName" is one of several values under one key.
      const [key = '', name] = dataset.kept?.split('.') ?? [];
      const before: unknown = JSON.parse(sessionStorage.getItem(PREFIX + key) ?? 'null');
      const kept = name ? { ...(before as object | null), [name]: value } : value;
      sessionStorage.setItem(PREFIX + key, JSON.stringify(kept));
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
    const read = (key: string): unknown => JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null');
    document.documentElement.dataset.theme = String(read('theme') ?? '');
    for (const id of (read('notices') as string[] | null) ?? []) {
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
  return (
    !isPrerendered ||
    isReturn ||
    Boolean(hash || search || history.state) ||
    document.querySelector('[data-needs-app]') !== null ||
    hasKeptValues()
  );
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
  const scripts = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((url) => new URL(url).pathname.endsWith('.js'));
  await Promise.allSettled(scripts.map((url) => fetch(url, { cache: 'reload' })));
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
addEventListener('pagehide', keepFields);
addEventListener('paste', holdPaste);
addEventListener('dragover', holdFiles);
addEventListener('drop', holdFiles);
addEventListener('input', noteTyping);
addEventListener('load', () => {
  setTimeout(() => {
    loadAhead();
    // Registers the service worker.
    import('./features/offline/versions').catch(() => {});
  }, LOAD_AHEAD_MS);
  setTimeout(start, START_DELAY_MS);
});
// After the first paint, since opening the storage can take as long as everything else here.
requestAnimationFrame(() => setTimeout(() => needsApp() && start()));
