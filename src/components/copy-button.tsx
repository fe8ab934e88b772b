import { Check, Copy } from 'lucide-react';
import { type ReactNode, type RefObject, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import styles from './copy-button.module.css';

type Props = {
  text: string | undefined;
  shown?: RefObject<HTMLElement | null>;
  isPrimary?: boolean;
  children: ReactNode;
};

/** Copies a text, once there is one. If the browser refuses, the text is selected: in `shown`, or in a box that appears. */
export function CopyButton({ text, shown, isPrimary, children }: Props) {
  const [last, setLast] = useState<{ text: string; isRefused: boolean }>();
  const own = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const state = last?.text === text ? last : undefined;
  const isCopied = state?.isRefused === false;
  const Icon = isCopied ? Check : Copy;

  const copy = async () => {
    if (text === undefined) return;
    try {
      await navigator.clipboard.writeText(text);
      setLast({ text, isRefused: false });
    } catch {
      flushSync(() => setLast({ text, isRefused: true }));
      const box = (shown ?? own).current;
      if (box instanceof HTMLTextAreaElement) box.select();
      else if (box) getSelection()?.selectAllChildren(box);
      box?.focus();
    }
  };
  return (
    <>
      <button
        type="button"
        className={`button unprinted ${isPrimary ? 'primary' : ''} ${isCopied ? styles.copied : ''}`}
        aria-disabled={text === undefined}
        onClick={() => void copy()}
        aria-describedby={id}
      >
        <Icon size="1em" aria-hidden="true" />
        {children}
      </button>
      <span role="status" id={id} className={isCopied ? 'visually-hidden' : styles.status}>
        {state && (state.isRefused ? 'The browser blocked copying. The text is selected: copy it yourself.' : 'Copied')}
      </span>
      {state?.isRefused && !shown && (
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
