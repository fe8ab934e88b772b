import type { Option, Outcome, Question } from '../ruleset/schema';

/** An answer that was given. */
export type Answer = { question: Question; option: Option };

/** Where answers lead: to the next question, or else to outcomes. */
type Walk = {
  /** In order, from the first question. */
  answers: Answer[];
  /** The question to ask next; null when the answers have led to outcomes. */
  question: Question | null;
  /** The outcomes that the answers lead to, the likeliest first; empty while there is a question. */
  outcomes: readonly Outcome[];
  /** The segments from the first one on that is not an answer. */
  rest: string[];
};

/** Answers by question, both as ids. */
export type Given = Readonly<Record<string, string>>;

/**
 * Takes a dataset's questions and the ids of the answers given, in the order of the address, and returns where they
 * lead. Never throws: the longest valid part counts, and what follows is the `rest`. Takes time linear in the
 * segments, even if the questions go round in a circle.
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
 * Takes questions, the ids of the answers so far, and answers that were given earlier; returns the ids followed by
 * those of the earlier answers that still fit, that is as long as the next question has one.
 */
export function resume(questions: readonly Question[], segments: readonly string[], given: Given): string[] {
  const path = [...segments];
  // One step for each question at most: in a circle, the same questions would be answered for ever.
  for (const _ of questions) {
    const { question, rest } = walk(questions, path);
    const option = question?.options.find(({ id }) => id === given[question.id]);
    if (!option || rest.length > 0) break;
    path.push(option.id);
  }
  return path;
}

/**
 * Takes questions by their ids and options; returns the options and all that can follow them, each once. Linear in the
 * options, also if the questions go round in a circle.
 */
export function optionsAfter(byId: ReadonlyMap<string, Question>, options: readonly Option[]): Set<Option> {
  const all = new Set(options);
  // A set that grows while it is iterated is a queue.
  for (const { next } of all) {
    for (const option of byId.get(next ?? '')?.options ?? []) all.add(option);
  }
  return all;
}

/** Takes questions by their ids and options; returns all outcomes that these can lead to, as "<rule>/<cause, if any>". */
export function outcomesAfter(byId: ReadonlyMap<string, Question>, options: readonly Option[]): Set<string> {
  return new Set([...optionsAfter(byId, options)].flatMap(({ outcomes }) => outcomes.map(outcomeKey)));
}

/** Takes questions and options; returns the ids of all rules that these can lead to, some of them repeated. */
export function rulesAfter(questions: readonly Question[], options: readonly Option[]): string[] {
  const byId = new Map(questions.map((question) => [question.id, question]));
  return [...optionsAfter(byId, options)].flatMap(({ outcomes }) => outcomes.map(({ rule }) => rule));
}

function outcomeKey({ rule, cause }: Outcome): string {
  return `${rule}/${cause ?? ''}`;
}

/**
 * Takes questions, answers and one of the outcomes that they led to; returns the answers that speak for it, in order: not
 * one that says "I don't know", and none to a question of which every option leads there.
 */
export function reasons(questions: readonly Question[], answers: readonly Answer[], outcome: Outcome): Answer[] {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const leadsThere = (option: Option) => outcomesAfter(byId, [option]).has(outcomeKey(outcome));
  return answers.filter(({ question, option }) => !option.unsure && !question.options.every(leadsThere));
}

/** Takes questions and the one to ask next, or null; returns how many are left at most, also if they go round in a circle. */
export function mostQuestionsLeft(questions: readonly Question[], next: Question | null): number {
  const byId = new Map(questions.map((question) => [question.id, question]));
  let left = 0;
  let level = new Set(next ? [next] : []);
  for (; level.size > 0 && left < questions.length; left++) {
    const options = [...level].flatMap((question) => question.options);
    level = new Set(options.flatMap((option) => byId.get(option.next ?? '') ?? []));
  }
  return left;
}
