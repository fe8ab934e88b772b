import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLinkText } from '../../../src/features/diagnose/link-text';

describe('readLinkText', () => {
  it('gives back any text that was percent-encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(readLinkText(`#text=${encodeURIComponent(text)}`)).toEqual({ text, damaged: false });
      }),
    );
  });

  it('reads any fragment without a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (rest) => {
        expect(readLinkText(`#text=${rest}`)?.text).toBeTypeOf('string');
      }),
    );
  });

  it.each([
    ['a percent sign that stands for itself', '#text=CPU > 90% busy', 'CPU > 90% busy'],
    ['a sequence that was cut off', '#text=a%20b%E2%82', 'a b%E2%82'],
    ['bytes that are not UTF-8', '#text=%FFover%20there', '%FFover there'],
  ])('keeps %s, and says that the link is damaged', (_, fragment, text) => {
    expect(readLinkText(fragment)).toEqual({ text, damaged: true });
  });

  it('leaves other fragments alone', () => {
    expect(readLinkText('')).toBeNull();
    expect(readLinkText('#content')).toBeNull();
    expect(readLinkText('#context=x')).toBeNull();
  });

  it('takes plus signs and ampersands as they are', () => {
    expect(readLinkText('#text=a+b&c=d')?.text).toBe('a+b&c=d');
  });
});
