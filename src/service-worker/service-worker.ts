import { PrecacheController, type PrecacheEntry, PrecacheRoute } from 'workbox-precaching';
import { registerRoute, setCatchHandler } from 'workbox-routing';
import { pageFiles } from './addresses';

/*
 * Makes the app work without a network. A version is installed as a whole or not at all; it waits until the reader
 * uses it or the last tab of the version before is closed. What is not the app's own goes to the network untouched.
 */
declare const self: ServiceWorkerGlobalScope & {
  /** Written by build/service-worker.ts. */
  __WB_MANIFEST: PrecacheEntry[];
};

const precache = new PrecacheController({
  plugins: [
    {
      // Ask the server even for what the browser has: it may have kept an error page for a year.
      requestWillFetch: async ({ request }) => new Request(request, { cache: 'no-cache' }),
    },
  ],
});
// Hosts answer with headers such as "Vary: Accept", but each address has one file for all requests.
precache.strategy.matchOptions = { ignoreVary: true };
precache.precache(self.__WB_MANIFEST);

registerRoute(
  new PrecacheRoute(precache, {
    urlManipulation: ({ url }) => pageFiles(url, self.registration.scope),
  }),
);

// The cache has lost a file, and the server has another version's. This version can never be whole again, so give it
// up: the next page comes from the server and installs the current one.
setCatchHandler(async ({ request }) => {
  const response = await fetch(request);
  if (response.status < 500) await self.registration.unregister();
  return response;
});

self.addEventListener('message', ({ data }) => {
  if (data?.type === 'SKIP_WAITING') void self.skipWaiting();
});

// The page of the first visit, too, may need the network no more.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
