import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSignature } from '../../../src/core/diagnosis/signature';
import { fillSnippet, placeholders } from '../../../src/core/snippet/fill';
import { type Language, quoteFor } from '../../../src/core/snippet/quote';
import { anyValue } from './hostile';
import { readKusto, readPowershell, readShell } from './read';

const LANGUAGES: Language[] = ['kusto', 'powershell', 'shell', 'address'];
const QUERY = 'Resources\n| where name == {name} and note != "it\'s"\n| project d = dynamic({"a": 1})';

describe('fillSnippet', () => {
  it('puts a literal in the place of each name', () => {
    expect(fillSnippet('T | where A == {a} or B in ({b}, {a})', 'kusto', { a: 'x', b: '"' })).toBe(
      'T | where A == "x" or B in ("\\u0022", "x")',
    );
    expect(fillSnippet('https://{host}.example/{id}', 'address', { host: 'dev1', id: 'a/b' })).toBe(
      'https://dev1.example/a%2Fb',
    );
  });

  it.each<[Language, string]>([
    ['kusto', '"<queue identifier>"'],
    ['powershell', "'<queue identifier>'"],
    ['shell', "'<queue identifier>'"],
    ['address', '<queue identifier>'],
  ])('says in %s what to fill in where there is no value', (language, blank) => {
    expect(fillSnippet('{queueIdentifier}', language, {})).toBe(blank);
    expect(fillSnippet('{queue_identifier}', language, {})).toBe(blank);
  });

  it.each([
    ['jobName', 'job name'],
    ['jobSetID', 'job set id'],
    ['URLPrefix', 'url prefix'],
    ['item2Name', 'item2 name'],
    ['__', '__'],
  ])('says %s as "%s"', (name, words) => {
    expect(fillSnippet(`{${name}}`, 'kusto', {})).toBe(`"<${words}>"`);
  });

  it('takes no value from the prototype, and an empty one for a value', () => {
    expect(fillSnippet('{toString} {__proto__}', 'kusto', {})).toBe('"<to string>" "<proto>"');
    expect(fillSnippet('{a}', 'kusto', { a: '' })).toBe('""');
    expect(fillSnippet('{__proto__}', 'kusto', JSON.parse('{"__proto__":"x"}'))).toBe('"x"');
  });

  it.each([
    ['kusto', 'dynamic({"a": {}, "b": {"c": 1}}) { a } {1a} {a-b} {a|b} {} {ä}'],
    ['powershell', `ForEach-Object { $_.Name } @{a=1} \${a} \`{a}`],
    ['shell', `echo \${a} \\{a} { a; }`],
  ] satisfies [Language, string][])('leaves every other brace of %s alone', (language, code) => {
    expect(fillSnippet(code, language, { a: 'x' })).toBe(code);
    expect(placeholders(code)).toEqual([]);
  });

  it('never expands what stands in a value', () => {
    const values = { a: '{b} $& $1 $`', b: 'SECRET' };
    for (const language of LANGUAGES) {
      const filled = fillSnippet('{a} {{a}}', language, values);
      const literal = quoteFor[language](values.a);
      expect(filled).toBe(`${literal} {${literal}}`);
    }
  });

  it('changes nothing but the placeholders', () => {
    fc.assert(
      fc.property(anyValue, anyValue, fc.constantFrom(...LANGUAGES), (value, tail, language) => {
        fc.pre(!/\{[A-Za-z_]\w*\}/.test(tail));
        expect(fillSnippet(`x {name}${tail}`, language, { name: value })).toBe(`x ${quoteFor[language](value)}${tail}`);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a query inside a command', () => {
  const [before = '', after = ''] = QUERY.split('{name}');
  /** The value of the literal in the query, after a check that the rest of it is as written. */
  const valueIn = (query: string) => {
    expect(query.startsWith(before) && query.endsWith(after)).toBe(true);
    return readKusto(query.slice(before.length, query.length - after.length));
  };

  it('comes out of sh as it went in, the value unharmed', () => {
    fc.assert(
      fc.property(fc.array(anyValue, { minLength: 50, maxLength: 100 }), (names) => {
        const words = names.map((name) => {
          const query = fillSnippet(QUERY, 'kusto', { name });
          return fillSnippet('{query}', 'shell', { query });
        });
        expect(readShell(words).map(valueIn)).toEqual(names);
      }),
      { numRuns: 20 },
    );
  });

  it('comes out of PowerShell as it went in, the value unharmed', () => {
    fc.assert(
      fc.property(anyValue, (name) => {
        const query = fillSnippet(QUERY, 'kusto', { name });
        const command = fillSnippet('Search-Device -Query {query}', 'powershell', { query });
        expect(command.startsWith('Search-Device -Query ')).toBe(true);
        const literal = command.slice('Search-Device -Query '.length);
        expect(valueIn(readPowershell(literal))).toBe(name);
      }),
      { numRuns: 1000 },
    );
  });

  it('looks like this', () => {
    const query = fillSnippet('T | where A == {a} and B == {b}', 'kusto', { a: "it's" });
    expect(fillSnippet('printdesk query -q {query}', 'shell', { query })).toBe(
      `printdesk query -q 'T | where A == "it\\u0027s" and B == "<b>"'`,
    );
  });
});

describe('placeholders', () => {
  it('gives the names in order, each once', () => {
    expect(placeholders(`{b} {a} {b} { c } \${d}`)).toEqual(['b', 'a']);
    expect(placeholders('')).toEqual([]);
  });

  it('has the names that signatures have', () => {
    const name = fc.string({ unit: fc.constantFrom(...'aZ_09-|. é'), maxLength: 4 });
    fc.assert(
      fc.property(name, (text) => {
        const parts = parseSignature(`x{${text}}`);
        const expected = parts.flatMap((part) => (part.kind === 'value' ? [part.name] : []));
        expect(placeholders(`x{${text}}`)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});
