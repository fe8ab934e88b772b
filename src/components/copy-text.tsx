import { useRef } from 'react';
import { CopyButton } from './copy-button';
import styles from './copy-text.module.css';

/** A text in a box, and a button that copies it. */
export function CopyText({ text, label, button }: { text: string; label: string; button: string }) {
  const box = useRef<HTMLTextAreaElement>(null);
  return (
    <div className={styles.copy}>
      <textarea
        ref={box}
        className={styles.text}
        aria-label={label}
        readOnly
        rows={text.split('\n').length}
        value={text}
        spellCheck={false}
      />
      <CopyButton text={text} shown={box}>
        {button}
      </CopyButton>
    </div>
  );
}
