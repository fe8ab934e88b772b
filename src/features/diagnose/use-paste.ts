import { useLayoutEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { useVisitText } from '../../ui/use-visit-text';
import { readLinkText } from './link-text';

export type Paste = {
  text: string;
  /** What the reader types or pastes. */
  type: (text: string) => void;
  /** Puts a text in the box's place that the reader did not type there; what was there can be had back. */
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
  const { hash } = useLocation();

  const replace = (next: string) => {
    if (text.trim() && text !== next) setBefore(text);
    setText(next);
    setDamagedLink(false);
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

  const type = (next: string) => {
    setText(next);
    setDamagedLink(false);
  };
  const restore = () => {
    setBefore(text.trim() ? text : '');
    setText(before);
    setDamagedLink(false);
  };
  return { text, type, replace, restore: before ? restore : null, kept, damagedLink };
}
