/** Packs of signatures and texts that hold them, drawn from a seed. */

/** A small generator of pseudo-random numbers (mulberry32 by construction: one 32-bit state, additive step). */
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

/** `count` rules of one signature each: 4 to 13 words, half of them common, at least two not, with 0 to 3 values. */
export function makePack(count: number, seed: number): { id: string; signatures: string[] }[] {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const rareWords = Array.from({ length: 400 + count / 10 }, () =>
    Array.from({ length: 2 + Math.floor(next() * 3) }, () => pick(SYLLABLES)).join(''),
  );
  const seen = new Set<string>();
  const rules: { id: string; signatures: string[] }[] = [];
  while (rules.length < count) {
    const words: string[] = [];
    const length = 4 + Math.floor(next() * 10);
    let rare = 0;
    let values = 0;
    for (let i = 0; i < length; i++) {
      const roll = next();
      if (roll < 0.2 && values < 3) words.push(`{v${values++}}`);
      else if (roll < 0.7) words.push(pick(COMMON));
      else {
        words.push(pick(rareWords));
        rare++;
      }
    }
    if (rare < 2) continue;
    const signature = words.join(' ');
    const shape = signature.replace(/\{\w+\}/g, '{}');
    if (seen.has(shape)) continue;
    seen.add(shape);
    rules.push({ id: `r${rules.length}`, signatures: [signature] });
  }
  return rules;
}

/** A line of a log, and the rule whose message it holds, if any. */
export interface LogLine {
  text: string;
  ruleId: string | undefined;
}

/**
 * About `size` characters of log. Half of the lines hold a message of the pack with values filled in: one of its first ten, or
 * of its first 2,000, equally often. The others are about something else.
 */
export function logLines(
  pack: readonly { id: string; signatures: readonly string[] }[],
  size: number,
  seed: number,
): LogLine[] {
  const next = random(seed);
  const lines: LogLine[] = [];
  let length = 0;
  while (length < size) {
    const some = Math.min(pack.length, next() < 0.5 ? 10 : 2000);
    const rule = pack[Math.floor(next() * some)] as { id: string; signatures: string[] };
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
