/** Punctuation and symbols that count. */
export const MARK = 0;
/** Letters and digits. */
export const WORD = 1;
/** White space, and the plus sign, which is white space in a form. */
export const SPACE = 2;
export const BREAK = 3;
/** Invisible: zero-width characters, soft hyphens, accents written apart from their letter. */
export const HIDDEN = 4;
/** A letter of a script written without spaces: a word of its own. */
export const IDEOGRAPH = 5;
/** Quotation marks and backslashes: they come and go as a text is quoted and escaped, so they are never compared. */
export const SOFT = 6;

const QUOTES = '"\'`´‘’‚‛“”„‟«»‹›′″＂＇\\';
const BREAKS = '\n\r\f\v\u0085\u2028\u2029';
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|[\u{300}-\u{36f}]/u;
const DASHES = /[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]/;

/** The characters that one unit stands for: an ellipsis and ligatures. */
export const EXPANSIONS: ReadonlyMap<number, string> = new Map(
  [...'…\ufb00\ufb01\ufb02\ufb03\ufb04'].map((char) => [char.charCodeAt(0), char.normalize('NFKD')]),
);

/** Classes and folded forms are found out when a unit is first met: all 65,536 at once would take 40 ms. */
const UNKNOWN = 255;
const CLASSES = new Uint8Array(65536).fill(UNKNOWN);
const FOLDED = new Uint16Array(65536);

/** The class of a UTF-16 unit, one of the above. Halves of surrogate pairs are marks. */
export function classOf(unit: number): number {
  const known = CLASSES[unit] as number;
  return known === UNKNOWN ? learn(unit) : known;
}

/** A unit in lower case, without accent, in half width, dashes as `-`. Call `classOf` first. */
export function foldOf(unit: number): number {
  return FOLDED[unit] as number;
}

/** Whether a folded unit is a letter or digit. */
export function isLetter(folded: number): boolean {
  const kind = classOf(folded);
  return kind === WORD || kind === IDEOGRAPH;
}

/** Whether a folded unit is one of 0 to 9. */
export function isDigit(folded: number): boolean {
  return folded >= 0x30 && folded <= 0x39;
}

/** Per folded unit the shape that it shares with those that it is mistaken for on a screenshot: 1 and i are l, 0 is o. */
export const SHAPES = Uint16Array.from({ length: 65536 }, (_, unit) => unit);
SHAPES[0x31] = SHAPES[0x69] = 0x6c;
SHAPES[0x30] = 0x6f;

/** The letters of which the first two together look like the third. */
export const [R, N, M] = [0x72, 0x6e, 0x6d];

function learn(unit: number): number {
  const kind = classify(unit);
  CLASSES[unit] = kind;
  FOLDED[unit] = fold(unit, kind);
  return kind;
}

function classify(unit: number): number {
  const char = String.fromCharCode(unit);
  if (BREAKS.includes(char)) return BREAK;
  if (QUOTES.includes(char)) return SOFT;
  if (INVISIBLE.test(char)) return HIDDEN;
  if (unit < 0x20 || (unit >= 0x7f && unit < 0xa0) || /[\s+\u2800\u3164]/.test(char)) return SPACE;
  if (UNSPACED.test(char)) return IDEOGRAPH;
  return /[\p{L}\p{N}\p{M}]/u.test(char) ? WORD : MARK;
}

function fold(unit: number, kind: number): number {
  const char = String.fromCharCode(unit);
  if (kind === MARK && DASHES.test(char)) return 0x2d;
  if (unit < 128) return char.toLowerCase().charCodeAt(0);
  if (unit >= 0xd800 && unit < 0xe000) return unit;
  const plain = char.normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
  return (plain.length === 1 ? plain : char).toLowerCase().charCodeAt(0);
}
