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
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt reads the same again
  useEffect(() => {
    if (files.length === 0 && !/\S/.test(text)) return setState(IDLE);
    const isLarge = files.length > 0 || text.length > LARGE_TEXT;
    let progress: Progress | undefined;
    let isShown = false;
    const show = () => {
      isShown = true;
      const cancel = () => (progress ? end() : stop(false));
      setState((now) => (now.kind === 'done' && !isLarge ? now : { kind: 'running', progress, cancel }));
    };
    const timer = setTimeout(show, SHOW_PROGRESS_MS);
    // A large text is read as a file without a name: in pieces, of which the page keeps no copies.
    const source = files.length > 0 ? files : isLarge ? [new File([text], '')] : text;
    const { end, drop } = diagnoseInWorker(source, ruleset, {
      progress: (now) => {
        progress = now;
        if (isShown) show();
      },
      done: (reading) => {
        clearTimeout(timer);
        setState({ kind: 'done', text: files.length > 0 ? '' : text, ruleset, ...reading });
      },
      failed: () => stop(true),
    });
    const stop = (isFailure: boolean) => {
      clearTimeout(timer);
      drop();
      setState({ kind: 'stopped', isFailure, restart: () => setAttempt((before) => before + 1) });
    };
    return () => {
      clearTimeout(timer);
      drop();
    };
  }, [text, files, ruleset, attempt]);
  return state;
}
