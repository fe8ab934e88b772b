import { PrecacheController, type PrecacheEntry, PrecacheRoute } from 'workbox-precaching';
import { registerRoute, setCatchHandler } from 'workbox-routing';
import { pageFiles } from './addresses';

/*
 * Makes the app work without a network. A version is installed as a whole or not at all, and waits until the reader
 * uses it or closes the last tab of the version before. Addresses that are not the app's go to the network untouched.
 */
declare const self: ServiceWorkerGlobalScope & {
  /** Written by build/service-worker.ts. */
  __WB_MANIFEST: PrecacheEntry[];
};

const precache = new PrecacheController({
  plugins: [
    {
      // Revalidate what the browser's HTTP cache holds: a host may have sent an error page to be cached for a year.
      requestWillFetch: async ({ request }) => new Request(request, { cache: 'no-cache' }),
    },
  ],
});
// Even where a host sends "Vary: Accept", each address has one file for all requests.
precache.strategy.matchOptions = { ignoreVary: true };
precache.precache(self.__WB_MANIFEST);

registerRoute(
  new PrecacheRoute(precache, {
    urlManipulation: ({ url }) => pageFiles(url, self.registration.scope),
  }),
);

// Reached when a file is neither in the cache nor, unchanged, on the server. If the server answers, it has another version:
// forget this one, so that pages come from the server until that version is installed.
setCatchHandler(async ({ request }) => {
  const response = await fetch(request);
  if (response.ok || response.status === 404) await caches.delete(precache.strategy.cacheName);
  return response;
});

self.addEventListener('message', ({ data }) => {
  if (data?.type === 'SKIP_WAITING') void self.skipWaiting();
});

// Serve the page of the first visit too, which was loaded without a worker.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
