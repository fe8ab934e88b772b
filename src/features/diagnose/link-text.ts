import { percentDecode } from '../../core/percent-decode';

const KEY = '#text=';

/**
 * Takes an address's fragment and returns the text that a `#text=…` link carries, percent-encoding undone, or
 * null if it carries none. A link cut or mangled on its way still gives what can be read: a sequence that is
 * not UTF-8 stays as it was written, and `damaged` says so.
 */
export function readLinkText(fragment: string): { text: string; damaged: boolean } | null {
  return fragment.startsWith(KEY) ? percentDecode(fragment.slice(KEY.length)) : null;
}
