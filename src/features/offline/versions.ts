import { trustedScript } from '../../lib/trusted-script';

/** A new version is ready to be taken, or another tab has taken it while this one goes on with the old. */
export type VersionNews = 'ready' | 'taken-elsewhere';

const url = `${import.meta.env.BASE_URL}service-worker.js`;
const HOUR_MS = 3_600_000;
const PATIENCE_MS = 5000;

/**
 * Installs the service worker, which keeps the app for use without a network, and tells of new versions. Where the
 * browser blocks it, the app works as any page does. Returns what takes the new version.
 */
export function followVersions(tell: (news: VersionNews) => void): () => void {
  let registration: ServiceWorkerRegistration | undefined;
  let taken = false;

  const start = async () => {
    // The page comes first; the worker loads everything that other pages need.
    if (document.readyState !== 'complete') {
      await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
    }
    const { serviceWorker } = navigator;
    let controlled = serviceWorker.controller !== null;
    serviceWorker.addEventListener('controllerchange', () => {
      if (taken) location.reload();
      else if (controlled) tell('taken-elsewhere');
      taken = false;
      controlled = true;
    });
    registration = await serviceWorker.register(trustedScript('service-worker', url), {
      updateViaCache: 'none',
    });
    tellWhenReady(registration, () => tell('ready'));
    lookHourly(registration);
  };
  start().catch(() => {});

  return () => {
    taken = true;
    if (!registration?.waiting) return location.reload();
    registration.waiting.postMessage('use-now');
    registration.active?.postMessage('give-way');
    // A browser may keep the old worker while it is busy; that one has been told to let new pages through.
    setTimeout(() => location.reload(), PATIENCE_MS);
  };
}

/** The first version of all has no one to tell. */
function tellWhenReady(registration: ServiceWorkerRegistration, tell: () => void) {
  const look = () => {
    if (registration.waiting && registration.active) tell();
  };
  const follow = () => registration.installing?.addEventListener('statechange', look);
  look();
  follow();
  registration.addEventListener('updatefound', follow);
}

/** A browser looks for a new version when a page loads; a tab may stay open for days. */
function lookHourly(registration: ServiceWorkerRegistration) {
  // Not by the clock, which may be set meanwhile.
  let looked = performance.now();
  const look = () => {
    if (document.visibilityState !== 'visible' || performance.now() - looked < HOUR_MS) return;
    looked = performance.now();
    registration.update().catch(() => {});
  };
  document.addEventListener('visibilitychange', look);
  setInterval(look, HOUR_MS);
}
