import { ClipboardPaste, FolderOpen, type LucideIcon, Undo2, X } from 'lucide-react';
import { type ClipboardEvent, type ReactNode, useId, useLayoutEffect, useMemo, useRef } from 'react';
import type { Finding } from '../../core/diagnosis';
import { useEarlyInput } from '../../lib/use-early-input';
import { Highlights } from './highlights';
import styles from './paste-box.module.css';
import { countLines, LARGE_TEXT, sayCount, saySize } from './text-size';
import type { Paste } from './use-paste';

/** `findings` are those in exactly `paste.text`; empty while they are being looked for. */
type Props = { paste: Paste; findings: readonly Finding[]; example: string; autoFocus: boolean };

/** Where the reader pastes an error. What was recognised is highlighted in the text itself. */
export function PasteBox({ paste, findings, example, autoFocus }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  const marks = useRef<HTMLDivElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  /** What was last pasted into the box, with line breaks as the box has them. */
  const pasted = useRef('');
  const id = useId();
  // Browsers need half a second to lay out a megabyte in a text box, so a large text stays outside.
  const isLarge = paste.files.length > 0 || paste.text.length > LARGE_TEXT;
  const shown = useEarlyInput('value', box, isLarge ? '' : paste.text, (early) => {
    paste.replace(early);
    // src/main.ts has noted it.
    if (box.current?.dataset.typed !== undefined) paste.type(early);
  });

  // Who typed the text is looking at what they type.
  const first = paste.isEdited ? undefined : findings[0]?.start;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text can hold its first finding at the same place
  useLayoutEffect(() => {
    const mark = first === undefined ? null : marks.current?.querySelector('mark');
    const scroller = marks.current?.parentElement;
    if (!mark || !scroller) return;
    // Whole lines, or the uppermost would be cut in half.
    const line = Number.parseFloat(getComputedStyle(mark).lineHeight);
    scroller.scrollTop = mark.offsetTop - (Math.floor(scroller.clientHeight / 3 / line) + 0.2) * line;
  }, [first, paste.text]);

  const openChosen = () => {
    const { current: input } = chooser;
    if (!input?.files?.length) return;
    paste.open([...input.files]);
    input.value = '';
  };
  // Files may have been chosen before the app started.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useLayoutEffect(openChosen, []);

  const takePaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const text = event.clipboardData.getData('text/plain');
    pasted.current = text.replace(/\r\n?/g, '\n');
    const { selectionStart, selectionEnd } = event.currentTarget;
    if (text.length > LARGE_TEXT) {
      event.preventDefault();
      paste.replace(text);
    } else if (text && !paste.isEdited && selectionStart === selectionEnd) {
      // The browser itself puts the text in place of the last one, so its "Undo" brings that back.
      event.currentTarget.select();
    }
  };
  /** A button that changes what is in the box, and leads back there. */
  const action = (Icon: LucideIcon, label: ReactNode, change: () => void) => (
    <button
      type="button"
      className="link-button"
      onClick={() => {
        change();
        box.current?.focus({ preventScroll: true });
      }}
    >
      <Icon size="1em" aria-hidden="true" /> {label}
    </button>
  );
  const bringBack = (
    <span>
      Bring back<span className={styles.rest}> my text</span>
    </span>
  );
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
      {isLarge && <Outside paste={paste} />}
      <div className={styles.box}>
        <div ref={marks} className={styles.marks} aria-hidden="true">
          <Highlights text={shown} findings={isLarge ? [] : findings} />
        </div>
        <textarea
          ref={box}
          id={id}
          data-kept="paste"
          // biome-ignore lint/a11y/noAutofocus: pasting is what the page is for
          autoFocus={autoFocus}
          aria-describedby={`${id}-hint`}
          value={shown}
          onChange={({ target: { value } }) =>
            (isLarge || (value && value === pasted.current) ? paste.replace : paste.type)(value)
          }
          onPaste={takePaste}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          placeholder={isLarge ? 'Paste another text here' : 'Paste here, or anywhere on this page'}
        />
      </div>
      <div className={styles.actions}>
        {paste.restore && action(Undo2, bringBack, paste.restore)}
        {(paste.text || isLarge) && action(X, 'Clear', paste.clear)}
        <label className={`link-button ${styles.file}`}>
          <FolderOpen size="1em" aria-hidden="true" /> Open a log file
          <input ref={chooser} type="file" multiple onChange={openChosen} />
        </label>
        {!paste.text && !isLarge && action(ClipboardPaste, 'Try an example', () => paste.replace(example))}
      </div>
      <p className={styles.hint} role="status">
        {!paste.isStored && 'The browser can’t keep this text: a reload would lose it.'}
      </p>
      <p className={styles.hint} role="status">
        {paste.isDamaged && 'The link was damaged. Only part of its text could be read.'}
      </p>
    </div>
  );
}

/** What stands outside the box, since it is large: files by their names, or a text by its first line. */
function Outside({ paste: { text, files } }: { paste: Paste }) {
  const lines = useMemo(() => countLines(text), [text]);
  if (files.length === 0) {
    return (
      <div className={styles.large}>
        <p className={styles.firstLine}>{text.slice(0, 5000).trimStart().slice(0, 200).split('\n', 1)}</p>
        <p className={styles.hint}>
          {saySize(text.length)}, {sayCount(lines, 'line')}
        </p>
      </div>
    );
  }
  return (
    <ul className={styles.large}>
      {files.map(({ name, size }, i) => (
        <li key={String(i)}>
          <span className={styles.firstLine}>{name}</span> <span className={styles.hint}>{saySize(size)}</span>
        </li>
      ))}
    </ul>
  );
}
