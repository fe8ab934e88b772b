import { keepable, sha256 } from './digest';
import { addressOf, DATASET, keep, recall } from './kept-files';
import { files } from './version';

/*
 * The dataset may be replaced on the server at any time, so the server is asked first. Without it, the copy that
 * it gave last serves, and if that is damaged, the one that came with this version.
 */
const LATEST = `${DATASET}?latest`;

/** After this long the copy is shown; the answer, if it still comes, is for the next visit. */
const PATIENCE_MS = 2000;
/** A worker that waits for an answer can't be replaced. */
const MOST_PATIENCE_MS = 20_000;

export async function keepDataset(): Promise<void> {
  const { good } = await ask(new Request(addressOf(DATASET), { cache: 'no-cache' }), true);
  if (!good) throw new Error('The server has no dataset.');
}

export async function answerDataset(event: FetchEvent): Promise<Response> {
  const asked = ask(event.request, false);
  const good = asked.then(
    ({ answer, good }) => (good ? answer : undefined),
    () => undefined,
  );
  event.waitUntil(good);
  const fresh = await Promise.race([good, later(PATIENCE_MS)]);
  return fresh ?? (await recall(LATEST)) ?? (await recall(DATASET)) ?? (await asked).answer;
}

/**
 * Asks the server, and keeps what looks like a dataset: whether it is valid, the page sees. `installs` tells whether
 * the version is only being installed, and has to have a dataset afterwards.
 */
async function ask(request: Request, installs: boolean) {
  const response = await fetch(request, { signal: AbortSignal.timeout(MOST_PATIENCE_MS) });
  const { headers } = response;
  const body = await response.arrayBuffer();
  const good = response.ok && looksLikeDataset(body);
  if (good) {
    const digest = await sha256(body);
    const path = installs && digest === files[DATASET] ? DATASET : LATEST;
    const kept = keep(path, keepable({ body, headers }, digest));
    // Where the answer is all that is wanted, it may fail to be kept.
    await (installs ? kept : kept.catch(() => {}));
  }
  return { answer: new Response(body, response), good };
}

function looksLikeDataset(body: ArrayBuffer): boolean {
  try {
    return Array.isArray(JSON.parse(new TextDecoder().decode(body)).rules);
  } catch {
    return false;
  }
}

function later(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, ms, undefined));
}
