/**
 * Takes a text and returns a short hash of it in base 36: FNV-1a over its UTF-8 with two seeds. It tells texts apart that
 * differ by chance; it is no protection against somebody who wants two texts to have the same hash.
 */
export function fingerprint(text: string): string {
  const bytes = new TextEncoder().encode(text);
  // Four bytes at a time, because a page waits for the hash of a dataset of some 80 kB.
  const words = new Uint32Array(bytes.buffer, 0, bytes.length >> 2);
  const rest = bytes.subarray(words.length * 4);
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  for (const part of [words, rest]) {
    for (let i = 0; i < part.length; i++) {
      a = Math.imul(a ^ (part[i] ?? 0), 0x01000193);
      b = Math.imul(b ^ (part[i] ?? 0), 0x85ebca6b);
      // Multiplication carries upwards only; without the shift, the upper halves of words would hardly count.
      a ^= a >>> 15;
      b ^= b >>> 13;
    }
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}
