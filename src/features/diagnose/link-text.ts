const KEY = '#text=';

/**
 * Takes an address's fragment and returns the text that a `#text=…` link carries, percent-encoding undone, or
 * null if it carries none. A link cut or mangled on its way still gives what can be read: a sequence that is
 * not UTF-8 stays as it was written, and `damaged` says so.
 */
export function readLinkText(fragment: string): { text: string; damaged: boolean } | null {
  if (!fragment.startsWith(KEY)) return null;
  let damaged = false;
  const text = fragment.slice(KEY.length).replace(/(?:%[0-9a-f]{2})+|%/gi, (sequence) => {
    try {
      return decodeURIComponent(sequence);
    } catch {
      damaged = true;
      return sequence;
    }
  });
  return { text, damaged };
}
