import { BREAK, classOf, QUOTE, SPACE, WORD } from './characters';

/** What an escape sequence stands for. */
export interface Escape {
  /** How many UTF-16 units of the text it takes up; 0 if there is no escape sequence here. */
  length: number;
  /** The unit it stands for; `NOTHING` if it stands for nothing at all (a colour code). */
  unit: number;
  /** Whether `unit` is a guess: `\n` in a file path looks like an escaped line break. */
  unsure: boolean;
}

/** The `unit` of an escape that stands for nothing. */
export const NOTHING = -1;

const ENTITIES: Readonly<Record<string, number>> = {
  quot: 0x22,
  apos: 0x27,
  amp: 0x26,
  lt: 0x3c,
  gt: 0x3e,
  nbsp: 0xa0,
  ensp: 0x2002,
  emsp: 0x2003,
  thinsp: 0x2009,
  shy: 0xad,
  zwnj: 0x200c,
  zwj: 0x200d,
  lrm: 0x200e,
  rlm: 0x200f,
  ndash: 0x2013,
  mdash: 0x2014,
  lsquo: 0x2018,
  rsquo: 0x2019,
  ldquo: 0x201c,
  rdquo: 0x201d,
  bull: 0x2022,
  hellip: 0x2026,
  laquo: 0xab,
  raquo: 0xbb,
  colon: 0x3a,
  comma: 0x2c,
  period: 0x2e,
  equals: 0x3d,
  lbrace: 0x7b,
  rbrace: 0x7d,
  lcub: 0x7b,
  rcub: 0x7d,
  sol: 0x2f,
  bsol: 0x5c,
  newline: 0x0a,
  tab: 0x09,
};

const ENTITY = /&(?:amp;)*(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/y;
const PERCENT = /%(?:25)*([0-9a-fA-F]{2})/y;
/** Terminal colour codes, with the escape character itself or written out. */
export const COLOUR_CODE = `(?:${String.fromCharCode(0x1b)}|\\\\+(?:x1[bB]|u001[bB]|033|e))\\[[0-9;:?]*[ -/]*[@-~]`;
const COLOUR = new RegExp(COLOUR_CODE, 'y');
const BARE_COLOUR = /\[(?:\d{1,3}(?:;\d{1,3})*)?m/y;
const HEX = /\\+(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))/y;
/** No entity or colour code is longer than this; it bounds the work for one character. */
const LONGEST = 64;

/**
 * Reads the escape sequence that starts at `at`: JSON and JavaScript escapes at any depth (`\"`, `\\\"`, `\n`,
 * `\u0022`), HTML entities, also doubly encoded, percent-encoding, and terminal colour codes.
 *
 * @param percent whether `%` opens an escape here, see `EncodedRuns`
 * @param into filled with the result; `length` is 0 if the text here is no escape sequence
 */
export function readEscape(text: string, at: number, percent: boolean, into: Escape): void {
  into.length = 0;
  into.unsure = false;
  switch (text.charCodeAt(at)) {
    case 0x5c:
      readBackslash(text, at, into);
      return;
    case 0x26:
      readEntity(text, at, into);
      return;
    case 0x25:
      if (percent) readPercent(text, at, into);
      return;
    default: {
      const found = matchAt(text.charCodeAt(at) === 0x1b ? COLOUR : BARE_COLOUR, text, at);
      if (found) set(into, found[0].length, NOTHING);
    }
  }
}

function set(into: Escape, length: number, unit: number): void {
  into.length = length;
  into.unit = unit;
}

/** Matches a sticky expression, looking at no more than a bounded stretch of the text. */
function matchAt(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = 0;
  return expression.exec(text.slice(at, at + LONGEST));
}

function readEntity(text: string, at: number, into: Escape): void {
  const found = matchAt(ENTITY, text, at);
  if (!found) return;
  const [whole, decimal, hex, name] = found;
  let unit: number | undefined;
  if (decimal !== undefined) unit = Number.parseInt(decimal, 10);
  else if (hex !== undefined) unit = Number.parseInt(hex, 16);
  else if (name !== undefined) unit = ENTITIES[name.toLowerCase()];
  if (unit !== undefined) set(into, whole.length, unit > 0xffff ? 0xfffd : unit);
}

function readPercent(text: string, at: number, into: Escape): void {
  const lead = percentByte(text, at);
  if (!lead) return;
  const opens = lead.byte === 0x26 || lead.byte === 0x1b || lead.byte === 0x5c;
  if (opens && readNested(text, at, lead.byte, into)) return;
  const more = lead.byte < 0xc0 ? 0 : lead.byte < 0xe0 ? 1 : lead.byte < 0xf0 ? 2 : 3;
  let unit = more === 0 ? lead.byte : lead.byte & (0x3f >> more);
  let length = lead.length;
  for (let i = 0; i < more; i++) {
    const next = percentByte(text, at + length);
    if (!next || (next.byte & 0xc0) !== 0x80) {
      set(into, lead.length, 0xfffd);
      return;
    }
    unit = (unit << 6) | (next.byte & 0x3f);
    length += next.length;
  }
  set(into, length, unit > 0xffff ? 0xfffd : unit);
}

/** What may follow `&`, the escape character or `\` within an escape sequence; it bounds what is decoded. */
const WITHIN: Readonly<Record<number, RegExp>> = {
  38: /[\w#;&]/,
  27: /[[\d;m]/,
  92: /[\\"'`/\w[;]/,
};
/** A JSON escape is decided by so many characters after its first backslash that is not followed by another. */
const LONGEST_JSON = 12;

/** Reads an escape sequence that was percent-encoded in turn, as in `%26quot%3B` or `%5C%22`; whether there is one. */
function readNested(text: string, at: number, lead: number, into: Escape): boolean {
  const within = WITHIN[lead] as RegExp;
  let decoded = '';
  const ends: number[] = [];
  for (let next = at, rest = LONGEST_JSON; next < text.length && ends.length < LONGEST; ) {
    const byte = text.charCodeAt(next) === 0x25 ? percentByte(text, next) : undefined;
    const unit = byte ? byte.byte : text.charCodeAt(next);
    if (ends.length > 0 && !within.test(String.fromCharCode(unit))) break;
    next += byte ? byte.length : 1;
    decoded += String.fromCharCode(unit);
    ends.push(next);
    if (lead === 0x5c ? unit !== lead && --rest === 0 : unit === (lead === 0x26 ? 0x3b : 0x6d)) break;
  }
  if (lead === 0x1b && decoded.length < 2) return false;
  readEscape(decoded, 0, false, into);
  if (into.length === 0) return false;
  into.length = (ends[into.length - 1] as number) - at;
  return true;
}

function percentByte(text: string, at: number): { byte: number; length: number } | undefined {
  const found = matchAt(PERCENT, text, at);
  if (!found) return undefined;
  return { byte: Number.parseInt(found[1] as string, 16), length: found[0].length };
}

function readBackslash(text: string, at: number, into: Escape): void {
  let next = at + 1;
  while (text.charCodeAt(next) === 0x5c) next++;
  const run = next - at;
  const code = text.charCodeAt(next);
  if (code === 0x2f || (next < text.length && classOf(code) === QUOTE)) {
    set(into, run + 1, code);
    return;
  }
  if (code === 0x26) {
    // A JSON escape in HTML: the quotation mark after the backslash is an entity.
    readEntity(text, next, into);
    if (into.length > 0 && classOf(into.unit) === QUOTE) {
      into.length += run;
      return;
    }
  }
  if (code === 0x6e || code === 0x72 || code === 0x74) {
    set(into, run + 1, code === 0x74 ? 0x09 : code === 0x72 ? 0x0d : 0x0a);
    into.unsure = !standsForSpace(text, at, next);
    return;
  }
  const colour = run <= 4 ? matchAt(COLOUR, text, at) : null;
  const hex = run <= 4 ? matchAt(HEX, text, at) : null;
  if (colour) set(into, colour[0].length, NOTHING);
  else if (hex) set(into, hex[0].length, Number.parseInt((hex[1] ?? hex[2]) as string, 16));
  else set(into, run, 0x5c);
}

/** How a line of a log begins: `2026-02-11`, `11.02.26`, `08:14:03`. */
const TIME_STAMP = /^\d{1,4}[-/.:]\d/;

/**
 * Whether the `\n`, `\r` or `\t` whose letter is at `letter` is surely white space. It may be the start of a name after
 * a backslash, as in `C:\new` or `DOMAIN\nancy`: there a small letter or digit follows, but no time stamp, and no
 * punctuation that ends a sentence stands before.
 */
function standsForSpace(text: string, at: number, letter: number): boolean {
  if (letter + 1 >= text.length) return true;
  const after = text[letter + 1] as string;
  if (classOf(after.charCodeAt(0)) !== WORD || after !== after.toLowerCase()) return true;
  if (TIME_STAMP.test(text.slice(letter + 1, letter + 8))) return true;
  if (at === 0) return false;
  const kind = classOf(text.charCodeAt(at - 1));
  return kind === SPACE || kind === BREAK || kind === QUOTE || '.,;!?)}]>'.includes(text[at - 1] as string);
}

/** A run of text that was encoded as a whole: it holds an encoded space, quote or line break. */
const ENCODED = /%(?:25)*(?:20|22|0[ad]|E2%(?:25)*80|C2%(?:25)*A0|E3%(?:25)*80%(?:25)*80)/i;
/** Encoded punctuation, or the first byte of a letter beyond ASCII. */
const ENCODED_MARK = /%(?:25)*(?:2[1-9a-f]|3[a-f]|40|5[b-e]|60|7[b-e]|[c-f][0-9a-f]%)/i;
/** A word of letters between two plus signs, as in `some+words+here`; in sums and in base64 that is rare. */
const PLUS_WORDS = /\+{1,8}[a-z]{1,24}[.,:;!?]?\+{1,8}[a-z]/i;

/** Tells which parts of a text are percent-encoded or form-encoded: a stray `%41` or `+` in prose is not. */
export class EncodedRuns {
  private end = -1;
  private encoded = false;

  constructor(private readonly text: string) {}

  /**
   * Whether the `%` or `+` at `at` belongs to a run without white space that was encoded as a whole, so that `%` opens an
   * escape and `+` may stand for a space. Calls must come in ascending order; each run is read once.
   */
  at(at: number): boolean {
    if (at >= this.end) {
      let end = at;
      while (end < this.text.length && !/\s/.test(this.text[end] as string)) end++;
      this.end = end;
      const run = this.text.slice(at, end);
      this.encoded = ENCODED.test(run) || PLUS_WORDS.test(run) || (run.includes('+') && ENCODED_MARK.test(run));
    }
    return this.encoded;
  }
}
