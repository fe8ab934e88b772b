import type { Location } from 'react-router-dom';

/** Where in the wizard a reader is, or came from. Carried in the history's state, so that a reload keeps it. */
export type WizardOrigin = {
  /** An address of the wizard, with the outcomes that were tried. */
  address: string;
  /** If the reader opened the card of an outcome: its number there, from 1. */
  outcome?: number;
};

/** Takes a location and returns where in the wizard its reader came from; null if from elsewhere. */
export function wizardOrigin({ state }: Location): WizardOrigin | null {
  const wizard: unknown = state?.wizard;
  if (typeof wizard !== 'object' || wizard === null) return null;
  const { address, outcome } = wizard as Partial<Record<keyof WizardOrigin, unknown>>;
  // A history's state can be older than the app that reads it.
  if (typeof address !== 'string' || !/^\/wizard(?![^/?])/.test(address)) return null;
  return { address, ...(typeof outcome === 'number' && { outcome }) };
}

/** Takes the ids of the answers given and returns their address. */
export function wizardPath(segments: readonly string[]): string {
  return ['/wizard', ...segments].join('/');
}

/** Takes an address of the wizard and returns the ids of the answers in it. */
export function pathSegments(address: string): string[] {
  return (address.split(/[?#]/)[0] ?? '').split('/').filter(Boolean).slice(1).map(decode);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Which outcomes, by their number from 1, did not help, and which one did. */
export type Tried = { no: readonly number[]; yes: number | null };

/** Takes an outcome page's query and the number of outcomes and returns what was tried; what makes no sense is left out. */
export function readTried(search: string, outcomes: number): Tried {
  const query = new URLSearchParams(search);
  const numbers = (name: string) =>
    [...new Set(query.getAll(name))]
      .map(Number)
      .filter((n) => Number.isInteger(n) && n > 0 && n <= outcomes);
  const yes = numbers('yes')[0] ?? null;
  return { no: numbers('no').filter((n) => n !== yes), yes };
}

/** Takes an outcome page's address and what the reader says of the outcome with that number; returns the address that tells so. */
export function answerTried(address: string, outcome: number, helped: boolean): string {
  const [path = '', search = ''] = address.split('?');
  const query = new URLSearchParams(search);
  if (helped) query.set('yes', String(outcome));
  else if (!query.getAll('no').includes(String(outcome))) query.append('no', String(outcome));
  return `${path}?${query}`;
}
