import { BREAK, classOf, HIDDEN, QUOTE_MARK, SPACE } from './characters';
import { COLOUR_CODE } from './escape';
import { DECORATION, endOf, type Stream } from './normalise';

/** A named value, as the user wrote it. */
export interface Capture {
  name: string;
  /** The user's own characters, with escapes, line wraps and invisible characters undone. */
  value: string;
  /** UTF-16 offsets in the pasted text, `end` exclusive. */
  start: number;
  end: number;
}

/** How a stretch of text was escaped on its way, told from its fixed parts. */
interface Transport {
  /** How often JSON string escaping was applied. */
  json: number;
  html: boolean;
  percent: boolean;
  /** Quotation marks are doubled, as in a CSV cell. */
  doubled: boolean;
  /** They were doubled after JSON escaping: a quotation mark is `\\""`. */
  doubledAfter: boolean;
  /** Its lines are those of a quoted mail: `>` opens them, with white space after it or not. */
  mail: boolean;
}

const BACKSLASH = 0x5c;
const PLUS = 0x2b;
const COLOUR = new RegExp(COLOUR_CODE, 'g');
const MAIL_WRAP = /[^\S\r\n]*(?:\r\n|[\r\n\u0085\u2028\u2029])+(?:[^\S\r\n]*[>»])*[^\S\r\n]*/g;
/** Of the text before and after a message that is a string of a JSON document. */
const JSON_BEFORE = /[:[,{]\s*"$/;
const JSON_AFTER = /^[^"\\]{0,3}"\s*[,}\]]/;
/** So many characters before and after a message are looked at. */
const AROUND = 40;
const WRAP = /[^\S\r\n]*(?:\r\n|[\r\n\u0085\u2028\u2029])+(?:[^\S\r\n]*[>|*•·│┃](?=[^\S\r\n]))*[^\S\r\n]*/g;

/**
 * Reads the values between a claim's fixed parts.
 *
 * @param gaps the names of the values before, between and after the segments
 * @param starts where the segments start in the stream; `ends` where they end
 * @param from where the stretch before the first segment starts; `to` where the one after the last ends
 */
export function readCaptures(
  text: string,
  stream: Stream,
  gaps: readonly (readonly string[])[],
  starts: readonly number[],
  ends: readonly number[],
  from: number,
  to: number,
): Capture[] {
  if (gaps.every((names) => names.length === 0)) return [];
  const transport = readTransport(text, stream, starts, ends);
  const pairs = transport.doubled || transport.doubledAfter;
  const captures: Capture[] = [];
  for (let gap = 0; gap < gaps.length; gap++) {
    const names = gaps[gap] as readonly string[];
    if (names.length === 0) continue;
    let first = gap === 0 ? from : (ends[gap - 1] as number);
    let end = gap === starts.length ? to : (starts[gap] as number);
    // The mark that opens a wrapped line is the page's, if the value begins there.
    while (gap > 0 && first < end && isDecoration(stream, first)) first++;
    // The same if the fixed text goes on there.
    while (gap < starts.length && first < end && isDecoration(stream, end - 1)) end--;
    // A backslash before a quotation mark belongs to that, however each of them was escaped.
    while (first < end && stream.chars[end - 1] === BACKSLASH && isQuote(stream, end)) end--;
    // A doubled quotation mark is one: its second half is no part of the value.
    if (pairs && first < end && first > 0 && isQuote(stream, first) && isQuote(stream, first - 1)) {
      first++;
    }
    if (pairs && first < end && isQuote(stream, end) && isQuote(stream, end - 1)) end--;
    if (first < end) {
      readGap(text, stream, names, first, end, transport, captures);
      continue;
    }
    const at = gap === 0 ? (stream.offsets[from] as number) : endOf(stream, text, first - 1);
    for (const name of names) add(captures, name, '', at, at);
  }
  // A list that grew has room left, and a long text has many of them.
  return captures.slice();
}

/** Alternatives that were too many to expand are values without a name. */
function add(captures: Capture[], name: string, value: string, start: number, end: number): void {
  if (name !== '') captures.push({ name, value, start, end });
}

function isDecoration(stream: Stream, at: number): boolean {
  return ((stream.flags[at] as number) & DECORATION) !== 0;
}

function isQuote(stream: Stream, at: number): boolean {
  return at < stream.length && stream.chars[at] === QUOTE_MARK;
}

/** Adds the values of one gap, which spans the stream from `first` to `end` and is not empty. */
function readGap(
  text: string,
  stream: Stream,
  names: readonly string[],
  first: number,
  end: number,
  transport: Transport,
  captures: Capture[],
): void {
  const from = stream.offsets[first] as number;
  const to = endOf(stream, text, end - 1);
  let at = from;
  for (let i = 0; i < names.length; i++) {
    let stop = to;
    if (i < names.length - 1) {
      // Values side by side are told apart by white space: all but the last hold none.
      stop = at;
      while (stop < to && !isSpace(text.charCodeAt(stop))) stop++;
    }
    add(captures, names[i] as string, undo(text.slice(at, stop), transport), at, stop);
    at = stop;
    while (at < to && isSpace(text.charCodeAt(at))) at++;
  }
}

function isSpace(unit: number): boolean {
  const kind = classOf(unit);
  return kind === SPACE || kind === BREAK;
}

/** Looks at how the quotation marks, spaces and symbols of the fixed parts, and those next to the values, are written. */
function readTransport(text: string, stream: Stream, starts: readonly number[], ends: readonly number[]): Transport {
  const transport: Transport = {
    json: 0,
    html: false,
    percent: false,
    doubled: false,
    doubledAfter: false,
    mail: false,
  };
  const last = ends.length - 1;
  const from = Math.max(0, (starts[0] as number) - 1);
  const to = Math.min(stream.length, (ends[last] as number) + 1);
  const first = starts[0] as number;
  const end = ends[last] as number;
  // Only double quotes are escaped or doubled, apostrophes are not. What stands around the message may quote it.
  let plain = 0;
  let doubled = 0;
  // Fixed text tells how quotes are written; those within values are asked only where it holds none.
  let fixed = 0;
  let fixedDoubled = 0;
  let segment = 0;
  let form = false;
  for (let at = from; at < to; at++) {
    const offset = stream.offsets[at] as number;
    const unit = text.charCodeAt(offset);
    while (segment < last && at >= (starts[segment + 1] as number)) segment++;
    if (unit === PLUS && isDecoration(stream, at) && at > first && at < end) form = true;
    // Escapes that were percent-encoded in turn.
    if (unit === 0x25) {
      const raw = text.slice(offset, endOf(stream, text, at));
      if (stream.chars[at] !== 0x26 && /^%(?:25)*26/.test(raw)) transport.html = true;
      const slashes = stream.chars[at] === QUOTE_MARK ? (raw.match(/%(?:25)*5c/gi) ?? []).length : 0;
      if (slashes > 0) transport.json = Math.max(transport.json, Math.round(Math.log2(slashes + 1)));
    }
    if (unit === 0x5c && stream.chars[at] === QUOTE_MARK) {
      let run = 1;
      while (text.charCodeAt(offset + run) === 0x5c) run++;
      transport.json = Math.max(transport.json, Math.round(Math.log2(run + 1)));
      if (text.charCodeAt(offset + run) === 0x26) transport.html = true;
    } else if (unit === 0x26 && stream.chars[at] !== 0x26) {
      transport.html = true;
    } else if (unit === 0x26 && endOf(stream, text, at) > offset + 1) {
      transport.html = true;
    } else if (stream.chars[at] === QUOTE_MARK && at > from && stream.chars[at - 1] === BACKSLASH) {
      transport.json = Math.max(transport.json, 1);
    } else if (unit === 0x22 && at > first && text.startsWith('\\"', offset - 2)) {
      transport.doubledAfter = true;
    } else if (unit === 0x22 && at >= first && at < end) {
      const pair = text.charCodeAt(offset - 1) === unit || text.charCodeAt(offset + 1) === unit;
      plain++;
      if (pair) doubled++;
      // At a fixed part's end a quote may be the value's own.
      if (at > (starts[segment] as number) && at < (ends[segment] as number) - 1) {
        fixed++;
        if (pair) fixedDoubled++;
      }
    }
  }
  const start = stream.offsets[first] as number;
  const stop = endOf(stream, text, end - 1);
  const before = text.slice(Math.max(0, start - AROUND), start);
  const isString = JSON_BEFORE.test(before) && JSON_AFTER.test(text.slice(stop, stop + AROUND));
  if (plain > 0) transport.json = 0;
  else if (isString) transport.json = Math.max(transport.json, 1);
  transport.mail = /(?:^|[\r\n])[^\S\r\n]*[>»][^\r\n]*$/.test(before);
  transport.doubled = fixed > 0 ? fixedDoubled === fixed : doubled > 0 && doubled === plain;
  const raw = text.slice(start, stop);
  // White space is not in the stream.
  if (/&(?:nbsp|#160|#xa0);/i.test(raw)) transport.html = true;
  transport.percent = !/\s/.test(raw) && (form || /%(?:25)*(?:20|22|0a|0d|c2%(?:25)*a0)/i.test(raw));
  return transport;
}

/** Undoes what was done to a value on its way. */
function undo(raw: string, transport: Transport): string {
  let value = raw;
  if (transport.percent) value = undoPercent(value);
  if (transport.html) value = undoEntities(value);
  if (transport.doubledAfter) value = value.replaceAll('""', '"');
  for (let depth = 0; depth < transport.json; depth++) value = undoJson(value);
  if (transport.doubled) value = value.replaceAll('""', '"');
  value = value.replace(COLOUR, '').replace(transport.mail ? MAIL_WRAP : WRAP, ' ');
  return stripHidden(value).trim();
}

const JSON_LETTERS: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
};

function undoJson(value: string): string {
  return value.replace(/\\(?:u([0-9a-fA-F]{4})|([^u]))/g, (_, hex?: string, char?: string) =>
    hex === undefined
      ? (JSON_LETTERS[char as string] ?? (char as string))
      : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

const ENTITY_CHARS: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
};

function undoEntities(value: string): string {
  let before: string;
  let after = value;
  do {
    before = after;
    after = before.replace(
      /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(quot|apos|amp|lt|gt|nbsp));/gi,
      (whole, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return ENTITY_CHARS[name.toLowerCase()] as string;
        const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      },
    );
  } while (after !== before && after.includes('&'));
  return after;
}

function undoPercent(value: string): string {
  let after = value.replaceAll('+', ' ');
  while (/%25(?:25)*[0-9a-fA-F]{2}/.test(after)) after = after.replaceAll('%25', '%');
  return after.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

/** Takes out zero-width characters, but not those that join emoji or the letters of a script that needs them. */
function stripHidden(value: string): string {
  let out = '';
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    const joins = unit >= 0x300 && (value.charCodeAt(i - 1) > 0x7f || unit < 0x370 || unit >= 0xfe00);
    if (classOf(unit) !== HIDDEN || (joins && unit !== 0xfeff && unit !== 0x200b)) out += value[i];
  }
  return out;
}
