import { lazy, Suspense, useLayoutEffect } from 'react';
import { useLocation } from 'react-router-dom';
import type { Ruleset } from '../../core/ruleset/schema';
import { FindingCard } from '../../features/card/card';
import { findingsAfterEdit, sayFound } from '../../features/diagnose/findings';
import { Certainty, FoundHeading, NothingFound } from '../../features/diagnose/found';
import { Excerpt } from '../../features/diagnose/highlights';
import { LogRow, LogTable, Notes, UnknownRows } from '../../features/diagnose/log-table';
import { PasteBox } from '../../features/diagnose/paste-box';
import { RunView, sayRun } from '../../features/diagnose/run-view';
import { LARGE_TEXT } from '../../features/diagnose/text-size';
import { type DiagnosisState, useDiagnosis } from '../../features/diagnose/use-diagnosis';
import { type Paste, usePaste } from '../../features/diagnose/use-paste';
import { FirstQuestion } from '../../features/wizard/answer-links';
import { useVisitValues } from '../../lib/use-visit-values';

// Few visits need these, which bring the search and the masking. If they fail to load, the rest of the page still works.
const SimilarRules = lazy(() =>
  import('../../features/catalogue/similar-rules').catch(() => ({ default: () => <></> })),
);
const Report = lazy(() => import('../../features/unrecognised/report').catch(() => ({ default: () => <></> })));

/** What was pasted or opened, its diagnosis, and one line about it for screen readers. */
export function usePasteDiagnosis(ruleset: Ruleset) {
  const paste = usePaste();
  const state = useDiagnosis(paste, ruleset);
  const isDone = state.kind === 'done';
  // While the reader types, the diagnosis can be a moment behind the box.
  const findings = isDone ? findingsAfterEdit(state.findings, state.text, paste.text) : [];
  // Before the paint, so that no card shows a value of the text before. Of several errors, those add theirs that are opened.
  const { setFound } = useVisitValues();
  const errors = isDone ? state.summary.errors : [];
  const pairs =
    errors.length === 1 ? errors[0]?.places[0]?.finding?.captures.map(({ name, value }) => [name, value] as const) : [];
  // biome-ignore lint/correctness/useExhaustiveDependencies: only other values are new
  useLayoutEffect(() => setFound(new Map(pairs)), [JSON.stringify(pairs)]);
  const status = isDone ? sayFound(state.summary, ruleset) : state.kind !== 'idle' && sayRun(state);
  return { paste, state, findings, status };
}

/** What a text holds: the one error's card, a table of errors that open their cards, or a report if there is none. */
export function DiagnosisResult({ paste, state }: { paste: Paste; state: DiagnosisState }) {
  const isInWizard = useLocation().pathname.startsWith('/wizard');
  if (state.kind === 'idle') return null;
  if (state.kind !== 'done') return <RunView state={state} />;
  const { text, ruleset, summary } = state;
  const errors = summary.errors.flatMap((error) => {
    const rule = ruleset.rules.find(({ id }) => id === error.ruleId);
    const [place] = error.places;
    return rule && place?.finding ? [{ error, rule, place, finding: place.finding }] : [];
  });
  const [only, second] = errors;
  if (!only) {
    return (
      <NothingFound where={ruleset.where} rows={paste.files.length > 0 ? summary.rows : undefined}>
        <Notes notes={summary.notes} />
        {summary.rows > 1 && <UnknownRows summary={summary} />}
        <Suspense>
          <SimilarRules ruleset={ruleset} text={text} suggestions={summary.suggestions} />
        </Suspense>
        {!isInWizard && <FirstQuestion questions={ruleset.questions} level={3} />}
        <Suspense>
          <Report text={text} suggestions={summary.suggestions} ruleset={ruleset} />
        </Suspense>
      </NothingFound>
    );
  }
  if (!second && only.error.rows === 1 && paste.files.length === 0) {
    return (
      <FindingCard
        rule={only.rule}
        ruleset={ruleset}
        finding={only.finding}
        certainty={<Certainty finding={only.finding} />}
        heading={
          <>
            <FoundHeading rule={only.rule} finding={only.finding} />
            {text.length > LARGE_TEXT && <Excerpt place={only.place} />}
          </>
        }
      />
    );
  }
  return (
    <LogTable reading={state} files={paste.files} ruleset={ruleset}>
      {errors.map(({ error, rule, finding }) => (
        <LogRow key={rule.id} error={error} rule={rule} summary={summary} isOpenAtFirst={!second}>
          <FindingCard
            rule={rule}
            ruleset={ruleset}
            finding={finding}
            certainty={finding.certainty === 'partial' && <Certainty finding={finding} />}
            heading={<FoundHeading rule={rule} finding={finding} />}
          />
        </LogRow>
      ))}
    </LogTable>
  );
}

/** The paste box and its diagnosis as part of another page. It holds the same text as on the first page. */
export default function PasteAndDiagnosis({ ruleset }: { ruleset: Ruleset }) {
  const { paste, state, findings, status } = usePasteDiagnosis(ruleset);
  return (
    <>
      <PasteBox paste={paste} findings={findings} example={ruleset.example} autoFocus={false} />
      <p role="status" className="visually-hidden">
        {status}
      </p>
      <section aria-label="Diagnosis" tabIndex={-1}>
        <DiagnosisResult paste={paste} state={state} />
      </section>
    </>
  );
}
