import type { Location } from 'react-router-dom';
import type { Answer, Given } from '../../core/wizard/walk';

/** Where in the wizard a reader is, or came from. It is in the history's state, so that a reload keeps it. */
export type WizardOrigin = {
  /** An address of the wizard, with the outcomes that were tried. */
  address: string;
  /** The number of the outcome whose card the reader opened, from 1. */
  outcome?: number;
};

/** Where in the wizard the reader came from; null if from elsewhere. */
export function wizardOrigin({ state }: Location): WizardOrigin | null {
  // The state may come from another version of the app.
  const { address, outcome } = (state?.wizard ?? {}) as Record<keyof WizardOrigin, unknown>;
  if (typeof address !== 'string' || !/^\/wizard(?![^/?])/.test(address)) return null;
  return { address, ...(typeof outcome === 'number' && { outcome }) };
}

/** The answers in the address, and those to other questions that the history's state remembers. */
export function givenAnswers({ state }: Location, answers: readonly Answer[]): Given {
  const remembered = Object.entries((state?.given ?? {}) as Record<string, unknown>);
  return Object.fromEntries([
    ...remembered.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ...answers.map(({ question, option }) => [question.id, option.id]),
  ]);
}

/** The address of the page that follows these answers. */
export function wizardPath(segments: readonly string[]): string {
  return ['/wizard', ...segments].join('/');
}

/** The answers' ids in an address of the wizard. */
export function pathSegments(address: string): string[] {
  return address
    .replace(/[?#].*/s, '')
    .split('/')
    .filter(Boolean)
    .slice(1);
}

/** The outcomes that did not help and the one that did, by their number from 1. */
export type Tried = { no: readonly number[]; yes: number | undefined };

/** Reads an outcome page's query, and leaves out numbers that are none of its outcomes. */
export function readTried(search: string, outcomes: number): Tried {
  const query = new URLSearchParams(search);
  const numbers = (name: string) =>
    query
      .getAll(name)
      .map(Number)
      .filter((n) => Number.isInteger(n) && n > 0 && n <= outcomes);
  const yes = numbers('yes').at(-1);
  return { no: numbers('no').filter((n) => n !== yes), yes };
}

/** The outcome page's address once the reader has said whether an outcome helped. */
export function answerTried(address: string, outcome: number, helped: boolean): string {
  return `${address}${address.includes('?') ? '&' : '?'}${helped ? 'yes' : 'no'}=${outcome}`;
}
