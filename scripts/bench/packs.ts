/** Rules as `createDiagnoser` takes them. */
export type Pack = { id: string; signatures: string[] }[];

/** A line of a log, and the rule whose message it holds, if any. */
export type LogLine = { text: string; ruleId: string | undefined };

/** Pseudo-random numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const SYLLABLES =
  'con per ser ver tor lin mar ket sto rage net work ses sion tok en cli ent pol icy que ry buf fer ind ex par ser loc ker sig nal'.split(
    ' ',
  );
const COMMON =
  'failed to could not the is a error for from while in of with invalid cannot was on by open read write update request connection user file'.split(
    ' ',
  );

/** Makes `count` rules of one signature each: 4 to 13 words, half of them common, at least two rare, and 0 to 3 values. */
export function makePack(count: number, seed: number): Pack {
  const next = random(seed);
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? '';
  const rareWords = Array.from({ length: 400 + count / 10 }, () =>
    Array.from({ length: 2 + Math.floor(next() * 3) }, () => pick(SYLLABLES)).join(''),
  );
  const signatures = new Map<string, string>();
  while (signatures.size < count) {
    let rare = 0;
    let values = 0;
    const words = Array.from({ length: 4 + Math.floor(next() * 10) }, () => {
      const roll = next();
      if (roll < 0.2 && values < 3) return `{v${values++}}`;
      if (roll < 0.7) return pick(COMMON);
      rare++;
      return pick(rareWords);
    });
    // Two signatures that differ in the names of their values are the same.
    const shape = words.join(' ').replace(/\{\w+\}/g, '{}');
    if (rare >= 2 && !signatures.has(shape)) signatures.set(shape, words.join(' '));
  }
  return [...signatures.values()].map((signature, i) => ({ id: `r${i}`, signatures: [signature] }));
}

/**
 * Makes about `size` characters of log. Half of the lines hold a message with values filled in, of the pack's first ten
 * rules or of its first 2,048, equally often. The others are about something else.
 */
export function logLines(pack: Pack, size: number, seed: number): LogLine[] {
  const next = random(seed);
  const lines: LogLine[] = [];
  let length = 0;
  while (length < size) {
    const some = Math.min(pack.length, next() < 0.5 ? 10 : 2048);
    const rule = pack[Math.floor(next() * some)] as Pack[number];
    const holds = next() < 0.5;
    const message = holds
      ? (rule.signatures[0] as string).replace(/\{\w+\}/g, () => `id${Math.floor(next() * 1e6)}`)
      : `request ${Math.floor(next() * 1e9).toString(36)} took ${Math.floor(next() * 900)} ms at host${Math.floor(next() * 50)} and the client was told so`;
    const text = `2024-05-0${1 + Math.floor(next() * 9)} 12:00:00 INFO [w${Math.floor(next() * 8)}] ${message}`;
    lines.push({ text, ruleId: holds ? rule.id : undefined });
    length += text.length + 1;
  }
  return lines;
}
