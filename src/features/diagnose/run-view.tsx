import styles from './run-view.module.css';
import { sayCount, saySize } from './text-size';
import type { DiagnosisState } from './use-diagnosis';
import type { Progress } from './worker-messages';

type Run = Extract<DiagnosisState, { kind: 'running' | 'stopped' }>;

/** One line about a diagnosis without a result yet. */
export function sayRun(state: Run): string {
  if (state.kind === 'stopped') return state.isFailure ? 'The diagnosis failed' : 'Cancelled';
  return 'Reading…';
}

/** How far it is. Screen readers hear it from the progress bar when they ask, not whenever it changes. */
function sayProgress({ done, total, rows }: Progress): string {
  return `Reading ${saySize(done)} of ${saySize(total)}, ${sayCount(rows, 'row')}…`;
}

/** The progress of a diagnosis, or why it ended. */
export function RunView({ state }: { state: Run }) {
  const isRunning = state.kind === 'running';
  return (
    <div className={`panel ${styles.run}`}>
      {isRunning ? (
        <label className={styles.progress}>
          {state.progress ? sayProgress(state.progress) : sayRun(state)}
          <progress max={state.progress?.total} value={state.progress?.done} />
        </label>
      ) : (
        <>
          <h2>{sayRun(state)}</h2>
          <p>
            What you pasted or opened is kept.
            {state.isFailure && ' If reading it again does not help, try a part of it.'}
          </p>
        </>
      )}
      <button
        type="button"
        className="button"
        onClick={({ currentTarget }) => {
          // This button goes.
          currentTarget.closest('section')?.focus();
          (isRunning ? state.cancel : state.restart)();
        }}
      >
        {isRunning ? 'Cancel' : 'Read it again'}
      </button>
    </div>
  );
}
