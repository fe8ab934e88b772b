import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Finding } from '../../../src/core/diagnosis';
import { findingsAfterEdit } from '../../../src/features/diagnose/findings';

const finding = (text: string, words: string): Finding => {
  const start = text.indexOf(words);
  const end = start + words.length;
  return {
    ruleId: 'a',
    signature: 0,
    certainty: 'exact',
    start,
    end,
    captures: [{ name: 'n', value: words, start, end }],
  };
};

it('keeps findings on their words while the text around them is edited, and drops one that is', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (before, after, typed, replaced) => {
      const text = `${before}<error>${replaced}${after}`;
      const edited = `${typed}${before}<error>${after}`;
      for (const { start, end, captures } of findingsAfterEdit([finding(text, '<error>')], text, edited)) {
        expect(edited.slice(start, end)).toBe('<error>');
        expect(captures[0]).toMatchObject({ start, end });
      }
    }),
  );
  const text = 'see <error> here';
  const found = [finding(text, '<error>')];
  expect(findingsAfterEdit(found, text, `now ${text}`)).toMatchObject([{ start: 8, end: 15 }]);
  expect(findingsAfterEdit(found, text, `${text}!`)).toMatchObject([{ start: 4, end: 11 }]);
  expect(findingsAfterEdit(found, text, 'see <err-or> here')).toEqual([]);
});
