/**
 * A text is read in sections of about so many characters: what is remembered of a section stays near the processor and is
 * forgotten with it, so that a text ten times as long takes ten times as long, and no more memory than its findings do.
 */
export const SECTION = 1 << 18;
/** So much after a section is read with it: a message that is wrapped reaches into other lines, but not so far. */
export const MARGIN = 1 << 14;

/** A stretch of a text, by UTF-16 offsets; all are at the start of a line, or the end of the text. */
export interface Section {
  /** Messages that begin at or after `from` and before `to` are the section's. */
  readonly from: number;
  readonly to: number;
  /** To find them the text is read from `from` to here. */
  readonly end: number;
}

/** Divides a text into sections. A line is never divided, however long it is. */
export function* sectionsOf(text: string): Generator<Section> {
  for (let from = 0; from < text.length; ) {
    const cut = nextLine(text, from + SECTION);
    const end = nextLine(text, cut + MARGIN);
    // No section for what little may be left.
    const to = end === text.length ? end : cut;
    yield { from, to, end };
    from = to;
  }
}

/** Where the first line starts that starts after `at`; the text's length if there is none. */
function nextLine(text: string, at: number): number {
  const found = at < text.length ? text.indexOf('\n', at) : -1;
  return found < 0 ? text.length : found + 1;
}
