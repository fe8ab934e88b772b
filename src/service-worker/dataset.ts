import { keepable, sha256, whole } from './digest';
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
  const response = await fetch(addressOf(DATASET), { cache: 'no-cache' });
  const own = await whole(response.clone(), files[DATASET] ?? '');
  if (own) await keep(DATASET, keepable(own, files[DATASET] ?? ''));
  else if (!(await keepLatest(response))) throw new Error('The server has no dataset.');
}

export async function answerDataset(event: FetchEvent): Promise<Response> {
  const asked = fetch(event.request, { signal: AbortSignal.timeout(MOST_PATIENCE_MS) });
  const good = asked.then(async (response) =>
    (await keepLatest(response.clone())) ? response : undefined,
  );
  // What is kept may fail to be kept; what was asked for may fail to come.
  event.waitUntil(good.catch(() => {}));
  const fresh = await Promise.race([good.catch(() => undefined), later(PATIENCE_MS)]);
  return fresh ?? (await recall(LATEST)) ?? (await recall(DATASET)) ?? asked;
}

/** Keeps what looks like a dataset, and says whether it does. Whether it is valid, the page sees. */
async function keepLatest(response: Response): Promise<boolean> {
  if (!response.ok) return false;
  const body = await response.clone().arrayBuffer();
  try {
    const { rules } = JSON.parse(new TextDecoder().decode(body));
    if (!Array.isArray(rules)) return false;
  } catch {
    return false;
  }
  await keep(LATEST, keepable(response, await sha256(body))).catch(() => {});
  return true;
}

function later(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, ms, undefined));
}
