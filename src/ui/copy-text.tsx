import { Check, Copy } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import styles from './copy-text.module.css';

/** A text in sight, and the button that copies exactly it. Where the browser refuses, the text is selected instead. */
export function CopyText({ text, button, label }: { text: string; button: string; label: string }) {
  const [copied, setCopied] = useState<{ text: string; done: boolean } | null>(null);
  const shown = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const state = copied?.text === text ? copied : null;

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied({ text, done: true });
    } catch {
      setCopied({ text, done: false });
      shown.current?.focus();
      shown.current?.select();
    }
  };
  return (
    <div className={styles.copy}>
      <textarea
        ref={shown}
        className={styles.text}
        aria-label={label}
        readOnly
        rows={text.split('\n').length}
        value={text}
      />
      <div className={`${styles.actions} unprinted`}>
        <button type="button" className="button" onClick={() => void copy()} aria-describedby={id}>
          {state?.done ? (
            <Check size="1em" aria-hidden="true" />
          ) : (
            <Copy size="1em" aria-hidden="true" />
          )}
          {button}
        </button>
        <span role="status" id={id} className={styles.status}>
          {state &&
            (state.done ? 'Copied' : 'The browser refused. The text is selected: copy it by hand.')}
        </span>
      </div>
    </div>
  );
}
