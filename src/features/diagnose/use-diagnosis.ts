import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { createDiagnoser, type Diagnosis } from '../../core/diagnosis';
import type { Ruleset } from '../../core/ruleset/schema';
import { diagnoseAside } from './diagnose-aside';
import { LARGE_TEXT, MOST_TEXT } from './text-size';

/** Where the diagnosis of a text stands. */
export type DiagnosisState =
  /** There is nothing to diagnose, or no dataset yet. */
  | { kind: 'idle' }
  /** A large text is being read; `share` of it (0 to 1) is done. */
  | { kind: 'running'; share: number; cancel: () => void }
  /** The reader stopped it, or it failed; it can be started again. */
  | { kind: 'stopped'; failed: boolean; restart: () => void }
  | { kind: 'too-large' }
  /** The findings in `text`, which may be a keystroke older than what the box holds. */
  | { kind: 'done'; text: string; diagnosis: Diagnosis };

/** The diagnosis of a text as it changes. A newer text ends the run of an older one. */
export function useDiagnosis(text: string, ruleset: Ruleset | undefined): DiagnosisState {
  const settled = useDeferredValue(text);
  const small = useSmallDiagnosis(settled.length > LARGE_TEXT ? '' : settled, ruleset);
  const large = useLargeDiagnosis(settled.length > LARGE_TEXT ? settled : '', ruleset);
  return settled.length > LARGE_TEXT ? large : small;
}

function useSmallDiagnosis(text: string, ruleset: Ruleset | undefined): DiagnosisState {
  const diagnoser = useMemo(() => ruleset && createDiagnoser(ruleset.rules), [ruleset]);
  return useMemo(
    () =>
      diagnoser && text.trim()
        ? { kind: 'done', text, diagnosis: diagnoser.diagnose(text) }
        : { kind: 'idle' },
    [diagnoser, text],
  );
}

function useLargeDiagnosis(text: string, ruleset: Ruleset | undefined): DiagnosisState {
  const [state, setState] = useState<DiagnosisState>({ kind: 'idle' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    if (!ruleset || !text) {
      setState({ kind: 'idle' });
      return;
    }
    if (text.length > MOST_TEXT) {
      setState({ kind: 'too-large' });
      return;
    }
    const stopped = (failed: boolean) =>
      setState({ kind: 'stopped', failed, restart: () => setAttempt(attempt + 1) });
    const end = diagnoseAside(
      { rules: ruleset.rules.map(({ id, signatures }) => ({ id, signatures })), text },
      {
        progress: (share) => setState({ kind: 'running', share, cancel }),
        done: (diagnosis) => setState({ kind: 'done', text, diagnosis }),
        failed: () => stopped(true),
      },
    );
    const cancel = () => {
      end();
      stopped(false);
    };
    setState({ kind: 'running', share: 0, cancel });
    return end;
  }, [text, ruleset, attempt]);
  return state;
}
