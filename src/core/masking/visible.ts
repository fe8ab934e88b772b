const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;

/** A text without its invisible characters, which a copy from a web page puts into the midst of values. */
export interface Visible {
  text: string;
  /** The offset in the original of the character at `at`; of the end, the original's length. */
  original(at: number): number;
}

/** Takes a text and returns it without zero-width characters, direction marks and soft hyphens. */
export function visibleText(text: string): Visible {
  if (!INVISIBLE.test(text)) return { text, original: (at) => at };
  const offsets: number[] = [];
  const units: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text[at] as string;
    if (INVISIBLE.test(unit)) continue;
    offsets.push(at);
    units.push(unit);
  }
  return { text: units.join(''), original: (at) => offsets[at] ?? text.length };
}
