import { optionsAfter, outcomesAfter, rulesAfter } from '../wizard/walk';
import type { Report } from './problem';
import type { Option, Question, Ruleset } from './schema';

// Readers who have answered five questions expect a result.
const MAX_PATH = 5;
// What fits one page and can be taken in at a glance.
const MIN_OPTIONS = 2;
const MAX_OPTIONS = 6;
// More causes are no answer.
const MAX_OUTCOMES = 4;
// Far more than any dataset needs; it bounds the time.
const MAX_QUESTIONS = 2000;

/**
 * Takes a dataset of the right shape and reports what is wrong with its questions, in the file's order: an option that
 * leads nowhere, both to a question and to outcomes, or in a circle; an option id that repeats within its question; too
 * few or too many options; too many outcomes; two options of a question that lead to the same outcomes; a question or rule that cannot be
 * reached; a path of too many questions. Reports nothing if there are no questions. References to nothing are not
 * followed: see references.ts. Quadratic in the options.
 */
export function checkQuestions({ questions, rules }: Ruleset, report: Report): void {
  const [first] = questions;
  if (!first) return;
  if (questions.length > MAX_QUESTIONS) {
    report(['questions'], `must be at most ${MAX_QUESTIONS}, but are ${questions.length}`);
    return;
  }
  const byId = new Map(questions.map((question) => [question.id, question]));
  const following = ({ next }: Option) => byId.get(next ?? '');

  // Every circle has an option that leads to its own question or to an earlier one.
  const circles = new Set<Option>();
  const passed = new Set<Question>();
  for (const question of questions) {
    passed.add(question);
    for (const option of question.options) {
      const next = following(option);
      if (next && passed.has(next) && optionsAfter(byId, next.options).has(option)) circles.add(option);
    }
  }

  // The last level that a question is on tells its longest path. Circles are not followed.
  const depths = new Map<Question, number>();
  let level = new Set([first]);
  for (let depth = 1; level.size > 0; depth++) {
    for (const question of level) depths.set(question, depth);
    const options = [...level].flatMap((question) => question.options.filter((option) => !circles.has(option)));
    level = new Set(options.flatMap((option) => following(option) ?? []));
  }

  for (const [q, question] of questions.entries()) {
    const at = ['questions', q];
    const { options } = question;
    const depth = depths.get(question) ?? 0;
    if (depth === 0) report(at, 'can’t be reached from the first question');
    if (depth > MAX_PATH) report(at, `is question ${depth} of a path; a path has at most ${MAX_PATH}`);
    if (options.length < MIN_OPTIONS || options.length > MAX_OPTIONS) {
      report([...at, 'options'], `must be ${MIN_OPTIONS} to ${MAX_OPTIONS}, but are ${options.length}`);
    }
    const ids = new Set<string>();
    const idByOutcomes = new Map<string, string>();
    for (const [o, option] of options.entries()) {
      const here = [...at, 'options', o];
      const { id, next, outcomes } = option;
      if (ids.has(id)) report([...here, 'id'], `"${id}" is already taken`);
      ids.add(id);
      // `/wizard/map` shows all questions.
      if (q === 0 && id === 'map') report([...here, 'id'], '"map" is the map’s address');
      if (next && outcomes.length > 0) report(here, 'leads both to a question and to outcomes');
      if (!next && outcomes.length === 0) report(here, 'leads nowhere');
      if (outcomes.length > MAX_OUTCOMES) report(here, `must have at most ${MAX_OUTCOMES} outcomes`);
      if (circles.has(option)) report([...here, 'next'], `leads back to "${next}": a circle`);
      const set = [...outcomesAfter(byId, [option])].sort().join();
      const twin = idByOutcomes.get(set);
      // An option without outcomes has been reported already.
      if (twin && set) report(here, `leads to the same outcomes as "${twin}"`);
      idByOutcomes.set(set, id);
    }
  }

  const rulesReached = new Set(rulesAfter(questions, first.options));
  for (const [r, { id }] of rules.entries()) {
    if (!rulesReached.has(id)) report(['rules', r], 'can’t be reached from the first question');
  }
}
