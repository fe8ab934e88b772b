import type { Option, Question } from '../ruleset/schema';
import { walk } from './walk';

/** A question at the place where the outline shows it in full. */
export type OutlineQuestion = {
  question: Question;
  /** The ids of the answers that lead to this place. */
  path: string[];
  /** Whether it is on the reader's path. */
  taken: boolean;
  options: OutlineOption[];
};

/** One answer to a question of the outline. */
export type OutlineOption = {
  option: Option;
  /** Whether the reader chose it. */
  taken: boolean;
  /** The question that follows, if this is where it is shown. */
  next: OutlineQuestion | null;
  /** The question that follows, if it is shown elsewhere in the outline. */
  elsewhere: Question | null;
};

/**
 * Takes questions and the ids of the reader's answers, or null if the reader has not been asked anything; returns the
 * first question with everything that can follow, or null if there are no questions. Each question is shown in full
 * once: on the reader's path if it is there, else where it comes up first.
 */
export function outlineQuestions(
  questions: readonly Question[],
  segments: readonly string[] | null,
): OutlineQuestion | null {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const { answers, question: current } = walk(questions, segments ?? []);
  const chosen = new Map(answers.map(({ question, option }) => [question, option]));
  const onPath = (question: Question) => chosen.has(question) || (segments !== null && question === current);
  const shown = new Set<Question>();

  const show = (question: Question, path: string[]): OutlineQuestion => {
    shown.add(question);
    const options = question.options.map((option) => {
      const taken = chosen.get(question) === option;
      const next = byId.get(option.next ?? '') ?? null;
      if (!next || shown.has(next) || (!taken && onPath(next))) return { option, taken, next: null, elsewhere: next };
      return { option, taken, next: show(next, [...path, option.id]), elsewhere: null };
    });
    return { question, path, taken: onPath(question), options };
  };
  return questions[0] ? show(questions[0], []) : null;
}
