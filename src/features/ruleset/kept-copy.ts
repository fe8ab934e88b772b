/*
 * The last valid dataset that the server gave, for visits without a network. Caches can be blocked or full; the bundled
 * dataset is then used instead.
 */
const CACHE = 'itsmc-troubleshooter dataset';

/** Keeps a file's text under its address, in place of an older one. */
export async function keepCopy(address: string, text: string): Promise<void> {
  try {
    const cache = await caches.open(CACHE);
    await cache.put(address, new Response(text));
  } catch {}
}

/** The text that was kept under an address. */
export async function readCopy(address: string): Promise<string | undefined> {
  try {
    return await (await caches.match(address, { cacheName: CACHE }))?.text();
  } catch {
    return undefined;
  }
}
