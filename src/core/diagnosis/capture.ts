import { prefixEnd } from './continuation';
import type { Claim } from './judge';
import { COLOUR, decodeEntities, decodePercent, removeTags } from './layers';
import { closersOf, QUOTATION, quotesIn, rawBefore } from './open-values';
import { type Pack, partsOf } from './pack';
import { AFTER_BREAK, AFTER_SOFT, lineStart, NOWHERE, Reader, type Stream } from './stream';

/** A named value, as the user wrote it. */
export interface Capture {
  name: string;
  /** The user's own characters, with escapes, line wraps and invisible characters undone. */
  value: string;
  /** UTF-16 offsets in the pasted text, `end` exclusive. */
  start: number;
  end: number;
}

/** The names of the values that stand between two segments, and how many quotation marks the signature has beside them. */
export interface Gap {
  names: string[];
  marksBefore: number;
  marksAfter: number;
}

/** Where a gap's values stand: in the stream, and in the original with quotation marks of their own. */
interface Span {
  gap: Gap;
  from: number;
  to: number;
  start: number;
  end: number;
}

/** What a text was wrapped in: whether its fixed parts show it, and how it is undone. */
interface Layer {
  shows: (fixed: string, whole: string) => boolean;
  undo: (text: string) => string;
}

const ENTITY = /&(?:amp;)*(?:quot|apos|amp|lt|gt|nbsp|#\d+|#x[0-9a-f]+);/i;
const PERCENT_ENCODED = /%(?:25)*(?:20|22|0a|0d|c2%(?:25)*a0)/i;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const JSON_LAYER: Layer = {
  shows: (fixed, whole) => /\\"/.test(whole) && !/(?:^|[^\\])"/.test(fixed.includes('"') ? fixed : whole),
  undo: (text) =>
    text.replace(/\\(?:u([0-9a-f]{4})|([^u]))/gi, (_, hex?: string, char = '') =>
      hex === undefined ? (ESCAPES[char] ?? char) : String.fromCharCode(Number.parseInt(hex, 16)),
    ),
};
const LAYERS: readonly Layer[] = [
  {
    shows: (fixed, whole) => !/\s/.test(whole) && (PERCENT_ENCODED.test(whole) || fixed.includes('+')),
    undo: (text) => decodePercent(text.replaceAll('+', ' ')),
  },
  { shows: (_, whole) => ENTITY.test(whole), undo: decodeEntities },
  {
    // In a CSV cell quotation marks are doubled.
    shows: (fixed, whole) =>
      ((fixed.includes('"') ? fixed : whole).match(/"+/g) ?? ['"']).every((run) => run.length % 2 === 0),
    undo: (text) => text.replaceAll('""', '"'),
  },
  JSON_LAYER,
];
const MAX_LAYERS = 6;
/** Quotation marks at a text's start and end. */
const EDGES = [/^[\s"'`´‘’‚‛“”„‟«»‹›\\]+/, /[\s"'`´‘’‚‛“”„‟«»‹›\\]+$/];
const OWN_BEFORE_BREAK = /^(?:[^\S\r\n]*["'`“”‘’«»]+)*/;
const OWN_BEHIND_BREAK = /(?:["'`“”‘’]+[^\S\r\n]*)*$/;
/** Invisible characters, but for those that join or vary the character before them. */
const INVISIBLE = /[\u00ad\u200b\ufeff]|(?<=[\0-\x7f]|^)\p{Cf}/gu;
const ESCAPED_MARK = /(?:\\|%5c)+(?:"|%22|&quot;)$/i;
/** Before and after a string of a JSON document. */
const JSON_BEFORE = /(?:^|[:[{"]|%22)\s*$/;
const JSON_AFTER = /^[^"\\]{0,3}"\s*[,}\]]/;

/** Reads the values between a claim's fixed parts, in the text's order. */
export function readCaptures(text: string, stream: Stream, pack: Pack, claim: Claim): Capture[] {
  const { pattern } = claim.alignment;
  const gaps = pack.gaps.get(pattern) ?? readGaps(pack, pattern);
  pack.gaps.set(pattern, gaps);
  const spans = spansOf(text, stream, gaps, claim);
  if (spans.length === 0) return [];
  const from = stream.starts[claim.start] as number;
  const to = stream.ends[claim.end - 1] as number;
  const layers = layersOf(text, from, to, spans);
  const captures: Capture[] = [];
  for (const span of spans) split(text, stream, claim, span, layers, captures);
  return captures;
}

/** Where values stand between the segments that were found: before the first, between two, behind the last. */
function spansOf(text: string, stream: Stream, gaps: Gap[], claim: Claim): Span[] {
  const { starts, ends, head } = claim.alignment;
  const spans: Span[] = [];
  let done = claim.start;
  for (let i = 0; i <= starts.length; i++) {
    const gap = gaps[i] as Gap;
    const next = i < starts.length ? (starts[i] as number) : NOWHERE;
    const isReached = i === 0 ? claim.leading : ends[i - 1] !== NOWHERE || (head.inValue && starts[i - 1] === NOWHERE);
    const stop = next === NOWHERE && claim.trailing ? claim.end : next;
    if (isReached && stop !== NOWHERE && gap.names.length > 0) {
      const from = i === 0 ? done : Math.min(stop, behindPrefix(text, stream, claim.start, done));
      spans.push(spanOf(text, stream, gap, from, stop, claim));
    }
    if (isReached && next === NOWHERE && claim.trailing) break;
    if (next !== NOWHERE && ends[i] !== NOWHERE) done = ends[i] as number;
  }
  return spans;
}

/** The values of a pattern's gaps: before, between and after its segments. */
function readGaps(pack: Pack, pattern: number): Gap[] {
  const gaps: Gap[] = [{ names: [], marksBefore: 0, marksAfter: 0 }];
  for (const [i, part] of partsOf(pack, pattern).entries()) {
    const gap = gaps[gaps.length - 1] as Gap;
    if (part.kind === 'value') gap.names.push(part.name);
    else if (part.kind === 'text') {
      const [opening = '', closing = ''] = EDGES.map((marks) => marks.exec(part.text)?.[0]);
      const count = (marks: string) => (marks.match(QUOTATION) ?? []).length;
      const inner = i > 0 ? `x${part.text}` : part.text;
      if (gap.names.length > 0) gap.marksAfter = count(opening);
      // Text without a character that counts is no segment.
      if (new Reader().read(inner, 0, inner.length).length > (i > 0 ? 1 : 0)) {
        gaps.push({ names: [], marksBefore: count(closing), marksAfter: 0 });
      } else if (gap.names.length === 0) gap.marksBefore = count(opening);
    }
  }
  return gaps;
}

/** Where the original has what stands between two places of the stream, with quotation marks that the signature has not. */
function spanOf(text: string, stream: Stream, gap: Gap, from: number, to: number, claim: Claim): Span {
  const { starts, ends, flags, length } = stream;
  const isFirst = from === claim.start;
  const before = isFirst ? (starts[from] as number) : (ends[from - 1] as number);
  const after = to < length && to !== claim.end ? (starts[to] as number) : to > 0 ? (ends[to - 1] as number) : before;
  if (from >= to) {
    // Nothing but quotation marks, if anything.
    const marks = [...text.slice(before, after).matchAll(QUOTATION)];
    const own = marks.slice(gap.marksBefore, gap.marksAfter > 0 ? -gap.marksAfter : undefined);
    const last = own[own.length - 1];
    const [start, end] = own[0] && last ? [own[0].index, last.index + last[0].length] : [0, 0];
    return { gap, from, to, start: before + start, end: before + end };
  }
  let start = starts[from] as number;
  let end = ends[to - 1] as number;
  if (!isFirst && ((flags[from] as number) & AFTER_SOFT) !== 0) {
    const own = [...withoutTags(text.slice(before, start)).matchAll(QUOTATION)][gap.marksBefore];
    if (own) start = before + own.index;
  }
  if (after > end && ((flags[to] as number) & AFTER_SOFT) !== 0) {
    const marks = [...withoutTags(text.slice(end, after)).matchAll(QUOTATION)];
    const last = marks[marks.length - gap.marksAfter - 1];
    if (last) end += last.index + last[0].length;
  }
  // A plus sign is white space, unless it stands beside white space.
  if (!isFirst && text[start - 1] === '+') start -= /(?<=\s)\++$/.exec(text.slice(before, start))?.[0].length ?? 0;
  if (text[end] === '+') end += /^\++(?![\p{L}\p{N}+])/u.exec(text.slice(end, after + 1))?.[0].length ?? 0;
  end = Math.min(end, ends[claim.end - 1] as number);
  if (gap.names.length === 1 && gap.marksBefore + gap.marksAfter === 0) {
    if (isFirst) [start, end] = paired(text, start, end, rawBefore(text, stream, from), -1);
    if (to === claim.end) [start, end] = paired(text, start, end, rawBefore(text, stream, to), 1);
  }
  return { gap, from, to, start, end };
}

/** Where a value at a message's edge stands: with the mark outside that pairs with one in it, or without any if they enclose it. */
function paired(text: string, start: number, end: number, outside: string, step: number): [number, number] {
  const marks = quotesIn(text.slice(start, end));
  const stands = (one: string) => (step > 0 ? outside.startsWith(one) : outside.endsWith(one));
  const mark = marks.find(([one]) => closersOf(one, step).some(stands))?.[0] ?? '';
  const partner = closersOf(mark, step).find(stands) ?? '';
  const own = marks.filter(([one]) => one === mark || one === partner);
  if (own.length % 2 === 0) return [start, end];
  const isAll = own.length === 1 && own[0]?.index === (step > 0 ? 0 : end - start - mark.length);
  const [inside, beyond] = isAll ? [mark.length, 0] : [0, partner.length];
  return step > 0 ? [start + inside, end + beyond] : [start - beyond, end - inside];
}

/** A text with white space in the place of its tags, in whose attributes quotation marks stand. */
function withoutTags(text: string): string {
  return text.includes('<') ? text.replace(/<[^<>]*>/g, (tag) => ' '.repeat(tag.length)) : text;
}

/** The layers that the values have too: layer after layer is undone until the fixed text, which is known, shows none. */
function layersOf(text: string, from: number, to: number, spans: Span[]): Layer[] {
  const own = text.slice(from, to);
  if (!/[%&\\+]|""/.test(own) && !own.includes('<')) return [];
  let fixed = '';
  let done = from;
  for (const { start, end } of spans) {
    fixed += `${text.slice(done, start)} `;
    done = end;
  }
  fixed += text.slice(done, to);
  const layers: Layer[] = [];
  // A quotation mark before the message tells too, if it is escaped.
  const before = text.slice(Math.max(0, from - 40), from);
  const mark = ESCAPED_MARK.exec(before)?.[0] ?? '';
  let [left, all] = [fixed, own.includes('"') ? own : mark + own];
  while (layers.length < MAX_LAYERS) {
    const layer = LAYERS.find(({ shows }) => shows(left, all));
    if (!layer) break;
    const undone = layer.undo(all);
    if (undone === all) break;
    layers.push(layer);
    left = layer.undo(left);
    all = undone;
  }
  // The message may be a string of a JSON document, or of one that is itself such a string.
  const isInner = mark !== '' && all.startsWith('"') && JSON_BEFORE.test(before.slice(0, -mark.length));
  const isOuter = JSON_BEFORE.test(before.replace(/"$/, '')) && JSON_AFTER.test(text.slice(to, to + 40));
  const isPlain = before.endsWith('"') && !layers.includes(JSON_LAYER) && !/(?:^|[^\\])"/.test(fixed);
  if (isInner || (isOuter && isPlain)) layers.push(JSON_LAYER);
  if (/<\/|<br/i.test(all)) layers.push({ shows: () => true, undo: (value) => removeTags(value, all) });
  return layers;
}

/** Values side by side are told apart by white space: all but the last hold none. */
function split(text: string, stream: Stream, claim: Claim, span: Span, layers: Layer[], captures: Capture[]): void {
  const { names } = span.gap;
  let at = span.start;
  for (let i = 0; i < names.length; i++) {
    let stop = i < names.length - 1 ? at : span.end;
    while (stop < span.end && !/\s/.test(text.charAt(stop))) stop++;
    const raw = names.length > 1 ? text.slice(at, stop) : unwrapped(text, stream, claim.start, span);
    if (names[i] !== '') captures.push({ name: names[i] as string, value: undo(raw, layers), start: at, end: stop });
    for (at = stop; at < span.end && /\s/.test(text.charAt(at)); ) at++;
  }
}

/** Where a line that begins at `at` starts behind the prefix that it has in common with its message's first line. */
function behindPrefix(text: string, stream: Stream, first: number, at: number): number {
  if (((stream.flags[at] as number) & AFTER_BREAK) === 0) return at;
  const behind = prefixEnd(stream, lineStart(stream, first), at);
  return behind > at && /\s/.test(text.charAt(stream.ends[behind - 1] as number)) ? behind : at;
}

/** A value's lines, joined: each without the quotation's, list's or table's marks and the prefix that lines have in common. */
function unwrapped(text: string, stream: Stream, first: number, span: Span): string {
  const { flags, starts, ends } = stream;
  const pieces: string[] = [];
  let start = span.start;
  for (let at = span.from + 1; at < span.to; at++) {
    if (((flags[at] as number) & AFTER_BREAK) === 0) continue;
    const next = behindPrefix(text, stream, first, at);
    if (next >= span.to) return pieces.concat(text.slice(start, ends[at - 1])).join(' ');
    // Quotation marks that stand beside the value's own characters are its own.
    const closing = OWN_BEFORE_BREAK.exec(text.slice(ends[at - 1], starts[at]))?.[0].length ?? 0;
    const opening = OWN_BEHIND_BREAK.exec(text.slice(ends[next - 1], starts[next]))?.[0].length ?? 0;
    pieces.push(text.slice(start, (ends[at - 1] as number) + closing));
    start = (starts[next] as number) - opening;
  }
  pieces.push(text.slice(start, span.end));
  return pieces.join(' ');
}

function undo(raw: string, layers: Layer[]): string {
  let value = raw;
  for (const layer of layers) value = layer.undo(value);
  const visible = value.replace(COLOUR, '').replace(INVISIBLE, '');
  return visible.replace(/[\r\n]+/g, ' ').trim();
}
