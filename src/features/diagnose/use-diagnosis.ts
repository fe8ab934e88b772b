import { useEffect, useState } from 'react';
import type { Ruleset } from '../../core/ruleset/schema';
import { diagnoseInWorker, prepareWorker } from './diagnose-in-worker';
import { LARGE_TEXT } from './text-size';
import type { Paste } from './use-paste';
import type { Progress, Reading } from './worker-messages';

/** The state of the diagnosis of a text or of files. */
export type DiagnosisState =
  | { kind: 'idle' }
  /** It takes its time. If the reader cancels it, what was found is kept. */
  | { kind: 'running'; progress: Progress | undefined; cancel: () => void }
  /** The reader cancelled it before anything was found, or it failed. */
  | { kind: 'stopped'; isFailure: boolean; restart: () => void }
  /** `text` can be a moment older than what the box holds, and `ruleset` older than the one in use. */
  | ({ kind: 'done'; text: string; ruleset: Ruleset } & Reading);

const IDLE: DiagnosisState = { kind: 'idle' };

/** Until then the last result stays, and for a small text until its own is there: nothing flickers while one types. */
const SHOW_PROGRESS_MS = 250;

/** The diagnosis of what was pasted or opened, as it changes. A newer source ends the diagnosis of an older one. */
export function useDiagnosis({ text, files }: Paste, ruleset: Ruleset): DiagnosisState {
  const [state, setState] = useState<DiagnosisState>(IDLE);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => prepareWorker(ruleset), [ruleset]);
  useEffect(() => {
    const hasFiles = files.length > 0;
    if (!hasFiles && !/\S/.test(text)) return setState(IDLE);
    const isLarge = hasFiles || text.length > LARGE_TEXT;
    // A large text is read as a file without a name: in pieces, of which the page keeps no copies.
    const source = hasFiles ? files : isLarge ? [new File([text], '')] : text;
    const showProgress = (progress?: Progress) => {
      const cancel = () => (progress ? end() : stop(false));
      setState((now) => (now.kind === 'done' && !isLarge ? now : { kind: 'running', progress, cancel }));
    };
    const timer = setTimeout(showProgress, SHOW_PROGRESS_MS);
    const { end, drop } = diagnoseInWorker(source, ruleset, {
      progress: showProgress,
      done: (reading) => {
        clearTimeout(timer);
        setState({ kind: 'done', text: hasFiles ? '' : text, ruleset, ...reading });
      },
      failed: () => stop(true),
    });
    const leave = () => {
      clearTimeout(timer);
      drop();
    };
    const stop = (isFailure: boolean) => {
      leave();
      setState({ kind: 'stopped', isFailure, restart: () => setAttempt(attempt + 1) });
    };
    return leave;
  }, [text, files, ruleset, attempt]);
  return state;
}
