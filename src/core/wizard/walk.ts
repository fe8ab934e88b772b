import type { Option, Outcome, Question } from '../ruleset/schema';

/** An answer that was given. */
export type Answer = { question: Question; option: Option };

/** Where answers lead: to the next question, or else to outcomes. */
export type Walk = {
  /** In order, from the first question. */
  answers: Answer[];
  /** What is to be asked next; null when the answers have led to outcomes. */
  question: Question | null;
  /** What the answers come down to, the likeliest first; empty while there is a question. */
  outcomes: readonly Outcome[];
  /** The segments from the first one on that no answer belongs to. */
  rest: string[];
};

/**
 * Takes a dataset's questions (at least one) and the ids of the answers given, as they stand in the address, and
 * returns where these lead. Never throws: the longest valid part counts, and what follows it is the `rest`. Linear in the
 * segments, whatever circles the questions have.
 */
export function walk(questions: readonly Question[], segments: readonly string[]): Walk {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const answers: Answer[] = [];
  let question = questions[0] ?? null;
  for (const segment of segments) {
    const option = question?.options.find(({ id }) => id === segment);
    if (!question || !option) break;
    answers.push({ question, option });
    question = byId.get(option.next ?? '') ?? null;
  }
  return {
    answers,
    question,
    outcomes: question ? [] : (answers.at(-1)?.option.outcomes ?? []),
    rest: segments.slice(answers.length),
  };
}

/**
 * Takes questions, the answers' ids so far and, by question, answers that were given before; returns the ids
 * together with those of the earlier answers that still fit: as long as the next question is one that was answered.
 */
export function resume(
  questions: readonly Question[],
  segments: readonly string[],
  given: Readonly<Record<string, string>>,
): string[] {
  const path = [...segments];
  const asked = new Set<string>();
  for (;;) {
    const { question, answers } = walk(questions, path);
    // A question that comes again would be answered for ever.
    if (!question || asked.has(question.id) || answers.length < path.length) return path;
    asked.add(question.id);
    const id = given[question.id];
    if (!question.options.some((option) => option.id === id) || id === undefined) return path;
    path.push(id);
  }
}

/**
 * Takes questions, answers and one of the outcomes that they led to; returns the answers that speak for it, in
 * order: those whose question has another option that does not lead there.
 */
export function reasons(
  questions: readonly Question[],
  answers: readonly Answer[],
  outcome: Outcome,
): Answer[] {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const leadsThere = (option: Option) => {
    const open = [option];
    const seen = new Set(open);
    for (const { next, outcomes } of open) {
      if (outcomes.some(({ rule, cause }) => rule === outcome.rule && cause === outcome.cause)) {
        return true;
      }
      for (const following of byId.get(next ?? '')?.options ?? []) {
        if (!seen.has(following)) open.push(following);
        seen.add(following);
      }
    }
    return false;
  };
  return answers.filter(({ question }) => !question.options.every(leadsThere));
}

/** Takes questions and returns the shortest answers, as ids, that lead to each one that can be reached. */
export function shortestPaths(questions: readonly Question[]): Map<string, string[]> {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const paths = new Map<string, string[]>();
  const open = questions.slice(0, 1);
  if (open[0]) paths.set(open[0].id, []);
  for (const question of open) {
    for (const { id, next } of question.options) {
      const following = byId.get(next ?? '');
      if (!following || paths.has(following.id)) continue;
      paths.set(following.id, [...(paths.get(question.id) ?? []), id]);
      open.push(following);
    }
  }
  return paths;
}
