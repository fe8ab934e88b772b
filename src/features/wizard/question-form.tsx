import { ArrowRight } from 'lucide-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import { Link } from 'react-router-dom';
import { PageHeading } from '../../components/page-heading';
import { Prose } from '../../components/prose';
import type { Question } from '../../core/ruleset/schema';
import { useHydrated } from '../../lib/hydrated';
import { useKeptValue } from '../../lib/use-kept-value';
import styles from './question-form.module.css';

/** One question. An answer that means that there is a text to paste shows `pasteHere` below it. */
export function QuestionForm({
  question,
  given,
  onAnswer,
  optionAddress,
  pasteHere,
}: {
  question: Question;
  /** The answer that the reader gave before, if any. */
  given: string | undefined;
  onAnswer: (option: string) => void;
  /** Where an answer leads: the way on where scripts are off. */
  optionAddress: (option: string) => string;
  pasteHere: ReactNode;
}) {
  const known = question.options.some(({ id }) => id === given);
  const [picked, setPicked] = useKeptValue('visit', `answer ${question.id}`, '');
  const chosen = picked || (known ? given : undefined);
  const [missing, setMissing] = useState(false);
  const group = useRef<HTMLDivElement>(null);
  const id = useId();
  const hydrated = useHydrated();
  return (
    <div className={`panel ${styles.form}`}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen !== undefined) {
            setPicked('');
            return onAnswer(chosen);
          }
          setMissing(true);
          group.current?.querySelector('input')?.focus();
        }}
      >
        <div
          ref={group}
          role="radiogroup"
          className={styles.group}
          aria-labelledby={`${id}-question`}
          aria-describedby={`${id}-help ${id}-missing`}
          aria-required="true"
          aria-invalid={missing}
        >
          <PageHeading id={`${id}-question`}>{question.text}</PageHeading>
          {question.help && (
            <p id={`${id}-help`} className={styles.help}>
              <Prose text={question.help} />
            </p>
          )}
          <p id={`${id}-missing`} role="alert" className={styles.missing} hidden={!missing}>
            {missing && 'Choose an answer, then continue.'}
          </p>
          {question.options.map((option) => (
            <label key={option.id} className={`${styles.option} needs-script`}>
              <input
                type="radio"
                name={question.id}
                data-visit={`answer ${question.id}`}
                value={option.id}
                checked={chosen === option.id}
                onChange={() => {
                  setPicked(option.id);
                  setMissing(false);
                }}
              />
              {option.label}
            </label>
          ))}
          {!hydrated && (
            <ul className="without-script">
              {question.options.map((option) => (
                <li key={option.id}>
                  <Link to={optionAddress(option.id)}>{option.label}</Link>
                </li>
              ))}
            </ul>
          )}
        </div>
        <button type="submit" className={`button ${styles.continue}`}>
          Continue <ArrowRight size="1em" aria-hidden="true" />
        </button>
      </form>
      {question.options.some(({ id, paste }) => id === chosen && paste) && (
        <div className={styles.paste}>
          <p>If you can copy the message, paste it here: that is quicker than more questions.</p>
          {pasteHere}
        </div>
      )}
    </div>
  );
}
