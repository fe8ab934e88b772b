/** Longer words than this are names or noise, and not compared. */
const LONGEST = 40;

const rows = [0, 1, 2].map(() => new Uint8Array(LONGEST + 1));

/**
 * How many letters must be changed, left out, put in, or swapped with their neighbour to make of one word another, but
 * `most` + 1 for any number above `most`. Words are stretches `from` (inclusive) to `to` (exclusive) of character codes.
 * The optimal string alignment distance; takes the product of the words' lengths, which are at most 40, else `most` + 1.
 */
export function wordDistance(
  a: ArrayLike<number>,
  fromA: number,
  toA: number,
  b: ArrayLike<number>,
  fromB: number,
  toB: number,
  most: number,
): number {
  const lengthA = toA - fromA;
  const lengthB = toB - fromB;
  if (Math.abs(lengthA - lengthB) > most || Math.max(lengthA, lengthB) > LONGEST) return most + 1;
  let [before, last, row] = rows as [Uint8Array, Uint8Array, Uint8Array];
  for (let j = 0; j <= lengthB; j++) last[j] = j;
  for (let i = 1; i <= lengthA; i++) {
    row[0] = i;
    for (let j = 1; j <= lengthB; j++) {
      const x = a[fromA + i - 1];
      const y = b[fromB + j - 1];
      let distance = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (x === y ? 0 : 1),
      );
      if (i > 1 && j > 1 && x === b[fromB + j - 2] && a[fromA + i - 2] === y) {
        distance = Math.min(distance, (before[j - 2] as number) + 1);
      }
      row[j] = distance;
    }
    [before, last, row] = [last, row, before];
  }
  return Math.min(last[lengthB] as number, most + 1);
}
