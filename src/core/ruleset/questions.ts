import { type Problem, problemAt } from './problem';
import type { Option, Ruleset } from './schema';

/** More would be an interrogation; who has answered five questions expects an answer. */
const MOST_QUESTIONS = 5;

/** What fits one page, and one look. */
const FEWEST_OPTIONS = 2;
const MOST_OPTIONS = 6;

/** A first answer of this name would have the address of the wizard's map. */
const MAP = 'map';

/**
 * Takes a dataset of the right shape and returns what is wrong with its questions, in the file's order: an
 * option that leads nowhere, or both ways, or in a circle; an option id that repeats within its question;
 * too few or too many options; two options of a question that lead to the same set of outcomes; a question that
 * can't be reached, or only after too many others; a rule that can't be reached. Empty when all is well, or when
 * there are no questions. References to nothing are not followed here: see references.ts. Takes time in
 * proportion to options times outcomes.
 */
export function findQuestionProblems(ruleset: Ruleset): Problem[] {
  const { questions, rules } = ruleset;
  const problems: Problem[] = [];
  const report = (keys: (string | number)[], message: string) => {
    problems.push(problemAt(ruleset, keys, message));
  };
  const [first] = questions;
  if (!first) return [];

  const places = new Map(questions.map(({ id }, q) => [id, q]));
  const next = (option: Option) => places.get(option.next ?? '');
  const { order, circles } = walkDown(ruleset, next);

  // The last question first, so that what follows an option is known when the option is looked at.
  const outcomes = new Map<number, Set<string>>();
  const depths = new Map<number, number>();
  for (const q of order) {
    const all = new Set<string>();
    for (const option of questions[q]?.options ?? []) {
      for (const outcome of optionOutcomes(option)) all.add(outcome);
    }
    outcomes.set(q, all);
  }
  function optionOutcomes(option: Option): ReadonlySet<string> {
    if (option.next) return outcomes.get(next(option) ?? -1) ?? new Set();
    return new Set(option.outcomes.map(({ rule, cause }) => `${rule}/${cause ?? ''}`));
  }
  depths.set(0, 1);
  for (const q of order.toReversed()) {
    for (const option of questions[q]?.options ?? []) {
      const to = next(option);
      if (to === undefined || circles.has(option)) continue;
      depths.set(to, Math.max(depths.get(to) ?? 0, (depths.get(q) ?? 0) + 1));
    }
  }

  for (const [q, question] of questions.entries()) {
    const at = ['questions', q];
    const depth = depths.get(q);
    if (depth === undefined) report(at, 'can’t be reached from the first question');
    else if (depth > MOST_QUESTIONS) {
      report(at, `is question ${depth} of a path; a path has at most ${MOST_QUESTIONS}`);
    }
    const { options } = question;
    if (options.length < FEWEST_OPTIONS || options.length > MOST_OPTIONS) {
      report(
        [...at, 'options'],
        `must be ${FEWEST_OPTIONS} to ${MOST_OPTIONS}, but are ${options.length}`,
      );
    }
    const ids = new Set<string>();
    const sets = new Map<string, string>();
    for (const [o, option] of options.entries()) {
      const here = [...at, 'options', o];
      if (ids.has(option.id)) report([...here, 'id'], `"${option.id}" is already taken`);
      ids.add(option.id);
      if (q === 0 && option.id === MAP) report([...here, 'id'], `"${MAP}" is the map’s address`);
      if (option.next && option.outcomes.length > 0) {
        report(here, 'leads both to a question and to outcomes');
      }
      if (!option.next && option.outcomes.length === 0) report(here, 'leads nowhere');
      if (circles.has(option)) {
        report([...here, 'next'], `leads back to "${option.next}": a circle`);
      }
      const set = JSON.stringify([...optionOutcomes(option)].sort());
      const twin = sets.get(set);
      // An option that leads nowhere has been reported as that.
      if (twin !== undefined && set !== '[]')
        report(here, `leads to the same outcomes as "${twin}"`);
      sets.set(set, option.id);
    }
  }

  const reached = new Set([...(outcomes.get(0) ?? [])].map((outcome) => outcome.split('/')[0]));
  for (const [r, { id }] of rules.entries()) {
    if (!reached.has(id)) report(['rules', r], 'can’t be reached from the first question');
  }
  return problems;
}

/**
 * The questions that can be reached from the first, each after all that follow it, and the options that close
 * a circle. Depth first, without recursion: a file may hold a chain of any length.
 */
function walkDown({ questions }: Ruleset, next: (option: Option) => number | undefined) {
  const order: number[] = [];
  const circles = new Set<Option>();
  const seen = new Set([0]);
  const open = [{ q: 0, o: 0 }];
  const onPath = new Set([0]);
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const option = questions[top.q]?.options[top.o++];
    if (!option) {
      order.push(top.q);
      onPath.delete(top.q);
      open.pop();
      continue;
    }
    const to = next(option);
    if (to === undefined) continue;
    if (onPath.has(to)) circles.add(option);
    if (seen.has(to)) continue;
    seen.add(to);
    onPath.add(to);
    open.push({ q: to, o: 0 });
  }
  return { order, circles };
}
