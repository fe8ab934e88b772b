import bundled, { prose } from 'virtual:dataset';
import { type QueryFunctionContext, queryOptions, useQuery } from '@tanstack/react-query';
import { fingerprint } from '../../core/fingerprint';
import { rememberProse } from '../../core/ruleset/prose-nodes';
import type { Ruleset } from '../../core/ruleset/schema';

/** A dataset and the hash of the file that it was read from. */
export type Dataset = Ruleset & { hash: string };

const HOUR_MS = 3_600_000;
const TIMEOUT_MS = 15_000;

rememberProse(prose);

export const rulesetUrl = `${import.meta.env.BASE_URL}rulesets/${__PACK__}.json`;

/** The dataset in use: the bundled one, until the server gives another valid one. */
export const rulesetQuery = queryOptions({
  queryKey: ['ruleset'],
  queryFn: loadRuleset,
  initialData: bundled,
  // Stale from the start, so that the server is asked on arrival, and again when a tab is used after an hour.
  initialDataUpdatedAt: 0,
  staleTime: HOUR_MS,
  // Offline there is still the copy of the last file that the server gave.
  networkMode: 'always',
  retry: false,
});

/** The dataset in use; a newer one from the server takes its place while the page is open. */
export const useRuleset = (): Dataset => useQuery(rulesetQuery).data;

async function loadRuleset({ client, signal }: QueryFunctionContext): Promise<Dataset> {
  try {
    const text = await requestFile(signal);
    const dataset = await readDataset(text);
    // Caches can be blocked or full.
    await keepCopy(text).catch(() => {});
    return dataset;
  } catch (error) {
    // The server may be fine: nobody needs its answer any more.
    if (signal.aborted) throw error;
    const kept = await readCopy().catch(() => bundled);
    // A copy can be older than the dataset of a new version of the app.
    if (kept.updated >= bundled.updated) client.setQueryData(rulesetQuery.queryKey, kept);
    throw error;
  }
}

/** The last valid file that the server gave is kept here, for visits without a network. */
const CACHE = `${__PACK__} dataset`;

async function keepCopy(text: string): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.put(rulesetUrl, new Response(text));
}

async function readCopy(): Promise<Dataset> {
  const copy = await caches.match(rulesetUrl, { cacheName: CACHE });
  return copy ? readDataset(await copy.text()) : bundled;
}

async function requestFile(left: AbortSignal): Promise<string> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  // Revalidate on every visit, whatever the host says about caching.
  const request = { signal: AbortSignal.any([left, timeout]), cache: 'no-cache' } as const;
  const [response, text] = await fetch(rulesetUrl, request)
    .then(async (response) => [response, await response.text()] as const)
    .catch((error) => {
      if (left.aborted) throw error;
      const reason = timeout.aborted ? `took more than ${TIMEOUT_MS / 1000} seconds` : 'did not answer';
      throw new Error(`the server ${reason}`);
    });
  if (!response.ok) throw new Error(`the server answered with status ${response.status}`);
  return text;
}

async function readDataset(text: string): Promise<Dataset> {
  const hash = fingerprint(text);
  if (hash === bundled.hash) return bundled;
  const json = readJson(text);
  // The bundled dataset was validated by the build, so most visits do not need this code.
  const { parseRuleset } = await import('../../core/ruleset/parse');
  return { ...parseRuleset(json), hash };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(/^\s*</.test(text) ? 'the server sent a web page instead' : 'the file is not complete JSON');
  }
}
