import { ChevronRight } from 'lucide-react';
import { useId } from 'react';
import { Link } from 'react-router-dom';
import { PageHeading } from '../../components/page-heading';
import { Paragraph } from '../../components/prose';
import { Section } from '../../components/section';
import type { Question } from '../../core/ruleset/schema';
import type { Given } from '../../core/wizard/walk';
import styles from './answer-links.module.css';
import { wizardPath } from './wizard-address';

/** The question that the wizard starts with, for who has no message or, at level 3, one that is not known. */
export function FirstQuestion({ questions: [first], level }: { questions: readonly Question[]; level: 2 | 3 }) {
  if (!first) return null;
  const title = `${level === 2 ? 'No message to paste?' : 'Or answer a question:'} ${first.text}`;
  return (
    <Section className="panel" level={level} title={title}>
      <AnswerLinks question={first} given={{}} answerAddress={(option) => wizardPath([option])} />
    </Section>
  );
}

type Props = { question: Question; given: Given; answerAddress: (option: string) => string };

/** One question, with a link for each answer. */
export function QuestionView(props: Props) {
  const id = useId();
  const { text, help } = props.question;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields, and these are links
    <div role="group" aria-labelledby={id} aria-describedby={help && `${id}-help`} className="panel">
      <PageHeading id={id}>{text}</PageHeading>
      <Paragraph id={`${id}-help`} text={help} />
      <AnswerLinks {...props} />
    </div>
  );
}

/** A link for each answer to a question. An answer given before is marked. */
function AnswerLinks({ question, given, answerAddress }: Props) {
  return (
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
              <ChevronRight size="1.1em" aria-hidden="true" />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
