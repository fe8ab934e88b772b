import { isDigit, M, N, R, SHAPES } from './characters';

/** Words longer than this are not compared by their letters: they are base64 and the like. */
const MAX_WORD_LENGTH = 48;
/** How many letters more, or less, than the word wanted a word may have. */
const MAX_SURPLUS = 2;

const have = new Uint16Array(MAX_WORD_LENGTH + MAX_SURPLUS + 2);
const want = new Uint16Array(MAX_WORD_LENGTH + 2);
let earlier = new Uint8Array(have.length);
let before = new Uint8Array(have.length);
let row = new Uint8Array(have.length);

/** A word that is read from `from` on, forwards or backwards (`step` 1 or -1). */
export interface Direction {
  chars: Uint16Array;
  from: number;
  step: number;
}

/**
 * How many of the text's letters are best taken for a word of so many letters, and how many of them are wrong: not more than
 * `most`, and none in a number. `costOf` is what it costs that the text's word goes on behind so many letters.
 */
export function respell(
  word: Direction,
  length: number,
  text: Direction,
  most: number,
  costOf: (letters: number) => number,
): { taken: number; edits: number } | undefined {
  if (length > MAX_WORD_LENGTH) return undefined;
  const distances = distancesOf(word, length, text, most);
  if (!distances) return undefined;
  let [edits, taken] = [most + 1, 0];
  for (let letters = Math.max(1, length - MAX_SURPLUS); letters <= length + MAX_SURPLUS; letters++) {
    const more = costOf(letters);
    const distance = distances[letters] as number;
    const cost = distance + more;
    if (more === 0 ? cost <= edits : distance > 0 && cost < edits) [edits, taken] = [cost, letters];
  }
  if (edits > most || (edits > 0 && (hasNumber(word, length) || hasNumber(text, taken)))) return undefined;
  return { taken, edits };
}

/** Whether a word has a number in it. 0 and 1 beside letters are o and l, read wrongly from a screenshot. */
function hasNumber({ chars, from, step }: Direction, length: number): boolean {
  let digits = 0;
  for (let i = 0; i < length; i++) {
    const char = chars[from + step * i] as number;
    if (isDigit(char) && SHAPES[char] === char) return true;
    if (isDigit(char)) digits++;
  }
  return digits === length;
}

/**
 * How many letters must be added, removed, replaced or swapped with their neighbour to get a word from the first 0, 1, 2, ... letters
 * of the text (optimal string alignment). What looks alike is alike. Nothing if it is more than `most` for all. It is used again.
 */
function distancesOf(word: Direction, length: number, text: Direction, most: number): Uint8Array | undefined {
  const room = length + MAX_SURPLUS;
  for (let j = 0; j < room; j++) have[j + 1] = SHAPES[text.chars[text.from + text.step * j] as number] ?? 0;
  for (let i = 0; i < length; i++) want[i + 1] = SHAPES[word.chars[word.from + word.step * i] as number] ?? 0;
  const [first, second] = word.step > 0 ? [R, N] : [N, R];
  for (let j = 0; j <= room; j++) before[j] = j;
  let [low, lowBefore] = [0, 0];
  for (let i = 1; i <= length; i++) {
    row[0] = i;
    [lowBefore, low] = [low, i];
    const x = want[i];
    for (let j = 1; j <= room; j++) {
      const y = have[j];
      let least = Math.min((before[j] as number) + 1, (row[j - 1] as number) + 1);
      least = Math.min(least, (before[j - 1] as number) + (x === y ? 0 : 1));
      const isSwapped = i > 1 && j > 1 && x === have[j - 1] && want[i - 1] === y;
      if (isSwapped) least = Math.min(least, (earlier[j - 2] as number) + 1);
      if (j > 1 && x === M && y === second && have[j - 1] === first) least = Math.min(least, before[j - 2] as number);
      if (i > 1 && y === M && x === second && want[i - 1] === first) least = Math.min(least, earlier[j - 1] as number);
      row[j] = least;
      if (least < low) low = least;
    }
    // A row is read from the two before it.
    if (low > most && lowBefore > most) return undefined;
    [earlier, before, row] = [before, row, earlier];
  }
  return before;
}
