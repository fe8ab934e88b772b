import { Card } from '../features/card/card';
import { RuleList } from '../features/catalogue/rule-list';
import { DiagnosisView, diagnosisSummary } from '../features/diagnose/diagnosis-view';
import { PasteBox } from '../features/diagnose/paste-box';
import { RunView } from '../features/diagnose/run-view';
import { useDiagnosis } from '../features/diagnose/use-diagnosis';
import { usePaste } from '../features/diagnose/use-paste';
import { RulesetPending } from '../features/ruleset/ruleset-pending';
import { useRuleset } from '../features/ruleset/ruleset-query';
import styles from './home.module.css';

export default function HomePage() {
  const query = useRuleset();
  const ruleset = query.data;
  const paste = usePaste();
  const state = useDiagnosis(paste.text, ruleset);
  const findings =
    state.kind === 'done' && state.text === paste.text ? state.diagnosis.findings : [];
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
          <PasteBox paste={paste} findings={findings} example={ruleset?.example} />
        </div>
        <section aria-label="Diagnosis" className={styles.diagnosis}>
          {!ruleset && <RulesetPending query={query} />}
          {ruleset && (
            <>
              <p role="status" className="unseen">
                {state.kind === 'done' && diagnosisSummary(state.diagnosis, ruleset)}
              </p>
              {state.kind === 'idle' && <Invitation />}
              {state.kind === 'done' && (
                <DiagnosisView
                  text={state.text}
                  diagnosis={state.diagnosis}
                  ruleset={ruleset}
                  card={(rule, finding) => (
                    <Card rule={rule} ruleset={ruleset} level={3} finding={finding} />
                  )}
                />
              )}
              {state.kind !== 'idle' && state.kind !== 'done' && (
                <RunView state={state} length={paste.text.length} />
              )}
            </>
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

/** What stands in the diagnosis' place before there is one. */
function Invitation() {
  return (
    <div className={styles.empty}>
      <p>The cause and what to do appear here.</p>
      <p>
        A single message is enough. Other lines around it, other cases and line breaks do no harm,
        and several errors are each found.
      </p>
    </div>
  );
}
