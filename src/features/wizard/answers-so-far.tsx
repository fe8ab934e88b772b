import { Link } from 'react-router-dom';
import type { Answer } from '../../core/wizard/walk';
import styles from './answers-so-far.module.css';
import { wizardPath } from './wizard-address';

/** What the reader has answered, each with a way to answer otherwise. Later answers go along, to be kept if they still fit. */
export function AnswersSoFar({ answers, given }: { answers: readonly Answer[]; given: Given }) {
  if (answers.length === 0) return null;
  const ids = answers.map(({ option }) => option.id);
  return (
    <section aria-label="Your answers" className={styles.answers}>
      <ol>
        {answers.map(({ question, option }, i) => (
          <li key={question.id}>
            <span className={styles.question}>{question.text}</span> <strong>{option.label}</strong>{' '}
            <Link to={wizardPath(ids.slice(0, i))} state={{ given }} className="unprinted">
              Change<span className="visually-hidden"> the answer to “{question.text}”</span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Answers by question, as ids. */
export type Given = Readonly<Record<string, string>>;

/** Takes a history's state and the answers in the address; returns all answers that are known, these first. */
export function givenAnswers(state: unknown, answers: readonly Answer[]): Given {
  const earlier = (state as { given?: unknown } | null)?.given;
  const known = typeof earlier === 'object' && earlier !== null ? Object.entries(earlier) : [];
  return Object.fromEntries([
    ...known.filter(([, id]) => typeof id === 'string'),
    ...answers.map(({ question, option }) => [question.id, option.id]),
  ]);
}
