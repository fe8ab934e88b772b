import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDiagnoser } from '../../../src/core/diagnosis';

type Rules = Parameters<typeof createDiagnoser>[0];

const signaturesOf = (rules: Rules) => rules.flatMap(({ id, signatures }) => signatures.map((text) => ({ id, text })));

/** A signature with these values filled in by turns, and the first of its alternatives. */
function filled(signature: string, ...values: string[]): string {
  let count = 0;
  return signature
    .replace(/\{\w+\}/g, () => values[count++ % values.length] as string)
    .replace(/\{([^{}|"]+)\|[^{}"]+\}/g, '$1');
}

/** Breaks a text between words so that lines are about `width` long, and opens each with `mark`. */
function wrap(text: string, width: number, mark: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines[lines.length - 1] as string;
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + word.length < width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => mark + line).join('\n');
}

const DAMAGES: Record<string, (text: string) => string> = {
  nothing: (text) => text,
  'upper case': (text) => text.toUpperCase(),
  'lower case': (text) => text.toLowerCase(),
  'JSON once': (text) => JSON.stringify(text),
  'JSON twice': (text) => JSON.stringify(JSON.stringify(text)),
  'curly quotes': (text) => text.replace(/"([^"]*)"/g, '“$1”'),
  nbsp: (text) => text.replaceAll(' ', '\u00a0'),
  'wrapped at 20': (text) => wrap(text, 20, ''),
  'wrapped and quoted': (text) => wrap(text, 30, '> '),
  'no end': (text) => text.replace(/[.}"]+$/, ''),
  entities: (text) => text.replaceAll('"', '&quot;').replaceAll('=', '&#61;'),
  percent: (text) => encodeURIComponent(text),
  'zero width': (text) => text.replaceAll(' ', ' \u200b'),
  colours: (text) => `\u001b[31m${text.replaceAll(' ', ' \u001b[1m')}\u001b[0m`,
  'CSV row': (text) => `2024-01-02,"${text.replaceAll('"', '""')}",ERROR`,
  'inside prose': (text) => `Hi all, since Monday we see ${text} Any idea? Thanks`,
  'log line': (text) => `2024-01-02T10:00:00Z ERROR [worker-3] ${text}\n   at Foo.bar(Foo.cs:12)`,
};

/** Tests that each message of some rules is found in spite of each damage, and as its signature is written. */
export function testDamages(rules: Rules): void {
  const { diagnose } = createDiagnoser(rules);
  const ids = (text: string) => diagnose(text).findings.map(({ ruleId }) => ruleId);
  const signatures = signaturesOf(rules);

  describe.each(Object.entries(DAMAGES))('%s', (_, damage) => {
    it.each(signatures)('finds $id: $text', ({ id, text }) => {
      expect(ids(damage(filled(text, 'CPU over 90% on web-01', '3f2a9c1e-0b4d|77aa21')))).toEqual([id]);
    });
  });

  describe('a template pasted with its braces', () => {
    it.each(signatures)('finds $id: $text', ({ id, text }) => {
      expect(ids(text)).toEqual([id]);
    });
  });
}

/** Tests that each message of some rules, once enough of it is there to be found, is found with any more of it. */
export function testNeverLess(rules: Rules): void {
  const { diagnose } = createDiagnoser(rules);
  const values = fc.constantFrom('CPU high', 'a3b9076c-ce8e-434e-85b4-aff10cb3c8f1', 'Heartbeat vm-7', 'SET0010042');

  it.each(signaturesOf(rules))('$id: $text', ({ id, text }) => {
    fc.assert(
      fc.property(values, fc.constantFrom('', '…', '...'), (value, dots) => {
        const message = filled(text, value);
        const isFound = Array.from({ length: message.length }, (_, cut) => {
          const { findings } = diagnose(message.slice(0, cut + 1) + dots);
          return findings.map(({ ruleId }) => ruleId).join() === id;
        });
        const first = isFound.indexOf(true);
        expect(isFound.slice(first)).toEqual(isFound.slice(first).fill(true));
      }),
      { numRuns: 12 },
    );
  });
}
