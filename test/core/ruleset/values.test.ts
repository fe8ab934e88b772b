import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillProse } from '../../../src/core/ruleset/markdown';
import { MAX_VALUE, readValues, valuesFragment } from '../../../src/core/ruleset/values';

const names = ['jobName', 'queueIdentifier', '__proto__', 'constructor'];
const value = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom("'; rm -rf ~ #", '$(reboot)', '`id`', '" | project *', 'a\nb', '\u202Ex', '&=#%'),
);

describe('values in a fragment', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...names), value)), (pairs) => {
        const values = new Map(pairs.filter(([, one]) => one.trim()));
        expect([...readValues(valuesFragment(values), names)]).toEqual([...values]);
      }),
    );
  });

  it('never throw, and are never more than asked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (fragment) => {
        for (const [name, one] of readValues(`#${fragment}`, names)) {
          expect(names).toContain(name);
          expect(one.length).toBeLessThanOrEqual(MAX_VALUE);
        }
      }),
    );
  });

  it.each([
    ['#nonsense=1&jobName=a', [['jobName', 'a']]],
    ['#jobName=first&jobName=second', [['jobName', 'first']]],
    ['#jobName=%E0%A4%A', [['jobName', '%E0%A4%A']]],
    ['#jobName=50%', [['jobName', '50%']]],
    [`#jobName=${'x'.repeat(MAX_VALUE + 1)}`, []],
    ['#jobName=&queueIdentifier', []],
    ['', []],
  ])('%s', (fragment, values) => {
    expect([...readValues(fragment, names)]).toEqual(values);
  });
});

describe('fillProse', () => {
  it('keeps a value one piece of code, whatever it holds', () => {
    fc.assert(
      fc.property(value, (one) => {
        const line = one.replace(/\s+/g, ' ').trim();
        fc.pre(line !== '');
        const filled = fillProse('The job {jobName} ended.', new Map([['jobName', one]]));
        const [, ticks = '', inside = ''] = /^The job (`+)(.*)\1 ended\.$/su.exec(filled) ?? [];
        expect(inside.trim()).toBe(line);
        // CommonMark 6.1: a code span ends at the next run of exactly as many backticks.
        expect(inside.match(/`+/g)?.some(({ length }) => length === ticks.length) ?? false).toBe(false);
      }),
    );
  });

  it('leaves out what is not known, and leaves other braces', () => {
    expect(fillProse('The {jobName} and { b } {}', new Map())).toBe('The and { b } {}');
  });
});
