import type { Finding } from '../diagnosis';

/** A message with the rest of its line. The finding's offsets refer to `text`. */
export interface Excerpt {
  text: string;
  finding: Finding;
}

/** How much of a message, and of its line on either side, an excerpt shows; in characters. */
const MAX_MESSAGE = 400;
const MARGIN = 60;

/** Takes a text and a finding in it; returns the finding's line, or what fits of it, with "…" where it was cut. */
export function excerptOf(text: string, finding: Finding): Excerpt {
  const { start, end } = finding;
  const nextLine = text.indexOf('\n', end);
  const line = { start: text.lastIndexOf('\n', start - 1) + 1, end: nextLine < 0 ? text.length : nextLine };
  const from = Math.max(line.start, start - MARGIN);
  const to = Math.min(line.end, start + MAX_MESSAGE < end ? start + MAX_MESSAGE : end + MARGIN);
  const before = from > line.start ? '…' : '';
  const move = <T extends { start: number; end: number }>(part: T): T => ({
    ...part,
    start: Math.min(part.start, to) - from + before.length,
    end: Math.min(part.end, to) - from + before.length,
  });
  return {
    text: before + text.slice(from, to) + (to < line.end ? '…' : ''),
    finding: { ...move(finding), captures: finding.captures.map(move) },
  };
}
