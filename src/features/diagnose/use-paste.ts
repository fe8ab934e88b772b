import { useLayoutEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { useVisitText } from '../../ui/use-visit-text';
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
  const [openedLink, setOpenedLink] = useVisitText('paste-link');
  const [damagedLink, setDamagedLink] = useState(false);
  const [shownLength, setShownLength] = useState(() => lengthToShow(text));
  const { hash } = useLocation();

  const put = (next: string, length: number) => {
    setText(next);
    setShownLength(length);
    setDamagedLink(false);
  };
  const replace = (next: string) => {
    if (text.trim() && text !== next) setBefore(text);
    put(next, lengthToShow(next));
  };
  const restore = () => {
    setBefore(text.trim() ? text : '');
    put(before, lengthToShow(before));
  };

  // Before the first paint, so that a link never shows an empty box first. A link already opened in this visit is
  // not opened again: after a reload or a way back, the reader's edits to its text count for more.
  useLayoutEffect(() => {
    const link = readLinkText(hash);
    if (!link || hash === openedLink) return;
    setOpenedLink(hash);
    replace(link.text);
    setDamagedLink(link.damaged);
  });

  return {
    text,
    shown: text.slice(0, shownLength),
    type: (shown) =>
      shownLength < text.length
        ? put(shown + text.slice(shownLength), shown.length)
        : put(shown, ALL),
    replace,
    restore: before ? restore : null,
    kept,
    damagedLink,
  };
}

const ALL = Number.POSITIVE_INFINITY;

function lengthToShow(text: string): number {
  return text.length > LARGE_TEXT ? SHOWN_OF_LARGE : ALL;
}
