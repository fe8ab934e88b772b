import { Link, Navigate, useLocation } from 'react-router-dom';
import type { Ruleset } from '../core/ruleset/schema';
import { mostQuestionsLeft, resume, rulesAfter, walk } from '../core/wizard/walk';
import { CardSteps } from '../features/card/card';
import { Code } from '../features/card/snippet-view';
import { Notices } from '../features/notice/notices';
import { useRuleset } from '../features/ruleset/ruleset-query';
import { QuestionView } from '../features/wizard/answer-links';
import { AnswersSoFar } from '../features/wizard/answers-so-far';
import { OutcomeView } from '../features/wizard/outcome-view';
import { givenAnswers, pathSegments, wizardPath } from '../features/wizard/wizard-address';
import PasteAndDiagnosis from './parts/diagnosis';
import styles from './wizard.module.css';

/** `/wizard/<option>/…`: the next question, or the likely causes that the answers in the address lead to. */
export default function WizardPage() {
  const ruleset = useRuleset();
  const location = useLocation();
  const { questions } = ruleset;
  if (questions.length === 0) return <Navigate to="/" replace />;
  const { answers, question, outcomes, rest } = walk(questions, pathSegments(location.pathname));
  const ids = answers.map(({ option }) => option.id);
  const given = givenAnswers(location, answers);
  const state = { wizard: { address: `${wizardPath(ids)}${location.search}` } };
  // The first answer says what it is about.
  const rules = rulesAfter(questions, answers[0] ? [answers[0].option] : (questions[0]?.options ?? []));
  const early = <CheckFirst ruleset={ruleset} rules={rules} state={state} />;
  const concerned = question ? rules : outcomes.map(({ rule }) => rule);
  return (
    <div className={styles.page}>
      {rest.length > 0 && (
        <p role="status" className={styles.unknown}>
          This link has an unknown answer: <code>{rest.join('/').slice(0, 80)}</code>. Everything before it is kept.
        </p>
      )}
      <AnswersSoFar
        {...{ answers, given }}
        questionsLeft={mostQuestionsLeft(questions, question)}
        isTrying={!question && location.search !== ''}
      />
      {question ? (
        <QuestionView
          question={question}
          given={given}
          answerAddress={(option) => wizardPath(resume(questions, [...ids, option], given))}
        />
      ) : (
        <OutcomeView ruleset={ruleset} answers={answers} outcomes={outcomes} Steps={CardSteps}>
          {early}
        </OutcomeView>
      )}
      {answers.at(-1)?.option.paste && (
        <div className={`${styles.paste} unprinted needs-script`}>
          <p>If you can copy the message, paste it here: then the cause is certain.</p>
          <PasteAndDiagnosis ruleset={ruleset} />
        </div>
      )}
      <Notices ruleset={ruleset} rules={concerned} isOpen={!question} />
      {question && early}
      <Link to="/wizard/map" state={state} className="unprinted">
        See all questions
      </Link>
    </div>
  );
}

type Props = { ruleset: Ruleset; rules: readonly string[]; state: unknown };

/** If one of `rules` has a message, the query that finds it: it can end the search. */
function CheckFirst({ ruleset, rules, state }: Props) {
  const hasMessage = ruleset.rules.some(({ id, signatures }) => signatures.length > 0 && rules.includes(id));
  const query = hasMessage && ruleset.snippets.find(({ id }) => id === ruleset.recentErrors);
  if (!query) return null;
  return (
    <div className={styles.first}>
      <details>
        <summary>
          Check first: <span>{query.title}</span>.
        </summary>
        <Code {...query} values={{}} />
      </details>
      <p>
        If it shows a message,{' '}
        <Link to="/" state={state}>
          paste it
        </Link>{' '}
        and skip the rest.
      </p>
    </div>
  );
}
