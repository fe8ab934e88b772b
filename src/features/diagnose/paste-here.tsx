import type { Ruleset } from '../../core/ruleset/schema';
import { DiagnosisView, type DrawCard, type DrawReport, diagnosisSummary } from './diagnosis-view';
import { PasteBox } from './paste-box';
import { RunView, sayRun } from './run-view';
import { useDiagnosis } from './use-diagnosis';
import { usePaste } from './use-paste';

/** The paste box and its diagnosis in the midst of another page. It is the same text as on the first page. */
export default function PasteHere({
  ruleset,
  card,
  report,
}: {
  ruleset: Ruleset;
  card: DrawCard;
  report: DrawReport;
}) {
  const paste = usePaste();
  const state = useDiagnosis(paste.text, ruleset);
  const done = state.kind === 'done';
  return (
    <>
      <PasteBox
        paste={paste}
        findings={done && state.text === paste.text ? state.diagnosis.findings : []}
        example={ruleset.example}
        takesFocus={false}
      />
      <p role="status" className="visually-hidden">
        {done && diagnosisSummary(state.diagnosis, ruleset)}
        {!done && state.kind !== 'idle' && sayRun(state, paste.text.length)}
      </p>
      <section aria-label="Diagnosis">
        {done && (
          <DiagnosisView
            text={state.text}
            diagnosis={state.diagnosis}
            ruleset={ruleset}
            card={card}
            report={report}
          />
        )}
        {!done && state.kind !== 'idle' && <RunView state={state} length={paste.text.length} />}
      </section>
    </>
  );
}
