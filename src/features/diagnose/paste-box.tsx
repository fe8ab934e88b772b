import { ClipboardPaste, Undo2, X } from 'lucide-react';
import { useId, useRef } from 'react';
import type { Finding } from '../../core/diagnosis';
import { useEarlyInput } from '../../lib/use-early-input';
import { Highlights } from './highlights';
import styles from './paste-box.module.css';
import { LARGE_TEXT, sayLength } from './text-size';
import { useLargeEdits } from './use-large-edits';
import type { Paste } from './use-paste';

/** Where the reader pastes an error. What was recognised is highlighted in the text itself. */
export function PasteBox({
  paste,
  findings,
  example,
  autoFocus,
}: {
  paste: Paste;
  /** Findings in exactly `paste.text`; empty while they are being looked for. */
  findings: readonly Finding[];
  example: string;
  autoFocus: boolean;
}) {
  const box = useRef<HTMLTextAreaElement>(null);
  const marks = useRef<HTMLDivElement>(null);
  const id = useId();
  const isPart = paste.shown.length < paste.text.length;

  const shown = useEarlyInput(box, paste.shown, paste.replace);
  useLargeEdits(box, paste);

  const andFocus = (change: () => void) => () => {
    change();
    box.current?.focus({ preventScroll: true });
  };
  return (
    <div className={`${styles.panel} needs-script`}>
      <div className={styles.head}>
        <label htmlFor={id} className={styles.label}>
          Paste the error
        </label>
        <p id={`${id}-hint`} className={styles.hint}>
          Stays in this tab. Nothing is sent.
        </p>
      </div>
      <div className={styles.box}>
        <div ref={marks} className={styles.marks} aria-hidden="true">
          <Highlights
            text={paste.shown}
            findings={findings.filter(({ end }) => end <= paste.shown.length)}
          />
        </div>
        <textarea
          ref={box}
          id={id}
          data-kept="paste"
          // biome-ignore lint/a11y/noAutofocus: pasting is what the page is for
          autoFocus={autoFocus}
          aria-describedby={`${id}-hint ${id}-part`}
          value={shown}
          onChange={({ target, nativeEvent }) => {
            // A script that sets the value, such as a browser extension’s, means the whole text.
            const isTyped = 'inputType' in nativeEvent && target.value.length <= LARGE_TEXT;
            (isTyped ? paste.type : paste.replace)(target.value);
          }}
          onScroll={({ currentTarget }) => {
            if (marks.current) marks.current.scrollTop = currentTarget.scrollTop;
          }}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          placeholder="A message, a row or a whole log"
        />
      </div>
      <p id={`${id}-part`} className={styles.hint} hidden={!isPart}>
        The box shows the beginning of {sayLength(paste.text.length)}. All of it is searched.
      </p>
      <div className={styles.actions}>
        {paste.restore && (
          <button type="button" className="link-button" onClick={andFocus(paste.restore)}>
            <Undo2 size="1em" aria-hidden="true" /> Bring back my text
          </button>
        )}
        {paste.text && (
          <button type="button" className="link-button" onClick={andFocus(paste.clear)}>
            <X size="1em" aria-hidden="true" /> Clear
          </button>
        )}
        {paste.text !== example && (
          <button
            type="button"
            className="link-button"
            onClick={andFocus(() => paste.replace(example))}
          >
            <ClipboardPaste size="1em" aria-hidden="true" /> Try an example
          </button>
        )}
      </div>
      <p className={styles.hint} role="status">
        {!paste.isStored && 'The browser can’t keep this text: a reload would lose it.'}
      </p>
      <p className={styles.hint} role="status">
        {paste.isDamagedLink && 'The link was damaged. This is as much of its text as can be read.'}
      </p>
    </div>
  );
}
