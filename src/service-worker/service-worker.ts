import { pathWithin } from './addresses';
import { answerFile, answerPage, giveWay } from './answer';
import { answerDataset, keepDataset } from './dataset';
import { DATASET, forgetOlderVersions, install, isOurs } from './kept-files';
import { sharedTextAddress } from './shared-text';

declare const self: ServiceWorkerGlobalScope;

/*
 * Makes the app work without a network. One version is installed as a whole or not at all, and waits until the reader
 * takes it or the last tab of the one before is closed.
 */
const { scope } = self.registration;

self.addEventListener('install', (event) => {
  event.waitUntil(install(keepDataset));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([forgetOlderVersions(), self.clients.claim()]));
});

self.addEventListener('message', (event) => {
  if (event.data === 'use-now') void self.skipWaiting();
  if (event.data === 'give-way') giveWay();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = pathWithin(scope, request.url);
  if (path === undefined) return;
  if (request.method === 'POST' && path === 'share') event.respondWith(answerShare(request));
  if (request.method !== 'GET') return;
  if (path === DATASET) event.respondWith(answerDataset(event));
  else if (request.mode === 'navigate') event.respondWith(answerPage(path, event));
  else if (isOurs(path)) event.respondWith(answerFile(path, event));
});

async function answerShare(request: Request): Promise<Response> {
  // A form without a field can't be read.
  const form = await request.formData().catch(() => new FormData());
  const address = sharedTextAddress(form);
  return Response.redirect(new URL(address, scope).href, 303);
}
