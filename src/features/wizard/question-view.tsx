import { ArrowRight } from 'lucide-react';
import { useId } from 'react';
import { Link } from 'react-router-dom';
import { PageHeading } from '../../components/page-heading';
import { Prose } from '../../components/prose';
import type { Question } from '../../core/ruleset/schema';
import type { Given } from '../../core/wizard/walk';
import styles from './question-view.module.css';

type Props = { question: Question; given: Given; answerAddress: (option: string) => string };

/** One question, with a link for each answer. An answer given before is marked. */
export function QuestionView({ question, given, answerAddress }: Props) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields, and these are links
    <div role="group" aria-labelledby={id} aria-describedby={question.help && `${id}-help`} className="panel">
      <title>{`${question.text} · ITSMC troubleshooter`}</title>
      <PageHeading id={id}>{question.text}</PageHeading>
      {question.help && (
        <p id={`${id}-help`} className={styles.help}>
          <Prose text={question.help} />
        </p>
      )}
      <ul className={styles.answers}>
        {question.options.map((option) => {
          const before = option.id === given[question.id];
          return (
            <li key={option.id}>
              <Link
                to={answerAddress(option.id)}
                state={{ given }}
                aria-current={before || undefined}
                className={styles.answer}
              >
                <span>
                  {option.label}
                  {before && <small> Your current answer</small>}
                </span>
                <ArrowRight size="1.1em" aria-hidden="true" />
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
