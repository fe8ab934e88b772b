/**
 * What one UTF-16 code unit is to the diagnosis. Tables over all 65,536 units, filled for ASCII at once and for
 * everything else the first time it is seen, so that loading this module costs nothing.
 */

/** Punctuation and symbols: kept, compared, part of no word. */
export const OTHER = 0;
/** Letters, digits and the marks of scripts that need them. */
export const WORD = 1;
/** White space within a line, whatever its width; control characters too. */
export const SPACE = 2;
/** A line break. */
export const BREAK = 3;
/** Invisible: zero-width characters, direction marks, soft hyphens, accents written apart from their letter. */
export const HIDDEN = 4;
/** A letter of a script written without spaces: a word of its own. */
export const IDEOGRAPH = 5;
/** Any quotation mark, apostrophe or backtick. */
export const QUOTE = 6;
/** May open an escape sequence, see `readEscape`. */
export const OPENER = 7;
const UNSEEN = 255;

/** The one unit that every quotation mark is folded to. */
export const QUOTE_MARK = 0x22;

const CLASS = new Uint8Array(65536).fill(UNSEEN);
const FOLDED = new Uint16Array(65536);
const QUOTES = '"\'`´‘’‚‛“”„‟«»‹›′″＂＇';
const BREAKS = '\n\r\f\v\u0085\u2028\u2029';
const DASHES = /[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]/;
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}]/u;
const ACCENT = /[\u0300-\u036f]/;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const LETTER = /[\p{L}\p{N}\p{M}]/u;

/** The class of a code unit: one of the constants above. */
export function classOf(unit: number): number {
  const known = CLASS[unit] as number;
  return known === UNSEEN ? learn(unit) : known;
}

/**
 * The code unit that stands for all forms of a character: lower case, without accent, half width, straight quotes,
 * plain dash. Call `classOf` first; it fills the table.
 */
export function foldOf(unit: number): number {
  return FOLDED[unit] as number;
}

/** The letters that a ligature or an ellipsis stands for, or nothing. */
export const EXPANSIONS: ReadonlyMap<number, string> = new Map([
  [0x2026, '...'],
  [0xfb00, 'ff'],
  [0xfb01, 'fi'],
  [0xfb02, 'fl'],
  [0xfb03, 'ffi'],
  [0xfb04, 'ffl'],
]);

function learn(unit: number): number {
  const kind = classify(unit);
  CLASS[unit] = kind;
  FOLDED[unit] = kind === QUOTE ? QUOTE_MARK : fold(unit, kind);
  return kind;
}

function classify(unit: number): number {
  const char = String.fromCharCode(unit);
  if (BREAKS.includes(char)) return BREAK;
  if (QUOTES.includes(char)) return QUOTE;
  if (char === '\\' || char === '&' || char === '%' || char === '[' || unit === 0x1b) return OPENER;
  if (INVISIBLE.test(char) || ACCENT.test(char)) return HIDDEN;
  if (unit < 0x20 || (unit >= 0x7f && unit < 0xa0) || /[\s\u2800\u3164]/.test(char)) return SPACE;
  if (UNSPACED.test(char)) return IDEOGRAPH;
  return LETTER.test(char) ? WORD : OTHER;
}

function fold(unit: number, kind: number): number {
  const char = String.fromCharCode(unit);
  if (kind === OTHER && DASHES.test(char)) return 0x2d;
  if (unit < 128) return char.toLowerCase().charCodeAt(0);
  if (unit >= 0xd800 && unit < 0xe000) return unit;
  const base = char.normalize('NFKD');
  const only = base.replace(/[\u0300-\u036f]/g, '');
  return (only.length === 1 ? only : char).toLowerCase().charCodeAt(0);
}

for (let unit = 0; unit < 128; unit++) learn(unit);

/**
 * The shape that a folded character shares with those it is mistaken for when a screenshot is read: `1` and `i` look
 * like `l`, `0` like `o`. (`rn`, which looks like `m`, takes two characters and is treated where words are hashed.)
 */
export function shapeOf(folded: number): number {
  if (folded === 0x31 || folded === 0x69) return 0x6c;
  return folded === 0x30 ? 0x6f : folded;
}
