import { ClipboardPaste, type LucideIcon, Undo2, X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import type { Finding } from '../../core/diagnosis';
import { Highlights } from './highlights';
import styles from './paste-box.module.css';
import { LARGE_TEXT, sayLength } from './text-size';
import { useLargeEdits } from './use-large-edits';
import type { Paste } from './use-paste';

/** Where the reader pastes; what was recognised is marked in the text itself. */
export function PasteBox({
  paste,
  findings,
  example,
  takesFocus = true,
}: {
  paste: Paste;
  /** Findings in exactly `paste.text`, or none while they are on their way. */
  findings: readonly Finding[];
  example: string | undefined;
  /** Whether the page is there for the box, which then takes the focus. */
  takesFocus?: boolean;
}) {
  const box = useRef<HTMLTextAreaElement>(null);
  const marks = useRef<HTMLDivElement>(null);
  const id = useId();
  const partly = paste.shown.length < paste.text.length;

  useEffect(() => {
    if (takesFocus) box.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  useLargeEdits(box, paste);

  const put = (change: () => void) => () => {
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
          data-visit="paste"
          // biome-ignore lint/a11y/noAutofocus: the page is there for it, and a paste before the app has started must not be lost
          autoFocus={takesFocus}
          aria-describedby={`${id}-hint ${id}-part`}
          value={paste.shown}
          onChange={({ target, nativeEvent }) => {
            // A script that sets the value, such as a browser extension's, means the whole text.
            const typed = 'inputType' in nativeEvent && target.value.length <= LARGE_TEXT;
            (typed ? paste.type : paste.replace)(target.value);
          }}
          onScroll={({ currentTarget }) => {
            if (marks.current) marks.current.scrollTop = currentTarget.scrollTop;
          }}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          placeholder="The message, its row, or a whole log"
        />
      </div>
      <p id={`${id}-part`} className={styles.hint} hidden={!partly}>
        The box shows the beginning of {sayLength(paste.text.length)}. All of it is read.
      </p>
      <div className={styles.actions}>
        {paste.restore && (
          <Action icon={Undo2} onPress={put(paste.restore)}>
            Bring back my text
          </Action>
        )}
        {paste.text && (
          <Action icon={X} onPress={put(() => paste.replace(''))}>
            Clear
          </Action>
        )}
        {paste.text !== example && (
          <Action
            icon={ClipboardPaste}
            disabled={example === undefined}
            onPress={put(() => paste.replace(example ?? ''))}
          >
            Try an example
          </Action>
        )}
      </div>
      <p className={styles.hint} role="status">
        {!paste.kept && 'This browser can’t keep so much text: a reload would lose it.'}
      </p>
      <p className={styles.hint} role="status">
        {paste.damagedLink &&
          'The link was damaged on its way. Its text is shown as far as it could be read.'}
      </p>
    </div>
  );
}

function Action({
  icon: Icon,
  onPress,
  disabled = false,
  children,
}: {
  icon: LucideIcon;
  onPress: () => void;
  disabled?: boolean;
  children: string;
}) {
  return (
    <button
      type="button"
      className={`link-button ${styles.action}`}
      disabled={disabled}
      onClick={onPress}
    >
      <Icon size="1em" aria-hidden="true" /> {children}
    </button>
  );
}
