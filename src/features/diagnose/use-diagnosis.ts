import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { createDiagnoser, type Diagnosis } from '../../core/diagnosis';
import type { Ruleset } from '../../core/ruleset/schema';
import { diagnoseInWorker } from './diagnose-in-worker';
import { LARGE_TEXT, MAX_TEXT } from './text-size';

/** The state of a text's diagnosis. */
export type DiagnosisState =
  | { kind: 'idle' }
  /** A large text is being read; `share` of it (0 to 1) is done. */
  | { kind: 'running'; length: number; share: number; cancel: () => void }
  /** The reader cancelled it, or it failed. */
  | { kind: 'stopped'; isFailure: boolean; restart: () => void }
  | { kind: 'too-large'; length: number }
  /** `text` can be a keystroke older than what the box holds, and `ruleset` older than the one in use. */
  | { kind: 'done'; text: string; diagnosis: Diagnosis; ruleset: Ruleset };

const IDLE: DiagnosisState = { kind: 'idle' };

/** The diagnosis of a text as it changes. A newer text ends the diagnosis of an older one. */
export function useDiagnosis(text: string, ruleset: Ruleset): DiagnosisState {
  const settled = useDeferredValue(text);
  const isLarge = settled.length > LARGE_TEXT;
  const small = useSmallDiagnosis(isLarge ? '' : settled, ruleset);
  const large = useLargeDiagnosis(isLarge ? settled : '', ruleset);
  return isLarge ? large : small;
}

function useSmallDiagnosis(text: string, ruleset: Ruleset): DiagnosisState {
  const diagnoser = useMemo(() => createDiagnoser(ruleset.rules), [ruleset]);
  return useMemo(
    () => (text.trim() ? { kind: 'done', text, diagnosis: diagnoser.diagnose(text), ruleset } : IDLE),
    [diagnoser, text, ruleset],
  );
}

function useLargeDiagnosis(text: string, ruleset: Ruleset): DiagnosisState {
  const [state, setState] = useState<DiagnosisState>(IDLE);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const { length } = text;
    if (length === 0) return setState(IDLE);
    if (length > MAX_TEXT) return setState({ kind: 'too-large', length });
    const stop = (isFailure: boolean) =>
      setState({ kind: 'stopped', isFailure, restart: () => setAttempt(attempt + 1) });
    let end = () => {};
    const cancel = () => {
      end();
      stop(false);
    };
    setState({ kind: 'running', length, share: 0, cancel });
    end = diagnoseInWorker(text, ruleset, {
      progress: (share) => setState({ kind: 'running', length, share, cancel }),
      done: (diagnosis) => setState({ kind: 'done', text, diagnosis, ruleset }),
      failed: () => stop(true),
    });
    return end;
  }, [text, ruleset, attempt]);
  return state;
}
