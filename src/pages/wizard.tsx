import { lazy, Suspense } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { PageHeading } from '../components/page-heading';
import { resume, walk } from '../core/wizard/walk';
import { Notices } from '../features/notice/notices';
import { useRuleset } from '../features/ruleset/ruleset-query';
import { AnswersSoFar } from '../features/wizard/answers-so-far';
import { OutcomeView } from '../features/wizard/outcome-view';
import { QuestionView } from '../features/wizard/question-view';
import { givenAnswers, pathSegments, wizardPath } from '../features/wizard/wizard-address';
import styles from './wizard.module.css';

// Most questions need no paste box.
const PasteAndDiagnosis = lazy(() => import('./parts/diagnosis'));

/** `/wizard/<option>/…`: the next question, or the likely causes that the answers in the address lead to. */
export default function WizardPage() {
  const ruleset = useRuleset();
  const location = useLocation();
  const { questions } = ruleset;
  if (questions.length === 0) return <NoQuestions />;
  const { answers, question, outcomes, rest } = walk(questions, pathSegments(location.pathname));
  const ids = answers.map(({ option }) => option.id);
  const given = givenAnswers(location, answers);
  const wizard = { address: `${wizardPath(ids)}${location.search}` };
  return (
    <div className={styles.page}>
      {rest.length > 0 && (
        <p role="status" className={styles.unknown}>
          This link contains an unknown answer: <code>{rest.join('/').slice(0, 80)}</code>. Everything before it is
          kept.
        </p>
      )}
      <AnswersSoFar answers={answers} given={given} />
      {question ? (
        <QuestionView
          question={question}
          given={given}
          answerAddress={(option) => wizardPath(resume(questions, [...ids, option], given))}
        />
      ) : (
        <>
          <OutcomeView ruleset={ruleset} answers={answers} outcomes={outcomes} />
          <Notices ruleset={ruleset} rules={outcomes.map(({ rule }) => rule)} />
        </>
      )}
      {answers.at(-1)?.option.paste && (
        <div className={`${styles.paste} unprinted needs-script`}>
          <p>
            If you can copy the message, paste it here.{' '}
            {question ? 'That is quicker than more questions.' : 'Then the cause is certain.'}
          </p>
          <Suspense>
            <PasteAndDiagnosis ruleset={ruleset} />
          </Suspense>
        </div>
      )}
      <p className={`${styles.ways} unprinted`}>
        <Link to="/" state={{ wizard }}>
          Paste a message instead
        </Link>
        <Link to="/wizard/map" state={{ wizard }}>
          See all questions
        </Link>
        {answers.length > 0 && <Link to="/wizard">Start again</Link>}
      </p>
    </div>
  );
}

function NoQuestions() {
  return (
    <div className={styles.page}>
      <title>No questions · ITSMC troubleshooter</title>
      <PageHeading>There are no questions here</PageHeading>
      <p>
        This site has no questions. <Link to="/">Paste the message</Link> or look it up in{' '}
        <Link to="/errors">all errors</Link>.
      </p>
    </div>
  );
}
