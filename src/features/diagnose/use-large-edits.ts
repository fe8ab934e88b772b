import { type RefObject, useEffect, useRef } from 'react';
import type { Paste } from './use-paste';

/** An edit that puts in or takes out more characters than this is made by us; a message or a row never is. */
const LARGE_EDIT = 10_000;

/**
 * Makes large edits of the paste box at once. Browsers insert line by line and keep each for undo, which takes time
 * that grows with the square of the lines: Chromium needs some 15 seconds for 4,000. Also sees to it that whoever
 * selects all and writes over it replaces the whole text, not just what the box shows of it. The browser's own undo
 * does not know of such edits; {@link Paste.restore} does.
 */
export function useLargeEdits(box: RefObject<HTMLTextAreaElement | null>, paste: Paste): void {
  const latest = useRef(paste);
  useEffect(() => {
    latest.current = paste;
  });

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const edit = (event: InputEvent) => {
      const inserted = insertedText(event);
      if (inserted === null || !event.cancelable) return;
      const { selectionStart, selectionEnd, value } = element;
      const { text, shown, replace } = latest.current;
      const everything = selectionEnd - selectionStart === value.length;
      const hidden = everything ? '' : text.slice(shown.length);
      if (
        inserted.length + selectionEnd - selectionStart <= LARGE_EDIT &&
        !(everything && shown.length < text.length)
      ) {
        return;
      }
      event.preventDefault();
      replace(value.slice(0, selectionStart) + inserted + value.slice(selectionEnd) + hidden);
    };
    // React's own onBeforeInput is another event, without the kind of input.
    element.addEventListener('beforeinput', edit);
    return () => element.removeEventListener('beforeinput', edit);
  }, [box]);
}

/** What an edit puts in the selection's place, or null for an edit that is not of that kind, such as undo. */
function insertedText({ inputType, data, dataTransfer }: InputEvent): string | null {
  if (inputType.startsWith('delete')) return '';
  if (inputType === 'insertLineBreak' || inputType === 'insertParagraph') return '\n';
  return data ?? dataTransfer?.getData('text/plain') ?? null;
}
