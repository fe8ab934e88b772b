import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDiagnoser } from '../../../src/core/diagnosis';
import { draftRule } from '../../../src/core/draft/draft-rule';
import { draftSignature } from '../../../src/core/draft/draft-signature';
import { checkRuleset } from '../../../src/core/ruleset/check';

describe('draftSignature', () => {
  it.each([
    [
      'Backup of vault prod-1 was refused with code 7781 for user [e-mail 1]',
      'Backup of vault prod-1 was refused with code 7781 for user {value1}',
    ],
    [
      '2026-11-20T07:41:09Z ERROR Could not reach host "srv-1" after 3000 ms\n   at A.B.C()\n   at D.E()',
      'Could not reach host "{value1}" after {value2} ms',
    ],
    ['ServiceDeskException: StatusCode=418', 'ServiceDeskException: StatusCode=418'],
    [
      'Lost a0b1c2d3-0000-4000-8000-123456789abc at https://x.example/y?z=1 today',
      'Lost {value1} at {value2} today',
    ],
    [
      'Not created: {"error":{"message":"No such record","detail":"sys_id 12345 missing"}}',
      'Not created: \\{"error":\\{"message":"No such record","detail":"sys_id {value1} missing"}}',
    ],
    ['Template {name} is not known here', 'Template \\{name} is not known here'],
  ])('marks what varies in one line: %j', (text, signature) => {
    expect(draftSignature(text)).toBe(signature);
  });

  it('lets several occurrences say what varies', () => {
    expect(
      draftSignature(
        [
          'Queue orders in region north is full since Monday',
          'something else entirely, once',
          'Queue returns in region far south is full since Tuesday',
          'Queue payments in region west is full since Friday',
        ].join('\n'),
      ),
    ).toBe('Queue {value1} in region {value2} is full since {value3}');
  });

  it.each(['', '\n\n', '12345', 'word', '[GUID 1] [GUID 2]', '{}{}{}'])(
    'has none for %j',
    (text) => {
      expect(draftSignature(text)).toBeNull();
    },
  );

  it('never throws, and finds what it was made from', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 6 }),
        (lines) => {
          const signature = draftSignature(lines.join('\n'));
          if (signature === null) return;
          const { findings } = createDiagnoser([{ id: 'x', signatures: [signature] }]).diagnose(
            lines.join('\n'),
          );
          expect(findings.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('finds every occurrence of a message whose values differ', () => {
    const words = [
      'queue',
      'vault',
      'import',
      'rejected',
      'because',
      'the',
      'limit',
      'was',
      'reached',
    ];
    const value = fc.stringMatching(/^[a-z]{3,8}-\d{1,4}$/);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(words, { minLength: 6 }),
        fc.nat(5),
        fc.uniqueArray(value, { minLength: 2, maxLength: 5 }),
        (message, place, values) => {
          const lines = values.map((one) => message.toSpliced(place + 1, 0, one).join(' '));
          const signature = draftSignature(lines.join('\n'));
          expect(signature).toBe(message.toSpliced(place + 1, 0, '{value1}').join(' '));
        },
      ),
    );
  });

  it('takes bounded time for a text of any size', () => {
    expect(draftSignature('a '.repeat(1_000_000))).toBeNull();
    expect(draftSignature('"'.repeat(1_000_000))).toBeNull();
    expect(draftSignature(`${'/a'.repeat(500_000)} is no path`)).not.toBeUndefined();
  });
});

describe('draftRule', () => {
  it('gives a rule that fits the dataset', () => {
    const dataset = JSON.parse(readFileSync('public/rulesets/itsmc.json', 'utf8'));
    const rule = draftRule(
      'Queue "orders" of {region} is full: 4711 items wait',
      'itsmc-definition',
    );
    expect(rule).toMatchObject({
      id: 'queue-of-region-is-full',
      title: 'Queue of region is full items wait',
    });
    const problems = checkRuleset({ ...dataset, rules: [...dataset.rules, rule] });
    expect(problems.map(({ message }) => message)).toEqual([
      'can’t be reached from the first question',
    ]);
  });
});
