import { fileAddresses } from './addresses';
import { digestOf, keepable, readWhole } from './digest';
import { files, id } from './version';

declare const self: ServiceWorkerGlobalScope;

/*
 * This version's files. Nothing is taken on trust: neither that the server has this version's files rather than
 * some of the last or the next, nor that a cache gives back what was put into it.
 */

/** Other apps may share the origin, and with it the caches. */
const PREFIX = `itsmc-troubleshooter ${new URL(self.registration.scope).pathname} `;
const CACHE = PREFIX + id;

/** A tab may be two versions behind: one that waits to be taken, and one that was taken back. */
const OLDER_VERSIONS = 2;

/** An operator may replace it. */
export const DATASET = 'rulesets/itsmc.json';

const isHashed = (path: string) => path.startsWith('assets/');

export const isOurs = (path: string) => Object.hasOwn(files, path) || isHashed(path);

/** Gives a file as it was kept, or undefined if it is not there or damaged. */
export async function recall(path: string): Promise<Response | undefined> {
  try {
    // A tab of an older version needs its own files, whose names are no other's.
    const names = isHashed(path) ? [CACHE, ...(await otherVersions())] : [CACHE];
    for (const cacheName of names) {
      const find = () => caches.match(addressOf(path), { cacheName });
      const response = await find();
      if (!response || !(await readWhole(response, files[path] ?? digestOf(response)))) continue;
      // Not a clone of the one that was read: this one comes from the disk without going through the worker, which
      // could not be replaced until it is read, and with the code that the browser compiled of it.
      return await find();
    }
  } catch {
    // Storage is blocked or broken. There is still the server.
  }
  return undefined;
}

/**
 * Asks the server for a file of this version. Undefined if it has another version's by now, or none; throws if it
 * can't be reached.
 */
export async function obtain(path: string): Promise<Response | undefined> {
  const digest = files[path];
  if (digest === undefined) return undefined;
  for (const cache of [isHashed(path) ? 'default' : 'no-cache', 'reload'] as const) {
    for (const address of fileAddresses(path)) {
      const good = await readWhole(await fetch(addressOf(address), { cache }), digest);
      if (good) return keepable(good, digest);
    }
  }
  return undefined;
}

/** Keeps a file; where that is not possible, the server will be asked again next time. */
export async function keep(path: string, response: Response): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.put(addressOf(path), response);
}

/** Keeps all files but the dataset, which has ways of its own; or nothing, if one of them can't be had. */
export async function install(keepDataset: () => Promise<void>): Promise<void> {
  const known = await caches.has(CACHE);
  const paths = Object.keys(files).filter((path) => path !== DATASET);
  const kept = await Promise.allSettled([...paths.map(renew), keepDataset()]);
  const failed = kept.find((result) => result.status === 'rejected');
  if (!failed) return;
  if (!known) await caches.delete(CACHE);
  throw failed.reason;
}

/** Keeps this version's file. What is not hashed is asked for anew, for the sake of its headers. */
async function renew(path: string): Promise<void> {
  const known = isHashed(path) ? await recall(path) : undefined;
  const good = known ?? (await obtain(path));
  if (!good) throw new Error(`The server has no ${path} of this version.`);
  await keep(path, good);
}

export async function forgetOlderVersions(): Promise<void> {
  const names = await otherVersions();
  await Promise.all(names.slice(0, -OLDER_VERSIONS).map((name) => caches.delete(name)));
}

/** The caches of other versions, oldest first. */
async function otherVersions(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
}

export function addressOf(path: string): string {
  return new URL(path, self.registration.scope).href;
}
