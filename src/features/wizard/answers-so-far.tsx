import { ArrowLeft } from 'lucide-react';
import { Link } from 'react-router-dom';
import type { Answer, Given } from '../../core/wizard/walk';
import styles from './answers-so-far.module.css';
import { wizardPath } from './wizard-address';

type Props = { answers: readonly Answer[]; given: Given; questionsLeft: number; isTrying: boolean };

/** The way back (while a cause is tried, to all causes), how far the reader is, and all answers. A link to change one remembers the others, to keep what fits. */
export function AnswersSoFar({ answers, given, questionsLeft, isTrying }: Props) {
  const ids = answers.map(({ option }) => option.id);
  return (
    <>
      <div className={`${styles.bar} unprinted`}>
        {ids.length > 0 && (
          <Link to={wizardPath(isTrying ? ids : ids.slice(0, -1))} state={{ given }} className="button">
            <ArrowLeft size="1em" aria-hidden="true" /> Back
          </Link>
        )}
        <p role="status">
          {ids.length} {questionsLeft > 0 && `of at most ${ids.length + questionsLeft}`} questions answered
        </p>
      </div>
      <section aria-label="Your answers" hidden={ids.length === 0}>
        <ol className={styles.answers}>
          {answers.map(({ question, option }, i) => (
            <li key={question.id}>
              <span className={styles.question}>{question.text} </span>
              <strong>{option.label}</strong>{' '}
              <Link to={wizardPath(ids.slice(0, i))} state={{ given }} className="unprinted">
                Change<span className="visually-hidden"> the answer to “{question.text}”</span>
              </Link>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
