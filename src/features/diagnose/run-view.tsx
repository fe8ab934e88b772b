import { OctagonX } from 'lucide-react';
import styles from './run-view.module.css';
import { MOST_TEXT, sayLength } from './text-size';
import type { DiagnosisState } from './use-diagnosis';

type Run = Exclude<DiagnosisState, { kind: 'idle' | 'done' }>;

/** One line that says how the diagnosis of a text of that length goes, for those who hear the page. */
export function sayRun(state: Run, length: number): string {
  if (state.kind === 'running') return `Reading ${sayLength(length)}…`;
  if (state.kind === 'too-large') return 'This text is too large';
  return state.failed ? 'The diagnosis stopped working' : 'Stopped';
}

/** The diagnosis of a large text while there are no findings yet: how far it is, or why it ended. */
export function RunView({
  state,
  length,
}: {
  state: Run;
  /** The text's, in characters. */
  length: number;
}) {
  if (state.kind === 'running') {
    return (
      <div className={`panel ${styles.run}`}>
        <label className={styles.progress}>
          {sayRun(state, length)}
          <progress max={1} value={state.share} />
        </label>
        <button type="button" className="button" onClick={state.cancel}>
          <OctagonX size="1em" aria-hidden="true" /> Cancel
        </button>
      </div>
    );
  }
  if (state.kind === 'too-large') {
    return (
      <div className={`panel ${styles.run}`}>
        <h2>{sayRun(state, length)}</h2>
        <p>
          It has {sayLength(length)}; up to {sayLength(MOST_TEXT)} can be read. It is kept. Cut it
          down to the time when the error happened.
        </p>
      </div>
    );
  }
  return (
    <div className={`panel ${styles.run}`}>
      <h2>{sayRun(state, length)}</h2>
      <p>
        {state.failed
          ? 'This browser could not read so large a text. It is kept; try a part of it.'
          : 'Your text is kept.'}
      </p>
      <button
        type="button"
        className="button"
        // biome-ignore lint/a11y/noAutofocus: it stands where the reader has just pressed Cancel
        autoFocus={!state.failed}
        onClick={state.restart}
      >
        Read it again
      </button>
    </div>
  );
}
