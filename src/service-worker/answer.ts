import { isOtherFile, pageFile } from './addresses';
import { isOurs, keep, obtain, recall } from './kept-files';
import { files } from './version';

declare const self: ServiceWorkerGlobalScope;

/**
 * Whether a file of this version is lost: damaged here, and gone from the server, which has another version by now.
 * From then on pages come from there too, since only that version is whole.
 */
let lost = false;

/** Lets pages come from the server, for a version that was taken and can't take over yet. */
export function giveWay(): void {
  lost = true;
}

/** Answers a request for a page: from this version, so that a new one comes only when the reader takes it. */
export async function answerPage(path: string, { request }: FetchEvent): Promise<Response> {
  const file = pageFile(path, files);
  const unknownFile = isOtherFile(path) && !isOurs(path);
  const kept = lost || unknownFile ? undefined : await recall(isOtherFile(path) ? path : file);
  if (kept) return kept;
  try {
    const response = (lost || unknownFile ? undefined : await mend(file)) ?? (await fetch(request));
    if (response.status < 500) return response;
    return (await recall(file)) ?? response;
  } catch (error) {
    const instead = (await recall(file)) ?? (await recall(pageFile('', files)));
    if (instead) return instead;
    throw error;
  }
}

/** Answers a request for anything else that is ours. */
export async function answerFile(path: string, event: FetchEvent): Promise<Response> {
  const response = (await recall(path)) ?? (await mend(path));
  if (response) return response;
  if (Object.hasOwn(files, path) && !lost) {
    lost = true;
    self.registration.update().catch(() => {});
    event.waitUntil(reloadIfDead(path, event.clientId));
  }
  return fetch(event.request);
}

/** Gets a lost file from the server, and keeps it. Undefined if the server has it no more. */
async function mend(path: string): Promise<Response | undefined> {
  const response = await obtain(path);
  if (!response) return undefined;
  const kept = await keep(path, response.clone()).then(
    () => recall(path),
    () => undefined,
  );
  return kept ?? response;
}

/** A page without a file that every page starts with shows nothing that could offer to load it again. */
async function reloadIfDead(path: string, clientId: string): Promise<void> {
  const shell = await recall(pageFile('', files));
  if (!(await shell?.text())?.includes(path)) return;
  const client = await self.clients.get(clientId);
  if (client instanceof WindowClient) await client.navigate(client.url);
}
