import { useEffect, useState } from 'react';
import type { Diagnosis } from '../../core/diagnosis';
import type { Ruleset } from '../../core/ruleset/schema';
import { diagnoseInWorker, prepareWorker } from './diagnose-in-worker';
import { LARGE_TEXT, MAX_TEXT } from './text-size';

/** The state of a text's diagnosis. */
export type DiagnosisState =
  | { kind: 'idle' }
  /** The text is being read, and takes its time; `share` of it (0 to 1) is done. */
  | { kind: 'running'; length: number; share: number; cancel: () => void }
  /** The reader cancelled it, or it failed. */
  | { kind: 'stopped'; isFailure: boolean; restart: () => void }
  | { kind: 'too-large'; length: number }
  /** `text` can be a moment older than what the box holds, and `ruleset` older than the one in use. */
  | { kind: 'done'; text: string; diagnosis: Diagnosis; ruleset: Ruleset };

const IDLE: DiagnosisState = { kind: 'idle' };

/** Until then the last result stays, and for a small text until its own is there: nothing flickers while one types. */
const SHOW_PROGRESS_MS = 250;

/** The diagnosis of a text as it changes. A newer text ends the diagnosis of an older one. */
export function useDiagnosis(text: string, ruleset: Ruleset): DiagnosisState {
  const [state, setState] = useState<DiagnosisState>(IDLE);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => prepareWorker(ruleset), [ruleset]);
  useEffect(() => {
    const { length } = text;
    if (!/\S/.test(text)) return setState(IDLE);
    if (length > MAX_TEXT) return setState({ kind: 'too-large', length });
    const stop = (isFailure: boolean) => {
      end();
      setState({ kind: 'stopped', isFailure, restart: () => setAttempt(attempt + 1) });
    };
    const cancel = () => stop(false);
    let share = 0;
    let isShown = false;
    const show = () => {
      isShown = true;
      const running = { kind: 'running', length, share, cancel } as const;
      setState((now) => (now.kind === 'done' && length <= LARGE_TEXT ? now : running));
    };
    const timer = setTimeout(show, SHOW_PROGRESS_MS);
    const endRun = diagnoseInWorker(text, ruleset, {
      progress: (done) => {
        share = done;
        if (isShown) show();
      },
      done: (diagnosis) => {
        clearTimeout(timer);
        setState({ kind: 'done', text, diagnosis, ruleset });
      },
      failed: () => stop(true),
    });
    const end = () => {
      clearTimeout(timer);
      endRun();
    };
    return end;
  }, [text, ruleset, attempt]);
  return state;
}
