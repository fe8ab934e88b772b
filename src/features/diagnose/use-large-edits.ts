import { type RefObject, useEffect, useRef } from 'react';

/** An edit that puts in or takes out more characters than this is made by us; a message or a row never is. */
const LARGE_EDIT = 10_000;

/**
 * Makes large edits in a text box at once. Browsers insert line by line and keep each for undo, which takes time
 * that grows with the square of the lines: Chromium needs some 15 seconds for 4,000. `replace` gets the whole
 * text after such an edit; the browser's own undo does not know of it.
 */
export function useLargeEdits(
  box: RefObject<HTMLTextAreaElement | null>,
  replace: (text: string) => void,
): void {
  const latest = useRef(replace);
  useEffect(() => {
    latest.current = replace;
  });

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const edit = (event: InputEvent) => {
      const inserted = insertedText(event);
      const { selectionStart, selectionEnd } = element;
      if (inserted === null || !event.cancelable) return;
      if (inserted.length + selectionEnd - selectionStart <= LARGE_EDIT) return;
      event.preventDefault();
      element.setRangeText(inserted, selectionStart, selectionEnd, 'end');
      latest.current(element.value);
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
