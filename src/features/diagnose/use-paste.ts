import { useLayoutEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { useVisitText } from '../../lib/use-visit-text';
import { readLinkText } from './link-text';
import { LARGE_TEXT } from './text-size';

/** How much of a large text the box holds. A browser lays out a box's whole text, half a second a megabyte. */
const SHOWN_OF_LARGE = 20_000;

export type Paste = {
  /** All of it: what is diagnosed and kept. */
  text: string;
  /** What the box holds: the text, or the beginning of a large one. */
  shown: string;
  /** Takes what the box holds after an edit; what it did not show stays. */
  type: (shown: string) => void;
  /** Puts another text in this one's place; what was there can be had back. */
  replace: (text: string) => void;
  /** Puts back what the last replacement took away, or null when there is nothing to put back. */
  restore: (() => void) | null;
  /** False when the browser can't keep the text over a reload. */
  kept: boolean;
  /** Whether the text came by a link that was damaged on its way. */
  damagedLink: boolean;
};

/** The text in the paste box: typed, tried, or brought by a `#text=…` link. It lasts for the visit. */
export function usePaste(): Paste {
  const [text, setText, kept] = useVisitText('paste');
  const [before, setBefore] = useVisitText('paste-before');
  const [damagedLink, setDamagedLink] = useState(false);
  const [shownOfLarge, setShownOfLarge] = useState(SHOWN_OF_LARGE);
  const { hash } = useLocation();
  const navigate = useNavigate();

  const large = text.length > LARGE_TEXT;
  const put = (next: string, length = SHOWN_OF_LARGE) => {
    setText(next);
    setShownOfLarge(length);
    setDamagedLink(false);
    // An address that says another text than the box holds would be passed on by mistake.
    if (readLinkText(hash)) navigate({ hash: '' }, { replace: true });
  };
  const replace = (next: string) => {
    if (text.trim() && text !== next) setBefore(text);
    put(next);
  };
  const restore = () => {
    setBefore(text.trim() ? text : '');
    put(before);
  };

  // Before the first paint, so that a link never shows an empty box first.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another link brings another text
  useLayoutEffect(() => {
    const link = readLinkText(hash);
    if (!link) return;
    if (text.trim() && text !== link.text) setBefore(text);
    setText(link.text);
    setShownOfLarge(SHOWN_OF_LARGE);
    setDamagedLink(link.damaged);
  }, [hash]);

  return {
    text,
    shown: large ? text.slice(0, shownOfLarge) : text,
    type: (shown) => (large ? put(shown + text.slice(shownOfLarge), shown.length) : put(shown)),
    replace,
    restore: before ? restore : null,
    kept,
    damagedLink,
  };
}
