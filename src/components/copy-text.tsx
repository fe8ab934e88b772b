import { useRef } from 'react';
import { CopyButton } from './copy-button';
import styles from './copy-text.module.css';

/** A text in sight, and the button that copies exactly it. Where the browser refuses, the text is selected instead. */
export function CopyText({ text, button, label }: { text: string; button: string; label: string }) {
  const shown = useRef<HTMLTextAreaElement>(null);
  return (
    <div className={styles.copy}>
      <textarea
        ref={shown}
        className={styles.text}
        aria-label={label}
        readOnly
        rows={text.split('\n').length}
        value={text}
        spellCheck={false}
      />
      <div className={`${styles.actions} unprinted`}>
        <CopyButton text={text} shown={shown} about={label}>
          {button}
        </CopyButton>
      </div>
    </div>
  );
}
