import { ArrowDown } from 'lucide-react';
import { lazy, Suspense, useRef } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { Prose } from '../components/prose';
import type { Ruleset } from '../core/ruleset/schema';
import { FindingCard } from '../features/card/card';
import { RuleList } from '../features/catalogue/rule-list';
import { DiagnosisView, diagnosisSummary } from '../features/diagnose/diagnosis-view';
import { PasteBox } from '../features/diagnose/paste-box';
import { RunView, sayRun } from '../features/diagnose/run-view';
import { useDiagnosis } from '../features/diagnose/use-diagnosis';
import { usePaste } from '../features/diagnose/use-paste';
import { RulesetPending } from '../features/ruleset/ruleset-pending';
import { useRuleset } from '../features/ruleset/ruleset-query';
import { wizardOrigin } from '../features/wizard/wizard-address';
import { useHydrated } from '../lib/hydrated';
import styles from './home.module.css';

// Few readers need the report, and it brings the masking code.
const Report = lazy(() => import('../features/unrecognised/report'));

export default function HomePage() {
  const origin = wizardOrigin(useLocation());
  const query = useRuleset();
  const hydrated = useHydrated();
  const ruleset = query.data;
  const paste = usePaste();
  const state = useDiagnosis(paste.text, ruleset);
  const findings =
    state.kind === 'done' && state.text === paste.text ? state.diagnosis.findings : [];
  const summary = state.kind === 'done' && ruleset && diagnosisSummary(state.diagnosis, ruleset);
  const running = state.kind !== 'idle' && state.kind !== 'done' && state;
  const several = state.kind === 'done' && state.diagnosis.findings.length > 1;
  const diagnosis = useRef<HTMLElement>(null);
  return (
    <>
      <title>ITSMC troubleshooter: paste an error, read the fix</title>
      <header className={styles.head}>
        <h1>What does the connector say?</h1>
        <p>
          Paste a message, a row or a whole log from the ITSMC dashboard. You get its cause and what
          to do.
        </p>
        {origin && (
          <p>
            <Link to={origin.address}>Back to the questions</Link>
          </p>
        )}
      </header>
      <div className={styles.sides}>
        <div className={`${styles.paste} unprinted`}>
          {!hydrated && (
            <p className="panel without-script">
              Reading a pasted text needs JavaScript, which is off in this browser. All errors are
              below, each with its cause and what to do.
            </p>
          )}
          <PasteBox paste={paste} findings={findings} example={ruleset?.example} />
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
          <p role="status" className={several ? styles.summary : 'visually-hidden'}>
            {summary}
            {running && sayRun(running, paste.text.length)}
          </p>
          {!ruleset && <RulesetPending query={query} />}
          {ruleset && (
            <>
              {/* While the reader types, the diagnosis may be a moment behind. */}
              {state.kind === 'idle' && !paste.text.trim() && <Invitation ruleset={ruleset} />}
              {state.kind === 'done' && (
                <DiagnosisView
                  text={state.text}
                  diagnosis={state.diagnosis}
                  ruleset={ruleset}
                  card={(rule, finding) => (
                    <FindingCard rule={rule} ruleset={ruleset} finding={finding} />
                  )}
                  report={(text, diagnosis) => (
                    <Suspense>
                      <Report text={text} diagnosis={diagnosis} ruleset={ruleset} />
                    </Suspense>
                  )}
                />
              )}
              {running && <RunView state={running} length={paste.text.length} />}
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
function Invitation({ ruleset: { where, questions } }: { ruleset: Ruleset }) {
  return (
    <div className={styles.empty}>
      <p className="needs-script">The cause and what to do appear here.</p>
      <p className="needs-script">
        A single message is enough. Other lines around it, other cases and line breaks do no harm,
        and several errors are each found.
      </p>
      {where && (
        <p>
          <Prose text={where} />
        </p>
      )}
      {questions.length > 0 && (
        <p>
          No message, only no tickets? <Link to="/wizard">Answer a few questions</Link>.
        </p>
      )}
    </div>
  );
}
