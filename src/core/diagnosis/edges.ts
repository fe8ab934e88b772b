import { AFTER_BREAK, AFTER_SOFT, AFTER_TAB, lineStart, type Stream } from './stream';

/** How surely the text was cut off at a place: not at all; by a quotation or cell; by a line's end or an ellipsis. */
export const [NO_EDGE, QUOTED_EDGE, SURE_EDGE] = [0, 1, 2];

const DOT = 0x2e;
/** Marks that part a cell or tag from its neighbour: | < >. */
const DIVIDERS = new Set([0x7c, 0x3c, 0x3e]);
const [OPENING, CLOSING] = [new Set([0x5b, 0x28]), new Set([0x5d, 0x29])];

/** How surely the text was cut off just before a place (`step` -1: begins there). The next line never completes a `torn` word. */
export function edgeAt(text: string, stream: Stream, at: number, step: number, torn: boolean): number {
  const { chars, flags, length } = stream;
  if (step > 0 ? at >= length : at <= 0) return SURE_EDGE;
  if (((flags[at] as number) & AFTER_BREAK) !== 0) {
    return step > 0 && !torn && goesOn(text, stream, at) ? NO_EDGE : SURE_EDGE;
  }
  if (isEllipsis(stream, at, step)) return SURE_EDGE;
  const quoted = ((flags[at] as number) & (AFTER_SOFT | AFTER_TAB)) !== 0;
  return quoted || DIVIDERS.has(chars[step > 0 ? at : at - 1] as number) ? QUOTED_EDGE : NO_EDGE;
}

/** Whether an ellipsis stands just after a place (`step` -1: before it), in its line. */
export function isEllipsis(stream: Stream, at: number, step: number): boolean {
  return ((stream.flags[at] as number) & AFTER_BREAK) === 0 && areDots(stream, at, step);
}

/** Whether two dots, in brackets or not, stand just after a place (`step` -1: before it). */
export function areDots({ chars, flags, length }: Stream, at: number, step: number): boolean {
  let first = step > 0 ? at : at - 1;
  if ((step > 0 ? OPENING : CLOSING).has(chars[first] as number)) first += step;
  const second = first + step;
  if (Math.min(first, second) < 0 || Math.max(first, second) >= length) return false;
  const broken = ((flags[Math.max(first, second)] as number) & AFTER_BREAK) !== 0;
  return !broken && chars[first] === DOT && chars[second] === DOT;
}

/** Whether the line that begins at `at` goes on with the sentence of the line before: that was wrapped, not cut off. */
function goesOn(text: string, stream: Stream, at: number): boolean {
  const first = text.charAt(stream.starts[at] as number);
  if (first === first.toUpperCase()) return false;
  const start = lineStart(stream, at - 1);
  const opening = text.charAt(stream.starts[start] as number);
  // Where lines begin with small letters anyway, another one says nothing.
  return start === 0 || opening === opening.toUpperCase();
}
