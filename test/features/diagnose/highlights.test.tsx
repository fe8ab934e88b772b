import { render } from '@testing-library/react';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/diagnosis';
import { Excerpt, Highlights } from '../../../src/features/diagnose/highlights';

/** Any text with findings in it, in order and apart from each other, each perhaps with one value. */
const marked = fc.string({ unit: 'grapheme', minLength: 1 }).chain((text) =>
  fc
    .uniqueArray(fc.nat({ max: text.length }), { maxLength: 12 })
    .map((cuts) => cuts.sort((a, b) => a - b))
    .map((cuts) => {
      const findings: Finding[] = [];
      for (let i = 0; i + 1 < cuts.length; i += 2) {
        const [start = 0, end = 0] = cuts.slice(i, i + 2);
        const captures = [{ name: 'value', value: text.slice(start, end), start, end }];
        findings.push({ ruleId: 'a', signature: 0, certainty: 'exact', start, end, captures });
      }
      return { text, findings };
    }),
);

describe('Highlights', () => {
  it('changes no character of the text, and marks just what was found', () => {
    fc.assert(
      fc.property(marked, ({ text, findings }) => {
        const { container, unmount } = render(<Highlights text={text} findings={findings} />);
        expect(container.textContent?.replace(/\u200b$/, '')).toBe(text);
        expect([...container.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(
          findings.map(({ start, end }) => text.slice(start, end)),
        );
        unmount();
      }),
      { numRuns: 50 },
    );
  });

  it('treats markup as text', () => {
    const { container } = render(<Highlights text="<b>x</b><script>1</script>" findings={[]} />);
    expect(container.children).toHaveLength(0);
  });
});

describe('Excerpt', () => {
  it('names the row and marks the finding in it', () => {
    const text = 'two three four';
    const finding: Finding = { ruleId: 'a', signature: 0, certainty: 'exact', start: 4, end: 9, captures: [] };
    const { container } = render(
      <Excerpt place={{ row: 1200, unit: 'row', file: 'a.csv', time: undefined, text, finding }} />,
    );
    expect(container).toHaveTextContent('a.csv, row 1,200: two three four');
    expect(container.querySelector('mark')).toHaveTextContent(/^three$/);
  });
});
