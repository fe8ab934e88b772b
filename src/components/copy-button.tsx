import { Check, Copy } from 'lucide-react';
import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import styles from './copy-button.module.css';

/**
 * Copies a text. Where the browser refuses, the text is selected, to be copied by hand: in `shown`, if it is in sight
 * already, else in a box that appears.
 */
export function CopyButton({
  text,
  shown,
  about,
  children,
}: {
  /** Undefined while it is being made. */
  text: string | undefined;
  shown?: RefObject<HTMLTextAreaElement | null>;
  /** What is copied, for those who hear only the button; it may say no more than "Copy". */
  about?: string;
  children: string;
}) {
  const [last, setLast] = useState<{ text: string; refused: boolean } | null>(null);
  const own = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const state = last?.text === text ? last : null;

  // After the box has appeared.
  useEffect(() => {
    if (!last?.refused) return;
    const box = shown?.current ?? own.current;
    box?.focus();
    box?.select();
  }, [last, shown]);

  const copy = async () => {
    if (text === undefined) return;
    try {
      await navigator.clipboard.writeText(text);
      setLast({ text, refused: false });
    } catch {
      setLast({ text, refused: true });
    }
  };
  return (
    <>
      <button
        type="button"
        className="button"
        aria-disabled={text === undefined}
        onClick={() => void copy()}
        aria-describedby={id}
      >
        {state && !state.refused ? <Check size="1em" aria-hidden="true" /> : <Copy size="1em" aria-hidden="true" />}
        {children}
        {about && children === 'Copy' && <span className="visually-hidden"> {about}</span>}
      </button>
      <span role="status" id={id} className={styles.status}>
        {state && (state.refused ? 'The browser refused. The text is selected: copy it by hand.' : 'Copied')}
      </span>
      {state?.refused && !shown && (
        <textarea
          ref={own}
          className={styles.box}
          aria-label="Text to copy"
          readOnly
          rows={Math.min(8, state.text.split('\n').length)}
          value={state.text}
        />
      )}
    </>
  );
}
