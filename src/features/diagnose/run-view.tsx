import { OctagonX } from 'lucide-react';
import styles from './run-view.module.css';
import { MOST_TEXT, sayLength } from './text-size';
import type { DiagnosisState } from './use-diagnosis';

/** The diagnosis of a large text while there are no findings yet: how far it is, or why it ended. */
export function RunView({
  state,
  length,
}: {
  state: Exclude<DiagnosisState, { kind: 'idle' | 'done' }>;
  /** The text's, in characters. */
  length: number;
}) {
  if (state.kind === 'running') {
    return (
      <div className={`panel ${styles.run}`}>
        <label className={styles.progress}>
          Reading {sayLength(length)}…
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
        <h2>This text is too large</h2>
        <p>
          It has {sayLength(length)}; up to {sayLength(MOST_TEXT)} can be read. It is kept. Cut it
          down to the time when the error happened.
        </p>
      </div>
    );
  }
  return (
    <div className={`panel ${styles.run}`}>
      <h2>{state.failed ? 'The diagnosis stopped working' : 'Stopped'}</h2>
      <p>
        {state.failed
          ? 'This browser could not read so large a text. It is kept; try a part of it.'
          : 'Your text is kept.'}
      </p>
      <button type="button" className="button" onClick={state.restart}>
        Read it again
      </button>
    </div>
  );
}
