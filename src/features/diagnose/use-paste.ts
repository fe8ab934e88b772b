import { useKeptValue } from '../../lib/use-kept-value';
import { useVisitValues } from '../../lib/use-visit-values';

const NO_FILES: readonly File[] = [];

export type Paste = ReturnType<typeof usePaste>;

/**
 * What to diagnose: a text that was typed, pasted, tried, or brought by a link; or files, which come before it. The text is
 * kept for the visit; `isStored` is false if the browser refuses, so that a reload would lose it. `isEdited` says whether
 * the reader has changed it since it was pasted, and `isDamaged` whether it came by a link that was damaged on its way.
 * `arrivals` counts the texts and files that came as a whole since the page was opened.
 */
export function usePaste() {
  const [text, setText, isStored] = useKeptValue('visit', 'paste', '');
  const [before, setBefore] = useKeptValue('visit', 'paste-before', '');
  const [isEdited, setEdited] = useKeptValue('visit', 'paste-edited', false);
  const [isDamaged, setDamaged] = useKeptValue('visit', 'paste-damaged', false);
  const [cleared, setCleared] = useKeptValue('page', 'paste-cleared', '');
  // No storage takes files.
  const [files, setFiles] = useKeptValue('page', 'files', NO_FILES);
  const [arrivals, setArrivals] = useKeptValue('page', 'paste-arrivals', 0);
  const { beginIncident, endIncident } = useVisitValues();

  const open = (next: readonly File[]) => {
    setFiles(next);
    setArrivals((before) => before + 1);
    beginIncident();
  };
  /** Replaces the text by one that came as a whole. The previous one can be restored. */
  const replace = (next: string, isDamaged = false) => {
    // The first render does not know the stored text yet.
    let previous = '';
    setText((now) => {
      previous = now;
      return next;
    });
    if (previous.trim() && previous !== next) setBefore(previous);
    setEdited(false);
    setDamaged(isDamaged);
    open(NO_FILES);
  };
  /** Takes the text after an edit. */
  const type = (next: string) => {
    // The browser's own "Undo" brings the previous text back too.
    if (next && next === before) return replace(next);
    setText(next);
    setEdited(next.trim() !== '');
    if (text.trim() && !next.trim()) {
      endIncident();
      setCleared(text);
      setBefore('');
    }
    setDamaged(false);
    setFiles(NO_FILES);
  };
  /** Removes the files; or else empties the box and the storage. The text can be restored while the page is open. */
  const clear = () => {
    if (files.length === 0) return type('');
    endIncident();
    setFiles(NO_FILES);
  };
  const restore = () => {
    setBefore('');
    replace(cleared || before);
    setCleared('');
  };

  return {
    text,
    files,
    open,
    arrivals,
    isEdited,
    type,
    replace,
    clear,
    restore: cleared || before ? restore : null,
    isStored,
    isDamaged,
  };
}
