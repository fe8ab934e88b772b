import { useMemo } from 'react';
import { Card } from '../features/card/card';
import { RuleList } from '../features/catalogue/rule-list';
import { DiagnosisView, diagnosisSummary } from '../features/diagnose/diagnosis-view';
import { PasteBox } from '../features/diagnose/paste-box';
import { useDiagnosis } from '../features/diagnose/use-diagnosis';
import { usePaste } from '../features/diagnose/use-paste';
import { RulesetPending } from '../features/ruleset/ruleset-pending';
import { useRuleset } from '../features/ruleset/ruleset-query';
import styles from './home.module.css';

export default function HomePage() {
  const query = useRuleset();
  const ruleset = query.data;
  const paste = usePaste();
  const result = useDiagnosis(paste.text, ruleset);
  const shown = useMemo(() => result && ruleset && { ...result, ruleset }, [result, ruleset]);
  return (
    <>
      <title>ITSMC troubleshooter: paste an error, read the fix</title>
      <header className={styles.head}>
        <h1>What does the connector say?</h1>
        <p>
          Paste a message, a row or a whole log from the ITSMC dashboard. You get its cause and what
          to do.
        </p>
      </header>
      <div className={styles.sides}>
        <div className={`${styles.paste} unprinted`}>
          <PasteBox
            paste={paste}
            findings={shown?.text === paste.text ? shown.diagnosis.findings : []}
            example={ruleset?.example}
          />
        </div>
        <section aria-label="Diagnosis" className={styles.diagnosis}>
          <p role="status" className="unseen">
            {shown && diagnosisSummary(shown)}
          </p>
          {shown ? (
            <DiagnosisView
              {...shown}
              card={(rule, finding) => (
                <Card rule={rule} ruleset={shown.ruleset} level={3} finding={finding} />
              )}
            />
          ) : ruleset ? (
            <div className={styles.empty}>
              <p>The cause and what to do appear here.</p>
              <p>
                A single message is enough. Other lines around it, other cases and line breaks do no
                harm, and several errors are each found.
              </p>
            </div>
          ) : (
            <RulesetPending query={query} />
          )}
        </section>
      </div>
      {ruleset && (
        <section aria-labelledby="all-errors" className={`${styles.all} unprinted`}>
          <h2 id="all-errors">All errors</h2>
          <RuleList rules={ruleset.rules} level={3} />
        </section>
      )}
    </>
  );
}
