import { lazy, Suspense, useLayoutEffect, useMemo } from 'react';
import { useLocation } from 'react-router-dom';
import type { Ruleset } from '../../core/ruleset/schema';
import { FindingCard } from '../../features/card/card';
import { type FindingGroup, findingsAfterEdit, groupFindings, sayFound } from '../../features/diagnose/findings';
import {
  Certainty,
  ErrorList,
  ErrorListItem,
  FoundHeading,
  NothingFound,
  Repeats,
} from '../../features/diagnose/found';
import { PasteBox } from '../../features/diagnose/paste-box';
import { RunView, sayRun } from '../../features/diagnose/run-view';
import { type DiagnosisState, useDiagnosis } from '../../features/diagnose/use-diagnosis';
import { usePaste } from '../../features/diagnose/use-paste';
import { FirstQuestion } from '../../features/wizard/answer-links';
import { useVisitValues } from '../../lib/use-visit-values';

// Few visits need these, which bring the search and the masking. If they fail to load, the rest of the page still works.
const SimilarRules = lazy(() =>
  import('../../features/catalogue/similar-rules').catch(() => ({ default: () => <></> })),
);
const Report = lazy(() => import('../../features/unrecognised/report').catch(() => ({ default: () => <></> })));

/** The text in the paste box, its diagnosis, and one line about it for screen readers. */
export function usePasteDiagnosis(ruleset: Ruleset) {
  const paste = usePaste();
  const state = useDiagnosis(paste.text, ruleset);
  const isDone = state.kind === 'done';
  // While the reader types, the diagnosis can be a moment behind the box.
  const findings = isDone ? findingsAfterEdit(state.diagnosis.findings, state.text, paste.text) : [];
  const groups = useMemo(
    () => (state.kind === 'done' ? groupFindings(state.diagnosis.findings, state.ruleset) : []),
    [state],
  );
  // Before the paint, so that no card shows a value of the text before. Of several errors, those add theirs that are opened.
  const { setFound } = useVisitValues();
  const pairs = groups.map(({ first }) => first.captures.map(({ name, value }) => [name, value] as const));
  // biome-ignore lint/correctness/useExhaustiveDependencies: only other values are new
  useLayoutEffect(() => setFound(new Map(pairs.length === 1 ? pairs[0] : [])), [JSON.stringify(pairs)]);
  const status = isDone ? sayFound(groups) : state.kind !== 'idle' && sayRun(state);
  return { paste, state, findings, groups, status };
}

/** What a text holds: the one error's card, a list of errors that open their cards, or a report if there is none. */
export function DiagnosisResult({ state, groups }: { state: DiagnosisState; groups: readonly FindingGroup[] }) {
  const isInWizard = useLocation().pathname.startsWith('/wizard');
  if (state.kind === 'idle') return null;
  if (state.kind !== 'done') return <RunView state={state} />;
  const { text, ruleset } = state;
  const [only, second] = groups;
  if (!only) {
    return (
      <NothingFound where={ruleset.where}>
        <Suspense>
          <SimilarRules ruleset={ruleset} text={text} suggestions={state.diagnosis.suggestions} />
        </Suspense>
        {!isInWizard && <FirstQuestion questions={ruleset.questions} level={3} />}
        <Suspense>
          <Report text={text} diagnosis={state.diagnosis} ruleset={ruleset} />
        </Suspense>
      </NothingFound>
    );
  }
  if (!second) {
    return (
      <>
        <FindingCard
          rule={only.rule}
          ruleset={ruleset}
          finding={only.first}
          certainty={<Certainty finding={only.first} />}
          heading={<FoundHeading group={only} text={text} />}
        />
        <Repeats group={only} text={text} />
      </>
    );
  }
  return (
    <ErrorList>
      {groups.map((group) => (
        <ErrorListItem key={group.rule.id} group={group} text={text}>
          <FindingCard rule={group.rule} ruleset={ruleset} finding={group.first} heading={null} />
        </ErrorListItem>
      ))}
    </ErrorList>
  );
}

/** The paste box and its diagnosis as part of another page. It holds the same text as on the first page. */
export default function PasteAndDiagnosis({ ruleset }: { ruleset: Ruleset }) {
  const { paste, state, findings, groups, status } = usePasteDiagnosis(ruleset);
  return (
    <>
      <PasteBox paste={paste} findings={findings} example={ruleset.example} autoFocus={false} />
      <p role="status" className="visually-hidden">
        {status}
      </p>
      <section aria-label="Diagnosis">
        <DiagnosisResult state={state} groups={groups} />
      </section>
    </>
  );
}
