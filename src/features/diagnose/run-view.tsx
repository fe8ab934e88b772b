import { OctagonX } from 'lucide-react';
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
  if (state.kind === 'running') {
    return (
      <div className={`panel ${styles.run}`}>
        <label className={styles.progress}>
          {sayRun(state)}
          <progress max={1} value={state.share} />
        </label>
        <button type="button" className="button" onClick={state.cancel}>
          <OctagonX size="1em" aria-hidden="true" /> Cancel
        </button>
      </div>
    );
  }
  const isTooLarge = state.kind === 'too-large';
  return (
    <div className={`panel ${styles.run}`}>
      <h2>{sayRun(state)}</h2>
      <p>
        Your text is kept.
        {isTooLarge && ` It has ${saySize(state.length)}, and ${saySize(MAX_TEXT)} can be read: cut it down.`}
        {!isTooLarge && state.isFailure && ' If reading it again does not help, try a part of it.'}
      </p>
      {!isTooLarge && (
        <button
          type="button"
          className="button"
          // biome-ignore lint/a11y/noAutofocus: it appears where the reader has just pressed Cancel
          autoFocus={!state.isFailure}
          onClick={state.restart}
        >
          Read it again
        </button>
      )}
    </div>
  );
}
