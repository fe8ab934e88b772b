import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlight } from '../../../src/core/snippet/highlight';
import type { Language } from '../../../src/core/snippet/quote';

const kinds = (code: string, language: Language) =>
  highlight(code, language).flatMap(({ kind, text }) => (kind ? [`${kind}: ${text}`] : []));

describe('highlight', () => {
  it('tells the parts of a query and of commands apart', () => {
    expect(kinds('T\n| where A == "x | take 1" and B > ago(7d) // why', 'kusto')).toEqual([
      'keyword: where',
      'string: "x | take 1"',
      'keyword: and',
      'name: ago',
      'comment: // why',
    ]);
    expect(kinds("Search-AzGraph -Query 'it''s -x'", 'powershell')).toEqual([
      'keyword: Search-AzGraph',
      'name: -Query',
      "string: 'it''s -x'",
    ]);
    expect(kinds("az graph query -q 'a --b'", 'shell')).toEqual(['keyword: az', 'name: -q', "string: 'a --b'"]);
    expect(kinds('https://a.example/b', 'address')).toEqual([]);
  });

  it('loses no character of any code', () => {
    const language = fc.constantFrom<Language>('kusto', 'powershell', 'shell', 'address');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), language, (code, of) => {
        const texts = highlight(code, of).map(({ text }) => text);
        expect(texts.join('')).toBe(code);
      }),
    );
  });
});
