import { Link } from 'react-router-dom';
import type { Answer, Given } from '../../core/wizard/walk';
import styles from './answers-so-far.module.css';
import { wizardPath } from './wizard-address';

/** The reader's answers, each with a link to change it. The link remembers all answers, so that those that still fit are kept. */
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
