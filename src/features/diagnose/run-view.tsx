import styles from './run-view.module.css';
import { MAX_TEXT, saySize } from './text-size';
import type { DiagnosisState } from './use-diagnosis';

type Run = Exclude<DiagnosisState, { kind: 'idle' | 'done' }>;

/** One line about the diagnosis of a large text. */
export function sayRun(state: Run): string {
  if (state.kind === 'running') return `Reading ${saySize(state.length)}…`;
  if (state.kind === 'too-large') return 'This text is too large';
  return state.isFailure ? 'The diagnosis failed' : 'Cancelled';
}

/** The diagnosis of a text without findings yet: its progress, or why it ended. */
export function RunView({ state }: { state: Run }) {
  const isRunning = state.kind === 'running';
  return (
    <div className={`panel ${styles.run}`}>
      {isRunning ? (
        <label className={styles.progress}>
          {sayRun(state)}
          <progress max={1} value={state.share} />
        </label>
      ) : (
        <h2>{sayRun(state)}</h2>
      )}
      {!isRunning && (
        <p>
          {state.kind === 'too-large'
            ? `It has ${saySize(state.length)}; ${saySize(MAX_TEXT)} can be read. Paste a part of it.`
            : 'Your text is kept.'}
          {state.kind === 'stopped' && state.isFailure && ' If reading it again does not help, try a part of it.'}
        </p>
      )}
      {state.kind !== 'too-large' && (
        <button type="button" className="button" onClick={isRunning ? state.cancel : state.restart}>
          {isRunning ? 'Cancel' : 'Read it again'}
        </button>
      )}
    </div>
  );
}
