import { ArrowLeft } from 'lucide-react';
import { Link, useLocation } from 'react-router-dom';
import { PageHeading } from '../components/page-heading';
import { useRuleset } from '../features/ruleset/ruleset-query';
import { MapOutline } from '../features/wizard/map-outline';
import { wizardOrigin } from '../features/wizard/wizard-address';
import { WizardMap } from '../features/wizard/wizard-map';
import styles from './wizard-map.module.css';

/** `/wizard/map`: all questions, answers and causes at once. */
export default function WizardMapPage() {
  const ruleset = useRuleset();
  const origin = wizardOrigin(useLocation());
  return (
    <div className={styles.page}>
      <title>Map of the questions · ITSMC troubleshooter</title>
      <PageHeading>Map of the questions</PageHeading>
      {ruleset?.questions.length === 0 && (
        <p>
          The list of known errors on this server has no questions.{' '}
          <Link to="/">Paste the message</Link>.
        </p>
      )}
      {ruleset && ruleset.questions.length > 0 && (
        <>
          <p className="unprinted">
            <Link to={origin?.address ?? '/wizard'}>
              <ArrowLeft size="1em" className="inline-icon" aria-hidden="true" />{' '}
              {origin ? 'Back to your question' : 'To the first question'}
            </Link>{' '}
            or <a href="#outline">read it as text</a>
          </p>
          <WizardMap ruleset={ruleset} origin={origin} />
          <section aria-labelledby="outline" className={styles.outline}>
            <h2 id="outline">The same as text</h2>
            <MapOutline ruleset={ruleset} />
          </section>
        </>
      )}
    </div>
  );
}
