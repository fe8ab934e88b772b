import type { Secret } from './secret';

/**
 * What a masked stretch is made of while secrets are looked for: a code unit that Unicode gives to no character. A
 * finder that meets it knows that something is masked here, whether it was pasted so or found a moment ago.
 */
export const COVER = '\ufffe';

/** Takes a text and stretches of it, in order and apart; returns the text with these covered, as long as before. */
export function cover(text: string, stretches: readonly Pick<Secret, 'start' | 'end'>[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of stretches) {
    pieces.push(text.slice(from, start), COVER.repeat(end - start));
    from = end;
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}

/** Whether a value is a mask and nothing else. */
export function isCovered(value: string): boolean {
  return value !== '' && !/[^\ufffe]/.test(value);
}
