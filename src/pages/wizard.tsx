import { lazy, Suspense } from 'react';
import { Link, useLocation, useNavigate } from 'react-router-dom';
import { PageHeading } from '../components/page-heading';
import type { Ruleset } from '../core/ruleset/schema';
import { resume, walk } from '../core/wizard/walk';
import { useRuleset } from '../features/ruleset/ruleset-query';
import { AnswersSoFar, givenAnswers } from '../features/wizard/answers-so-far';
import { OutcomeView } from '../features/wizard/outcome-view';
import { QuestionForm } from '../features/wizard/question-form';
import { pathSegments, wizardPath } from '../features/wizard/wizard-address';
import styles from './wizard.module.css';

// Most answers need no paste box, and it brings the whole engine.
const PasteAndDiagnosis = lazy(() => import('./parts/diagnosis'));

/** `/wizard/<option>/…`: the next question, or what the answers in the address come down to. */
export default function WizardPage() {
  const ruleset = useRuleset();
  return ruleset.questions.length > 0 ? <Wizard ruleset={ruleset} /> : <NoQuestions />;
}

function Wizard({ ruleset }: { ruleset: Ruleset }) {
  const { pathname, search, state } = useLocation();
  const navigate = useNavigate();
  const { questions } = ruleset;
  const { answers, question, outcomes, rest } = walk(questions, pathSegments(pathname));
  const ids = answers.map(({ option }) => option.id);
  const given = givenAnswers(state, answers);
  const wizard = { address: `${wizardPath(ids)}${search}` };
  const heading = question?.text ?? (outcomes.length === 1 ? 'Likely cause' : 'Likely causes');
  return (
    <div className={styles.page}>
      <title>{`${heading} · ITSMC troubleshooter`}</title>
      {rest.length > 0 && (
        <p role="status" className={styles.unknown}>
          This link goes on with an answer that is not known (any more):{' '}
          <code>{rest.join('/').slice(0, 80)}</code>. Everything before it is kept.
        </p>
      )}
      <AnswersSoFar answers={answers} given={given} />
      {question ? (
        <QuestionForm
          key={pathname}
          question={question}
          given={given[question.id]}
          optionAddress={(option) => wizardPath([...ids, option])}
          onAnswer={(option) => {
            const path = resume(questions, [...ids, option], { ...given, [question.id]: option });
            void navigate(wizardPath(path), { state: { given } });
          }}
          pasteHere={
            <Suspense>
              <PasteAndDiagnosis ruleset={ruleset} />
            </Suspense>
          }
        />
      ) : (
        <OutcomeView ruleset={ruleset} answers={answers} outcomes={outcomes} heading={heading} />
      )}
      <p className={`${styles.ways} unprinted`}>
        <Link to="/" state={{ wizard }}>
          Paste a message instead
        </Link>
        <Link to="/wizard/map" state={{ wizard }}>
          See all questions as a map
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
        The list of known errors on this server has none. <Link to="/">Paste the message</Link> or
        look it up in <Link to="/errors">all errors</Link>.
      </p>
    </div>
  );
}
