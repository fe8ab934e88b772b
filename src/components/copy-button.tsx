import { Check, Copy } from 'lucide-react';
import { type PropsWithChildren, type RefObject, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import styles from './copy-button.module.css';

type Props = { text: string | undefined; shown?: RefObject<HTMLElement | null>; isPrimary?: boolean };

/** Copies a text, once there is one. If the browser refuses, the text is selected: in `shown`, or in a box that appears. */
export function CopyButton({ text, shown, isPrimary, children }: PropsWithChildren<Props>) {
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
      <span role="status" id={id} className={isCopied ? 'visually-hidden' : `${styles.status} unprinted`}>
        {state && (state.isRefused ? 'The browser blocked copying. The text is selected: copy it yourself.' : 'Copied')}
      </span>
      {state?.isRefused && !shown && <TextBox box={own} label="Text to copy" text={state.text} />}
    </>
  );
}

/** A text in a box, and a button that copies it. */
export function CopyText({ text, label, button }: { text: string; label: string; button: string }) {
  const box = useRef<HTMLTextAreaElement>(null);
  return (
    <div className={styles.copy}>
      <TextBox box={box} label={label} text={text} />
      <CopyButton text={text} shown={box}>
        {button}
      </CopyButton>
    </div>
  );
}

type BoxProps = { box: RefObject<HTMLTextAreaElement | null>; label: string; text: string };

function TextBox({ box, label, text }: BoxProps) {
  const rows = text.split('\n').length;
  return (
    <textarea
      ref={box}
      className={styles.box}
      aria-label={label}
      readOnly
      rows={rows}
      value={text}
      spellCheck={false}
    />
  );
}
