import { trustedScript } from '../../lib/trusted-script';

/** A new version is ready to be used, or another tab uses it while this one still runs the old. */
export type VersionNews = 'ready' | 'used-elsewhere';

const HOUR_MS = 3_600_000;

let news: VersionNews | undefined;
let listener = (_news: VersionNews) => {};
let isRequested = false;

// Importing this module registers the service worker, once a page. Where the browser blocks that, the app works without.
if (import.meta.env.PROD && 'serviceWorker' in navigator) register(navigator.serviceWorker).catch(() => {});

/** Calls `listen` with what is known already, and with all news from then on. There is one listener at a time. */
export function followVersions(listen: (news: VersionNews) => void): void {
  listener = listen;
  if (news) listen(news);
}

/** Reloads the page in the newest version that is installed. */
export async function loadNewest(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  isRequested = true;
  if (registration?.waiting) registration.waiting.postMessage({ type: 'SKIP_WAITING' });
  else location.reload();
}

function tell(what: VersionNews): void {
  news = what;
  listener(what);
}

async function register(serviceWorker: ServiceWorkerContainer): Promise<void> {
  // The page comes first: the service worker downloads everything that other pages need.
  if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve));
  let isFirst = !serviceWorker.controller;
  serviceWorker.addEventListener('controllerchange', () => {
    if (isRequested) location.reload();
    else if (!isFirst) tell('used-elsewhere');
    isFirst = false;
  });

  const url = trustedScript('service-worker', `${import.meta.env.BASE_URL}service-worker.js`);
  const registration = await serviceWorker.register(url, { updateViaCache: 'none' });
  const tellIfReady = () => {
    if (registration.waiting && registration.active) tell('ready');
  };
  const follow = () => registration.installing?.addEventListener('statechange', tellIfReady);
  tellIfReady();
  follow();
  registration.addEventListener('updatefound', follow);

  // A browser looks for a new version when a page loads, but a tab can stay open for days.
  setInterval(() => {
    if (!document.hidden) registration.update().catch(() => {});
  }, HOUR_MS);
}
