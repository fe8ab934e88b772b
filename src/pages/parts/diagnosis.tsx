import { lazy, Suspense, useLayoutEffect } from 'react';
import { useLocation } from 'react-router-dom';
import type { PlacedFinding } from '../../core/ruleset/recognise';
import type { Ruleset } from '../../core/ruleset/schema';
import type { Values } from '../../core/ruleset/values';
import { FindingCard } from '../../features/card/card';
import { findingsAfterEdit, sayFound } from '../../features/diagnose/findings';
import { Certainty, NothingFound } from '../../features/diagnose/found';
import { Excerpt } from '../../features/diagnose/highlights';
import { LogRow, LogTable, Notes, UnknownRows } from '../../features/diagnose/log-table';
import { hasTable } from '../../features/diagnose/log-text';
import { PasteBox } from '../../features/diagnose/paste-box';
import { RunView, sayRun } from '../../features/diagnose/run-view';
import { LARGE_TEXT } from '../../features/diagnose/text-size';
import { type DiagnosisState, useDiagnosis } from '../../features/diagnose/use-diagnosis';
import { type Paste, usePaste } from '../../features/diagnose/use-paste';
import { FirstQuestion } from '../../features/wizard/answer-links';
import { useHydrated } from '../../lib/hydrated';
import { useVisitValues } from '../../lib/use-visit-values';

// Few visits need these, which bring the search and the masking. If they fail to load, the rest of the page still works.
const SimilarRules = lazy(() =>
  import('../../features/catalogue/similar-rules').catch(() => ({ default: () => <></> })),
);
const Report = lazy(() => import('../../features/unrecognised/report').catch(() => ({ default: () => <></> })));

/** What was pasted or opened, and its diagnosis. */
export function usePasteDiagnosis(ruleset: Ruleset) {
  const paste = usePaste();
  const state = useDiagnosis(paste, ruleset);
  const isDone = state.kind === 'done';
  // While the reader types, the diagnosis can be a moment behind the box.
  const findings = isDone ? findingsAfterEdit(state.findings, state.text, paste.text) : [];
  // Of several errors, those add their values that are opened.
  const { setFound } = useVisitValues();
  const isHydrated = useHydrated();
  // Before the paint, so that no card shows a value of the text before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each diagnosis is new
  useLayoutEffect(() => {
    // Files do not outlive the page.
    if (isHydrated && paste.text === '' && paste.files.length === 0) setFound(new Map());
    if (!isDone) return;
    const [only, second] = state.summary.errors;
    const captures = second ? [] : only?.places[0]?.finding?.captures;
    const values: Values = new Map(captures?.map(({ name, value }) => [name, value]));
    setFound(values);
  }, [state, isHydrated]);
  return { paste, state, findings };
}

type Props = { paste: Paste; state: DiagnosisState; className?: string | undefined };

/** What a text holds, and one line about it for screen readers. */
export function Diagnosis({ paste, state, className }: Props) {
  return (
    <section aria-label="Diagnosis" tabIndex={-1} className={className}>
      <p role="status" className="visually-hidden">
        {state.kind === 'done' ? sayFound(state.summary, state.ruleset) : state.kind !== 'idle' && sayRun(state)}
      </p>
      <Result paste={paste} state={state} />
    </section>
  );
}

/** The one error's card, a table of errors that open their cards, or a report if there is none. */
function Result({ paste, state }: Props) {
  const isInWizard = useLocation().pathname.startsWith('/wizard');
  if (state.kind === 'idle') return null;
  if (state.kind !== 'done') return <RunView state={state} />;
  const { text, ruleset, summary } = state;
  const errors = summary.errors.flatMap((error) => {
    const rule = ruleset.rules.find(({ id }) => id === error.ruleId);
    const [place] = error.places;
    const finding: PlacedFinding | undefined = place?.finding;
    return rule && place && finding ? [{ error, rule, place, finding }] : [];
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
        <Suspense>{text && <Report text={text} suggestions={summary.suggestions} ruleset={ruleset} />}</Suspense>
      </NothingFound>
    );
  }
  // Of a file, only cells with messages are diagnosed; others may show that their words are this product's.
  const isText = paste.files.length === 0;
  // A message that a command says twice is one error.
  const isAlone = !second && isText && (only.error.rows === 1 || !hasTable(only.error, summary));
  const card = ({ rule, place, finding }: typeof only) => (
    <FindingCard
      // What the reader chose for another error or situation does not count here.
      key={`${rule.id} ${finding.situation} ${paste.arrivals}`}
      rule={rule}
      ruleset={ruleset}
      finding={finding}
      certainty={
        (isAlone || (finding.isCommon && isText) || finding.certainty === 'partial') && <Certainty finding={finding} />
      }
    >
      {isAlone && <Excerpt place={place} isPrintedOnly={text.length <= LARGE_TEXT} />}
    </FindingCard>
  );
  if (isAlone) return card(only);
  return (
    <LogTable reading={state} files={paste.files} ruleset={ruleset}>
      {errors.map((each) => (
        <LogRow
          key={each.rule.id}
          {...each}
          summary={summary}
          isOpenAtFirst={!second}
          card={(place) => card({ ...each, place, finding: place.finding ?? each.finding })}
        />
      ))}
    </LogTable>
  );
}

/** The paste box and its diagnosis as part of another page. It holds the same text as on the first page. */
export default function PasteAndDiagnosis({ ruleset }: { ruleset: Ruleset }) {
  const { findings, ...diagnosis } = usePasteDiagnosis(ruleset);
  return (
    <>
      <PasteBox paste={diagnosis.paste} findings={findings} example={ruleset.example} autoFocus={false} />
      <Diagnosis {...diagnosis} />
    </>
  );
}
