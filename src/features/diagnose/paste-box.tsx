import { ClipboardPaste, Undo2, X } from 'lucide-react';
import { useId, useMemo, useRef } from 'react';
import type { Finding } from '../../core/diagnosis';
import { useEarlyInput } from '../../lib/use-early-input';
import { Highlights } from './highlights';
import { lineNumber } from './line-number';
import styles from './paste-box.module.css';
import { LARGE_TEXT, sayLength } from './text-size';
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
  // Browsers need half a second to lay out a megabyte in a text box, so a large text stays outside.
  const isLarge = paste.text.length > LARGE_TEXT;
  const text = isLarge ? '' : paste.text;
  const shown = useEarlyInput(box, text, paste.replace);

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
      {isLarge && <LargeText text={paste.text} />}
      <div className={styles.box}>
        <div ref={marks} className={styles.marks} aria-hidden="true">
          <Highlights text={text} findings={isLarge ? [] : findings} />
        </div>
        <textarea
          ref={box}
          id={id}
          data-kept="paste"
          // biome-ignore lint/a11y/noAutofocus: pasting is what the page is for
          autoFocus={autoFocus}
          aria-describedby={`${id}-hint`}
          value={shown}
          onChange={({ target }) => (isLarge ? paste.replace : paste.type)(target.value)}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text/plain');
            if (pasted.length <= LARGE_TEXT) return;
            event.preventDefault();
            paste.replace(pasted);
          }}
          onScroll={({ currentTarget }) => {
            if (marks.current) marks.current.scrollTop = currentTarget.scrollTop;
          }}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          placeholder={isLarge ? 'Paste another text here' : 'A message, a row or a whole log'}
        />
      </div>
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
          <button type="button" className="link-button" onClick={andFocus(() => paste.replace(example))}>
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

/** What a large text is, in place of the text itself. */
function LargeText({ text }: { text: string }) {
  const lines = useMemo(() => lineNumber(text, text.length), [text]);
  return (
    <div className={styles.large}>
      <p className={styles.firstLine}>{text.trimStart().slice(0, 200).split('\n', 1)}</p>
      <p className={styles.hint}>
        {sayLength(text.length)} in {lines.toLocaleString('en')} lines. All of it is searched.
      </p>
    </div>
  );
}
