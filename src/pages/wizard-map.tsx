import { ArrowLeft } from 'lucide-react';
import { Link, Navigate, useLocation } from 'react-router-dom';
import { PageHeading } from '../components/page-heading';
import { useRuleset } from '../features/ruleset/ruleset-query';
import { QuestionOutline } from '../features/wizard/question-outline';
import { wizardOrigin } from '../features/wizard/wizard-address';
import styles from './wizard-map.module.css';

/** `/wizard/map`: all questions, answers and causes at once. */
export default function WizardMapPage() {
  const ruleset = useRuleset();
  const origin = wizardOrigin(useLocation());
  if (ruleset.questions.length === 0) return <Navigate to="/" replace />;
  return (
    <div className={styles.page} data-needs-app>
      <PageHeading>All questions</PageHeading>
      <p className="unprinted">
        <Link to={origin ?? '/wizard'}>
          <ArrowLeft size="1em" className="inline-icon" aria-hidden="true" />{' '}
          {origin ? 'Back to your question' : 'To the first question'}
        </Link>
      </p>
      <QuestionOutline ruleset={ruleset} />
    </div>
  );
}
