import type { Location } from 'react-router-dom';
import type { Outcome } from '../../core/ruleset/schema';
import type { Answer, Given } from '../../core/wizard/walk';

/** The address in the wizard that the reader came from, if any. The history's state has it, so that a reload keeps it. */
export function wizardOrigin({ state }: Location): string | undefined {
  // The state may come from another version of the app.
  const address: unknown = state?.wizard?.address;
  return typeof address === 'string' && /^\/wizard(?![^/?])/.test(address) ? address : undefined;
}

/** The answers in the address, and those to other questions that the history's state remembers. */
export function givenAnswers({ state }: Location, answers: readonly Answer[]): Given {
  // What another version of the app has left there is the id of no option, so it does no harm.
  return { ...state?.given, ...Object.fromEntries(answers.map(({ question, option }) => [question.id, option.id])) };
}

/** The address of the page that follows these answers. */
export function wizardPath(segments: readonly string[]): string {
  return ['/wizard', ...segments].join('/');
}

/** The answers' ids in an address of the wizard. */
export function pathSegments(address: string): string[] {
  const [path = ''] = address.split(/[?#]/, 1);
  return path.split('/').filter(Boolean).slice(1);
}

/** The outcomes that the reader has tried: those that did not help, and the one that did; `next` is the one to try, if any. */
export type Tried = { failed: readonly Outcome[]; solved: Outcome | undefined; next: Outcome | undefined };

/** Reads an outcome page's query: numbers from 1 (`?no=1&yes=2`), without others, and `support`, which ends the search. */
export function readTried(search: string, outcomes: readonly Outcome[]): Tried {
  const query = new URLSearchParams(search);
  const read = (name: string) => query.getAll(name).flatMap((number) => outcomes[Number(number) - 1] ?? []);
  const solved = read('yes').at(-1);
  const failed = read('no').filter((outcome) => outcome !== solved);
  const isOver = solved || query.has('support');
  return { failed, solved, next: isOver ? undefined : outcomes.find((outcome) => !failed.includes(outcome)) };
}
