import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDiagnoser, type Diagnosis } from '../../../src/core/diagnosis';
import { printing } from '../../printing';

const diagnoser = createDiagnoser(printing.rules);

/** Fragments that come near a signature, so that random texts are not merely noise. */
const FRAGMENTS = printing.rules
  .flatMap((rule) => rule.signatures)
  .flatMap((signature) => [signature, ...signature.split(' ')]);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...FRAGMENTS),
        fc.constantFrom(' ', '\n', '"', '\\', '\\"', '&quot;', '%20', '\u001b[31m', '…', '{', '}'),
        fc.string({ unit: 'binary', maxLength: 5 }),
      ),
      { maxLength: 60 },
    )
    .map((pieces) => pieces.join('')),
);

function expectSound(text: string, { findings, suggestions }: Diagnosis): void {
  let end = 0;
  for (const finding of findings) {
    expect(finding.start).toBeGreaterThanOrEqual(end);
    expect(finding.end).toBeGreaterThan(finding.start);
    end = finding.end;
    let valueEnd = finding.start;
    for (const capture of finding.captures) {
      expect(capture.start).toBeGreaterThanOrEqual(valueEnd);
      expect(capture.end).toBeGreaterThanOrEqual(capture.start);
      expect(capture.end).toBeLessThanOrEqual(finding.end);
      valueEnd = capture.end;
    }
  }
  expect(end).toBeLessThanOrEqual(text.length);
  expect(suggestions.length).toBeLessThanOrEqual(5);
  for (const { score } of suggestions) {
    expect(score).toBeGreaterThan(0);
    expect(score).toBeLessThanOrEqual(1);
  }
}

describe('any text', () => {
  it('never throws, and findings lie in order within the text', () => {
    fc.assert(
      fc.property(anyText, (text) => expectSound(text, diagnoser.diagnose(text))),
      { numRuns: 500 },
    );
  });

  it('never throws with any signatures', () => {
    const anySignature = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc
        .array(fc.constantFrom('{a}', '{b}', 'x', 'not', ' ', '{', '}', '"', '{u|v}', ':', '\\'), {
          maxLength: 10,
        })
        .map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(fc.array(anySignature, { maxLength: 6 }), anyText, (signatures, noise) => {
        const any = createDiagnoser(signatures.map((signature, i) => ({ id: `${i}`, signatures: [signature] })));
        const text = `${signatures.join(' ')}\n${signatures.join('\n')}\n${noise}`;
        expectSound(text, any.diagnose(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe('any values', () => {
  const value = fc
    .array(fc.constantFrom('CPU', 'over', '90%', 'web-01', '"x"', '{y}', 'a|b', 'v1.2', 'Print', 'job', 'é', '中文'), {
      minLength: 1,
      maxLength: 6,
    })
    .map((words) => words.join(' '));

  it('are captured as they are, wherever the message stands', () => {
    fc.assert(
      fc.property(value, value, fc.constantFrom('', 'see ', 'a\n\nb\n'), (name, queue, before) => {
        const message = `Could not print/hold any page of job ${name}. Print queue ${queue} does not exist or was deleted.`;
        const text = `${before}${message}\nend`;
        const { findings } = diagnoser.diagnose(text);
        expect(findings).toHaveLength(1);
        expect(text.slice(findings[0]?.start, findings[0]?.end)).toBe(message);
        expect(findings[0]?.captures.map((capture) => capture.value)).toEqual([name, queue]);
        for (const capture of findings[0]?.captures ?? []) {
          expect(text.slice(capture.start, capture.end)).toBe(capture.value);
        }
      }),
    );
  });
});

const found = (text: string) =>
  diagnoser.diagnose(text).findings.map(({ ruleId, captures }) => ({
    ruleId,
    values: captures.map((capture) => capture.value),
  }));

/** Damages that keep all words, and that can be undone, so that values come back as they were. */
const damage = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => JSON.stringify(text),
  (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;'),
  (text) => `\u001b[31m${text}\u001b[0m`,
  (text) => `2026-02-11 08:14:03 ERROR [sync] ${text}`,
  (text) => `${text}\n   at Contoso.Client.Send(Message m)\n   at Contoso.Sync.Run()`,
  (text) => `look: ${text} what now?`,
  (text) => `TimeGenerated: today\nMessage: ${text}\nName: Floor3`,
);

describe('any chain of damages that keep all words', () => {
  const word = fc.constantFrom('CPU', 'over', 'web-01', 'say', 'v1.2', 'a|b', 'disk C', '<b>', 'x&y');
  const value = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));

  it('leaves every signature with values to be found, values and all', () => {
    fc.assert(
      fc.property(value, value, value, damage, damage, (job, queue, name, first, second) => {
        const messages: [string, string[]][] = [
          [
            `Could not print/hold any page of job ${job}. Print queue ${queue} does not exist or was deleted.`,
            [job, queue],
          ],
          [
            `Failed to add print device named "${name}" due to Bad Request. Error: Bad request. Invalid settings given for device. Http Exception: Status Code Forbidden.`,
            [name],
          ],
        ];
        for (const [message, values] of messages) {
          expect(found(second(first(message))).map((finding) => finding.values)).toEqual([values]);
        }
      }),
    );
  });
});
