import { ArrowDown } from 'lucide-react';
import { useRef } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { Prose } from '../components/prose';
import type { Ruleset } from '../core/ruleset/schema';
import { RuleList } from '../features/catalogue/rule-list';
import { PasteBox } from '../features/diagnose/paste-box';
import { useRuleset } from '../features/ruleset/ruleset-query';
import { wizardOrigin } from '../features/wizard/wizard-address';
import styles from './home.module.css';
import { DiagnosisResult, usePasteDiagnosis } from './parts/diagnosis';

/** `/`: the paste box, its diagnosis, and all errors. */
export default function HomePage() {
  const origin = wizardOrigin(useLocation());
  const ruleset = useRuleset();
  const { paste, state, findings, summary, status } = usePasteDiagnosis(ruleset);
  const isSeveral = state.kind === 'done' && state.diagnosis.findings.length > 1;
  const diagnosis = useRef<HTMLElement>(null);
  return (
    <>
      <title>ITSMC troubleshooter: paste an error, read the fix</title>
      <header className={styles.head}>
        <h1>Find the fix for a connector error</h1>
        <p>Paste a message, a row or a whole log from the ITSMC dashboard.</p>
        {origin && (
          <p>
            <Link to={origin.address}>Back to the questions</Link>
          </p>
        )}
      </header>
      <div className={styles.sides}>
        <div className={`${styles.paste} unprinted`}>
          <p className="panel without-script">
            Reading a pasted text needs JavaScript, which is off in this browser. All errors are listed below with their
            causes and fixes.
          </p>
          <PasteBox paste={paste} findings={findings} example={ruleset.example} autoFocus />
          {summary && (
            <button
              type="button"
              className={`button ${styles.jump}`}
              onClick={() => diagnosis.current?.scrollIntoView()}
            >
              <ArrowDown size="1em" aria-hidden="true" /> {summary}
            </button>
          )}
        </div>
        <section ref={diagnosis} aria-label="Diagnosis" className={styles.diagnosis}>
          <p role="status" className={isSeveral ? styles.summary : 'visually-hidden'}>
            {status}
          </p>
          {state.kind === 'idle' && !paste.text.trim() && <Invitation ruleset={ruleset} />}
          <DiagnosisResult state={state} />
        </section>
      </div>
      <section aria-labelledby="all-errors" className={`${styles.all} unprinted`}>
        <h2 id="all-errors">All errors</h2>
        <RuleList rules={ruleset.rules} level={3} />
      </section>
    </>
  );
}

/** Stands in place of the diagnosis while the box is empty. */
function Invitation({ ruleset: { where, questions } }: { ruleset: Ruleset }) {
  return (
    <div className={styles.empty}>
      <p className="needs-script">The cause and the fix appear here.</p>
      <p className="needs-script">
        A single message is enough. It can be among other lines, and there can be several errors.
      </p>
      {where && (
        <p>
          <Prose text={where} />
        </p>
      )}
      {questions.length > 0 && (
        <p>
          No tickets arrive, and there is no message? <Link to="/wizard">Answer a few questions</Link>.
        </p>
      )}
    </div>
  );
}
