import { isLetter } from './characters';
import { areDots } from './edges';
import type { Pack } from './pack';
import type { Section } from './pack-index';
import { AFTER_SOFT, AFTER_TAB, lineEdge, lineEnd, lineStart, NOWHERE, type Stream } from './stream';

const [DOT, LESS, GREATER, SLASH] = [0x2e, 0x3c, 0x3e, 0x2f];
/** A closing quotation mark, cell or tag is looked for in so many characters; beyond, a value goes to its line's end. */
export const MAX_LOOK = 8192;
/** A quotation mark as it stands in some layer, or backslashes that escape nothing. */
export const QUOTATION =
  /\\*(?:%(?:25)*5c)*(?:""|["'`´‘’‚‛“”„‟«»‹›]|&(?:amp;)*(?:quot|#34|#x22|apos|#39|#x27);|%(?:25)*(?:2[27]|60)|(?<=\\)u00(?:2[27]|60))|(?:\\|%(?:25)*5c)+(?![nrtux"']|%22)/gi;
const [OPENING, CLOSING] = ['“„‘«‹»›', '”“’»›«‹'];

/** The mark that closes what a quotation mark opens (`step` -1: the other way round), escaped as that is. */
function partnerOf(mark: string, step: number): string {
  const partner = (step > 0 ? CLOSING : OPENING)[(step > 0 ? OPENING : CLOSING).indexOf(mark.slice(-1))];
  return partner === undefined ? mark : mark.slice(0, -1) + partner;
}

/** The marks that close what one opens: a mark with fewer escapes closes what is around it too, an apostrophe a backtick. */
export function closersOf(mark: string, step: number): string[] {
  const partner = partnerOf(mark, step);
  return [partner, step < 0 ? partner.replace("'", '`') : mark === '`' ? "'" : partner.slice(-1)];
}

/** The quotation marks in a text, without apostrophes. */
export function quotesIn(text: string): RegExpExecArray[] {
  const isApostrophe = ({ 0: mark, index }: RegExpExecArray) =>
    /^[\p{L}\p{N}]{2}$/u.test(text.charAt(index - 1) + text.charAt(index + mark.length));
  return [...text.matchAll(QUOTATION)].filter((mark) => !/\\$|5c$/i.test(mark[0]) && !isApostrophe(mark));
}

/** What the original has just before a character of the stream that the stream has not. */
export function rawBefore(text: string, stream: Stream, at: number): string {
  const from = at > 0 ? (stream.ends[at - 1] as number) : Math.max(0, (stream.starts[0] ?? 0) - 16);
  return text.slice(from, at < stream.length ? stream.starts[at] : from + 16);
}

/** Where a value ends that begins at `from` (`step` -1: begins that ends there), if the pack, at `lit`, and the text quote it. */
export function quotedEnd(pack: Pack, lit: number, section: Section, from: number, step: number): number {
  if (((pack.stream.flags[lit] as number) & AFTER_SOFT) === 0) return NOWHERE;
  const { text, stream } = section;
  const { chars, flags, starts, ends } = stream;
  // The pack's text is divided by a tab or line break.
  const beside = rawBefore(pack.text, pack.stream, lit).split(/[\t\n]/);
  const raw = rawBefore(text, stream, from);
  const marks = quotesIn(raw.replaceAll('""', '" "')).map(([mark]) => mark);
  if (step < 0) marks.reverse();
  const [first = '', next = ''] = marks;
  const mark = marks.at(-1) ?? '';
  if (mark === '' || quotesIn(beside.at(step > 0 ? 0 : -1) ?? '').length === 0) return NOWHERE;
  // What stands directly before a value, twice, opens it.
  const isSpaced = raw !== (step > 0 ? raw.trimEnd() : raw.trimStart());
  if ((isSpaced || marks.length > 2) && closersOf(first, step).includes(next)) return from;
  const closers = closersOf(mark, step);
  let left = Math.min(MAX_LOOK, Math.abs(lineEdge(stream, from, step) - from));
  for (let at = from + step; left-- > 0; at += step) {
    section.budget.steps--;
    if (((flags[at] as number) & AFTER_SOFT) === 0) continue;
    section.budget.steps -= 32;
    const begin = ends[at - 1] ?? 0;
    const end = at < stream.length ? (starts[at] as number) : text.length;
    const stands = closers.some((one) => (step > 0 ? text.startsWith(one, begin) : text.endsWith(one, end)));
    const isWithin = end - begin === mark.length && isLetter(chars[at - 1] ?? 0) && isLetter(chars[at] as number);
    if (stands && !isWithin) return at;
  }
  return NOWHERE;
}

/** Where a value ends that nothing fixed follows: at its line's edge, or with the cell, tag or quotation that the message has for itself. */
export function openEnd(text: string, stream: Stream, start: number, from: number, isCut: boolean): number {
  const { chars, flags } = stream;
  const edge = lineEnd(stream, from);
  const mark = ((flags[start] as number) & AFTER_SOFT) !== 0 ? rawBefore(text, stream, start).trim() : '';
  const closing = partnerOf(mark, 1);
  const isCell = ((flags[start] as number) & AFTER_TAB) !== 0;
  const isTagged = chars[start - 1] === GREATER;
  const last = isCell || isTagged || mark !== '' ? Math.min(edge, from + MAX_LOOK) : from;
  for (let at = from; at < last; at++) {
    if (isCell && at > from && ((flags[at] as number) & AFTER_TAB) !== 0) return at;
    if (isTagged && chars[at] === LESS && chars[at + 1] === SLASH) return at;
    if (mark === '' || at === from || ((flags[at] as number) & AFTER_SOFT) === 0) continue;
    const raw = rawBefore(text, stream, at);
    const letter = isLetter(chars[at] as number) && raw.endsWith(closing);
    if (raw.startsWith(closing) && !letter && !raw.startsWith(closing + closing)) return at;
  }
  return isCut ? beyondDots(stream, edge, -1) : edge;
}

/** Where a value starts in which a message was cut off: at its line's or cell's edge, behind an ellipsis. */
export function openStart(stream: Stream, to: number): number {
  const { flags } = stream;
  let at = lineStart(stream, Math.max(0, to - 1));
  for (let cell = to - 1; cell > Math.max(at, to - MAX_LOOK); cell--) {
    if (((flags[cell] as number) & AFTER_TAB) !== 0) at = cell;
  }
  return Math.min(to, beyondDots(stream, at, 1));
}

/** The place beyond the ellipsis, in brackets or not, that stands at a place; that place if there is none. */
function beyondDots(stream: Stream, at: number, step: number): number {
  if (!areDots(stream, at, step)) return at;
  const charAt = (place: number) => stream.chars[step > 0 ? place : place - 1] as number;
  let place = charAt(at) === DOT ? at : at + step;
  while (charAt(place) === DOT) place += step;
  return '[]()'.includes(String.fromCharCode(charAt(place))) ? place + step : place;
}
