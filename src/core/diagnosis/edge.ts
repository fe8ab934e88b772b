import { QUOTE_MARK } from './characters';
import { AFTER_BREAK, DECORATION, type Stream } from './normalise';

/** How surely the text was cut off at a place. */
export const NO_EDGE = 0;
/** A quotation mark, a cell's border: a fragment may have been quoted. */
export const QUOTED_EDGE = 1;
/** The edge of a line or of the text, or an ellipsis. */
export const SURE_EDGE = 2;

/** How much of a line is looked at to tell whether it was wrapped. */
const LINE_STEPS = 400;
const DOT = 0x2e;
const BAR = 0x7c;
const LESS = 0x3c;
const GREATER = 0x3e;
const TAB = 0x09;

/**
 * How surely a text was cut off just before a place of its stream (`step` -1: how surely it begins there).
 *
 * @param torn whether a word is known to break off there, so that the next line cannot go on with the sentence
 * @param budget pays for a look at the lines around
 */
export function edgeAt(
  text: string,
  stream: Stream,
  at: number,
  step: number,
  torn: boolean,
  budget: { steps: number },
): number {
  const { chars, flags } = stream;
  if (step > 0) {
    if (at >= stream.length) return SURE_EDGE;
    if (((flags[at] as number) & AFTER_BREAK) !== 0) {
      return !torn && goesOn(text, stream, at, budget) ? NO_EDGE : SURE_EDGE;
    }
    const next = chars[at] === 0x5b || chars[at] === 0x28 ? at + 1 : at;
    if (areDots(stream, next, 1)) return SURE_EDGE;
  } else {
    if (at <= 0) return SURE_EDGE;
    if (((flags[at] as number) & AFTER_BREAK) !== 0) return SURE_EDGE;
    const last = chars[at - 1] === 0x5d ? at - 2 : at - 1;
    if (areDots(stream, last, -1)) return SURE_EDGE;
  }
  const mark = step > 0 ? chars[at] : chars[at - 1];
  return isAfterTab(text, stream, at) || mark === QUOTE_MARK || mark === BAR || mark === LESS || mark === GREATER
    ? QUOTED_EDGE
    : NO_EDGE;
}

/** Whether a tab stands just before a character of the stream: a cell begins there. */
export function isAfterTab(text: string, stream: Stream, at: number): boolean {
  return text.charCodeAt((stream.offsets[at] as number) - 1) === TAB;
}

/** The offset in the text of the first character of the line that starts at `at` that is not the page's mark. */
export function lineInitial(stream: Stream, at: number): number {
  let letter = at;
  while (letter + 1 < stream.length && ((stream.flags[letter] as number) & DECORATION) !== 0) letter++;
  return stream.offsets[letter] as number;
}

/** Whether two dots stand at a place of the stream and after it (`step` -1: before it), in one line. */
export function areDots(stream: Stream, at: number, step: number): boolean {
  const { chars, flags, length } = stream;
  const other = at + step;
  if (at < 0 || other < 0 || Math.max(at, other) >= length) return false;
  if (((flags[Math.max(at, other)] as number) & AFTER_BREAK) !== 0) return false;
  return chars[at] === DOT && chars[other] === DOT;
}

/**
 * Whether the line that begins at `at` goes on with the sentence of the line before: then that was wrapped, not cut
 * off. It begins with a small letter, and its first word had no room in the line before.
 */
function goesOn(text: string, stream: Stream, at: number, budget: { steps: number }): boolean {
  const next = lineInitial(stream, at);
  const first = text[next] as string;
  if (first === first.toUpperCase()) return false;
  budget.steps -= LINE_STEPS;
  const end = lineBefore(text, next) - 1;
  if (end < 0) return false;
  const start = lineBefore(text, end);
  // In a text without capitals, or whose lines begin with small letters, another small letter says nothing.
  const line = text.slice(start, end);
  const initial = line.trimStart().charAt(0);
  const small = line === line.toLowerCase() && line !== line.toUpperCase();
  if ((small || initial !== initial.toUpperCase()) && start > 0) return false;
  const word = /^\S{1,80}/.exec(text.slice(next, next + 80))?.[0].length ?? 0;
  const before = start - 1 - lineBefore(text, Math.max(0, start - 1));
  const after = indexOr(text.slice(next, next + LINE_STEPS).indexOf('\n'), Math.min(LINE_STEPS, text.length - next));
  return line.trimEnd().length + 1 + word > Math.max(before, after);
}

/** Where the line that ends at `end` starts; lines are looked at over a bounded length only. */
function lineBefore(text: string, end: number): number {
  const from = Math.max(0, end - LINE_STEPS);
  return from + text.slice(from, end).lastIndexOf('\n') + 1;
}

function indexOr(index: number, otherwise: number): number {
  return index < 0 ? otherwise : index;
}
