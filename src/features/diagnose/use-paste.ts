import { useLayoutEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { useKeptValue } from '../../lib/use-kept-value';
import { readLinkText } from './link-text';
import { LARGE_TEXT } from './text-size';

/** How much of a large text the box holds. Browsers need half a second to lay out a megabyte in a text box. */
const SHOWN_OF_LARGE = 20_000;

export type Paste = {
  /** The whole text: what is diagnosed and kept. */
  text: string;
  /** What the box holds: the text, or the beginning of a large one. */
  shown: string;
  /** Takes what the box holds after an edit. The rest of a large text stays as it is. */
  type: (shown: string) => void;
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
  const [shownOfLarge, setShownOfLarge] = useState(SHOWN_OF_LARGE);
  const { hash } = useLocation();
  const navigate = useNavigate();

  const put = (next: string, shownLength = SHOWN_OF_LARGE) => {
    setText(next);
    setShownOfLarge(shownLength);
    setDamagedLink(false);
  };
  const replace = (next: string) => {
    // The stored text, which the first render does not know yet.
    setText((now) => {
      if (now.trim() && now !== next) setBefore(now);
      return now;
    });
    put(next);
  };
  const clear = () => {
    setCleared(text);
    setBefore('');
    put('');
  };
  const restore = () => {
    setCleared('');
    setBefore(text.trim() ? text : '');
    put(cleared || before);
  };

  // Before the first paint, so that a link never shows an empty box first.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another link brings another text
  useLayoutEffect(() => {
    const link = readLinkText(hash);
    if (!link) return;
    replace(link.text);
    setDamagedLink(link.damaged);
    // The text must not stay in the address, or in the browser's history.
    void navigate({ hash: '' }, { replace: true });
  }, [hash]);

  const isLarge = text.length > LARGE_TEXT;
  return {
    text,
    shown: isLarge ? text.slice(0, shownOfLarge) : text,
    type: (shown) => (isLarge ? put(shown + text.slice(shownOfLarge), shown.length) : put(shown)),
    replace,
    clear,
    restore: cleared || before ? restore : null,
    isStored,
    isDamagedLink,
  };
}
