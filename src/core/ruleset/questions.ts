import { type Problem, problemAt } from './problem';
import type { Option, Ruleset } from './schema';

/** Readers who have answered five questions expect a result. */
const MAX_PATH = 5;

/** What fits one page and can be taken in at a glance. */
const MIN_OPTIONS = 2;
const MAX_OPTIONS = 6;

/** Far more than any dataset needs; it bounds the recursion below. */
const MAX_QUESTIONS = 2000;

/** `/wizard/map` is the map of the questions, so no first answer can have this id. */
const MAP = 'map';

/**
 * Takes a dataset of the right shape and returns what is wrong with its questions, in the file's order: an option that
 * leads nowhere, both to a question and to outcomes, or in a circle; an option id that repeats within its question; too
 * few or too many options; two options of a question that lead to the same outcomes; a question or rule that cannot be
 * reached; a path of too many questions. Empty if there are no questions. References to nothing are not followed: see
 * references.ts. Takes time in proportion to options times outcomes.
 */
export function findQuestionProblems(ruleset: Ruleset): Problem[] {
  const { questions, rules } = ruleset;
  const problems: Problem[] = [];
  const report = (keys: (string | number)[], message: string) => {
    problems.push(problemAt(ruleset, keys, message));
  };
  if (questions.length === 0) return [];
  if (questions.length > MAX_QUESTIONS) {
    report(['questions'], `must be at most ${MAX_QUESTIONS}, but are ${questions.length}`);
    return problems;
  }

  const places = new Map(questions.map(({ id }, q) => [id, q]));
  const placeOf = ({ next }: Option) => (next ? places.get(next) : undefined);
  /** By a question's place, all outcomes that its answers may lead to. Only questions that can be reached are in it. */
  const reached = new Map<number, Set<string>>();
  const outcomesOf = (option: Option): ReadonlySet<string> =>
    option.next
      ? (reached.get(placeOf(option) ?? -1) ?? new Set())
      : new Set(option.outcomes.map(({ rule, cause }) => `${rule}/${cause ?? ''}`));

  // Depth first, so that a question's outcomes are complete before those of the questions that lead to it.
  const circles = new Set<Option>();
  const path = new Set<number>();
  const order: number[] = [];
  const visit = (q: number) => {
    const outcomes = new Set<string>();
    reached.set(q, outcomes);
    path.add(q);
    for (const option of questions[q]?.options ?? []) {
      const next = placeOf(option);
      if (next !== undefined && path.has(next)) {
        circles.add(option);
        continue;
      }
      if (next !== undefined && !reached.has(next)) visit(next);
      for (const outcome of outcomesOf(option)) outcomes.add(outcome);
    }
    path.delete(q);
    order.push(q);
  };
  visit(0);

  // In reverse, every question comes after all that lead to it, so its longest path is known.
  const depths = new Map([[0, 1]]);
  for (const q of order.reverse()) {
    for (const option of questions[q]?.options ?? []) {
      const next = placeOf(option);
      if (next === undefined || circles.has(option)) continue;
      depths.set(next, Math.max(depths.get(next) ?? 0, (depths.get(q) ?? 0) + 1));
    }
  }

  for (const [q, { options }] of questions.entries()) {
    const at = ['questions', q];
    const depth = depths.get(q) ?? 0;
    if (depth === 0) report(at, 'can’t be reached from the first question');
    if (depth > MAX_PATH) {
      report(at, `is question ${depth} of a path; a path has at most ${MAX_PATH}`);
    }
    if (options.length < MIN_OPTIONS || options.length > MAX_OPTIONS) {
      report([...at, 'options'], `must be ${MIN_OPTIONS} to ${MAX_OPTIONS}, but are ${options.length}`);
    }
    const ids = new Set<string>();
    const sets = new Map<string, string>();
    for (const [o, option] of options.entries()) {
      const here = [...at, 'options', o];
      const { id, next, outcomes } = option;
      if (ids.has(id)) report([...here, 'id'], `"${id}" is already taken`);
      ids.add(id);
      if (q === 0 && id === MAP) report([...here, 'id'], `"${MAP}" is the map’s address`);
      if (next && outcomes.length > 0) report(here, 'leads both to a question and to outcomes');
      if (!next && outcomes.length === 0) report(here, 'leads nowhere');
      if (circles.has(option)) report([...here, 'next'], `leads back to "${next}": a circle`);
      const set = [...outcomesOf(option)].sort().join();
      const twin = sets.get(set);
      // An option without outcomes has been reported already.
      if (twin && set) report(here, `leads to the same outcomes as "${twin}"`);
      sets.set(set, id);
    }
  }

  const rulesReached = new Set([...(reached.get(0) ?? [])].map((outcome) => outcome.split('/')[0]));
  for (const [r, { id }] of rules.entries()) {
    if (!rulesReached.has(id)) report(['rules', r], 'can’t be reached from the first question');
  }
  return problems;
}
