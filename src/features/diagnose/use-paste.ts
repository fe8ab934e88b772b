import { useLayoutEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { useKeptValue } from '../../lib/use-kept-value';
import { readLinkText } from './link-text';

export type Paste = {
  text: string;
  /** Takes the text after an edit. */
  type: (text: string) => void;
  /** Replaces the text. The previous one can be restored. */
  replace: (text: string) => void;
  /** Empties the box and the storage. The text can be restored while the page is open. */
  clear: () => void;
  /** Restores the previous text, or null if there is none. */
  restore: (() => void) | null;
  /** False if the browser can't store the text, so that a reload would lose it. */
  isStored: boolean;
  /** Whether the text came by a link that was damaged on its way. */
  isDamagedLink: boolean;
};

/** The text in the paste box: typed, pasted, tried, or brought by a `#text=…` link. It is kept for the visit. */
export function usePaste(): Paste {
  const [text, setText, isStored] = useKeptValue('visit', 'paste', '');
  const [before, setBefore] = useKeptValue('visit', 'paste-before', '');
  const [cleared, setCleared] = useState('');
  const [isDamagedLink, setDamagedLink] = useState(false);
  const { hash } = useLocation();
  const navigate = useNavigate();

  const type = (next: string) => {
    setText(next);
    setDamagedLink(false);
  };
  const replace = (next: string) => {
    // The first render does not know the stored text yet.
    let previous = '';
    setText((now) => {
      previous = now;
      return next;
    });
    if (previous.trim() && previous !== next) setBefore(previous);
    setDamagedLink(false);
  };
  const clear = () => {
    setCleared(text);
    setBefore('');
    type('');
  };
  const restore = () => {
    setCleared('');
    setBefore(text.trim() ? text : '');
    type(cleared || before);
  };

  // Before the first paint, so that a link never shows an empty box first.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another link brings another text
  useLayoutEffect(() => {
    const link = readLinkText(hash);
    if (!link) return;
    replace(link.text);
    setDamagedLink(link.damaged);
    // The text must not stay in the address.
    void navigate({ hash: '' }, { replace: true });
  }, [hash]);

  return {
    text,
    type,
    replace,
    clear,
    restore: cleared || before ? restore : null,
    isStored,
    isDamagedLink,
  };
}
