import { queryOptions, useQuery } from '@tanstack/react-query';
import { fingerprint } from '../../core/fingerprint';
import type { Ruleset } from '../../core/ruleset/schema';

/** The server did not give a dataset; the message says in plain words what it gave. */
class LoadError extends Error {
  override readonly name = 'LoadError';
  /** Whether the same request may well succeed a moment later. */
  readonly passing: boolean;
  constructor(message: string, passing: boolean) {
    super(message);
    this.passing = passing;
  }
}

/** A server that takes longer for some 30 kB is better asked again. */
const PATIENCE_MS = 15_000;

/** A dataset as it was fetched. `edition` is its text's fingerprint. */
export type LoadedRuleset = Ruleset & { edition: string };

export const rulesetUrl = `${import.meta.env.BASE_URL}rulesets/itsmc.json`;

async function loadRuleset(signal: AbortSignal): Promise<LoadedRuleset> {
  let body: string;
  try {
    // Asks the server every visit whether its copy is newer, whatever the host says about caching.
    const response = await fetch(rulesetUrl, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
      cache: 'no-cache',
    });
    if (!response.ok) {
      throw new LoadError(
        `The server answered with status ${response.status}.`,
        response.status >= 500,
      );
    }
    body = await response.text();
  } catch (error) {
    if (error instanceof LoadError || signal.aborted) throw error;
    if (error instanceof DOMException && error.name === 'TimeoutError') {
      throw new LoadError(`The server took more than ${PATIENCE_MS / 1000} seconds.`, false);
    }
    throw new LoadError('The server did not answer. Is this device online?', true);
  }
  const json = parseJson(body);
  const edition = fingerprint(body);
  // The build has checked its own dataset, and written it whole; only another one needs the code that does so.
  if (edition === builtEdition()) return { ...(json as Ruleset), edition };
  const { parseRuleset } = await import('../../core/ruleset/parse').catch(() => {
    throw new LoadError('A part of the app is missing on the server.', true);
  });
  return { ...parseRuleset(json), edition };
}

/** The edition that the page was built with, if the page was built and not just served. */
function builtEdition(): string | undefined {
  return document.getElementById('root')?.dataset.edition;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (/^\s*</.test(body)) {
      throw new LoadError('The server sent a web page in its place.', false);
    }
    throw new LoadError(
      `The file is not complete JSON: ${error instanceof Error ? error.message : String(error)}`,
      false,
    );
  }
}

export const rulesetQuery = queryOptions({
  queryKey: ['ruleset'],
  queryFn: ({ signal }) => loadRuleset(signal),
  // A card must not change under its reader: a newer dataset is for the next visit.
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  // An offline browser should say so at once and offer Retry, not wait in silence.
  networkMode: 'always',
  retry: (failures, error) => error instanceof LoadError && error.passing && failures < 1,
  retryDelay: 400,
  // What failed before the page was drawn is shown as failed, with Retry.
  retryOnMount: false,
});

/** The dataset, fetched once a visit. */
export function useRuleset() {
  return useQuery(rulesetQuery);
}
