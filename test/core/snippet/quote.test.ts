import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteFor } from '../../../src/core/snippet/quote';
import { anyValue } from './hostile';
import { isPowershellStrings, readKusto, readPowershell, readShell } from './read';

const { kusto, powershell, shell, address } = quoteFor;

/** UTF-8 has no lone surrogates: each becomes U+FFFD. */
const wellFormed = (value: string) => Buffer.from(value).toString();

/** What of a value reaches a command line, unit by unit. */
const typed = (value: string) =>
  [...wellFormed(value)]
    .filter((character) => {
      const code = character.charCodeAt(0);
      return '\t\n\r'.includes(character) || !(code < 0x20 || (code >= 0x7f && code < 0xa0));
    })
    .join('');

describe('kusto', () => {
  it('reads back to the value, whatever it is', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(readKusto(kusto(value))).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });

  it('has nothing in it that cannot be seen, or that a command line would act on', () => {
    const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}]/u;
    fc.assert(
      fc.property(anyValue, (value) => {
        const inside = kusto(value).slice(1, -1);
        expect(inside).not.toMatch(unseen);
        expect(inside).not.toMatch(/["'`$&|<>^%!;‘-‟]/);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['Contoso Print (west), no. 7: a/b=c@d', '"Contoso Print (west), no. 7: a/b=c@d"'],
    ['設定 é 👍', '"設定 é 👍"'],
    ['C:\\Temp\\', '"C:\\\\Temp\\\\"'],
    ['" | project *', '"\\u0022 \\u007c project *"'],
    ['a\r\nb', '"a\\u000d\\u000ab"'],
    ['abc\u202egpj', '"abc\\u202egpj"'],
    ['\ud800', '"\\ud800"'],
    ['\u{e0041}', '"\\udb40\\udc41"'],
    ['', '""'],
  ])('writes %j as %s', (value, literal) => {
    expect(kusto(value)).toBe(literal);
  });
});

describe('powershell', () => {
  it('reads back to what of the value can be typed', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(readPowershell(powershell(value))).toBe(typed(value));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["it's", "'it''s'"],
    ['’; Stop-Computer; ‘', "'’’; Stop-Computer; ‘‘'"],
    ['$(reboot) `n "x"', '\'$(reboot) `n "x"\''],
    ['a\0b\u0003c', "'abc'"],
  ])('writes %j as %s', (value, literal) => {
    expect(powershell(value)).toBe(literal);
  });
});

describe('shell', () => {
  it('reads back, in a real sh, to what of the value can be typed', () => {
    fc.assert(
      fc.property(fc.array(anyValue, { minLength: 50, maxLength: 100 }), (values) => {
        expect(readShell(values.map(shell))).toEqual(values.map(typed));
      }),
      { numRuns: 30 },
    );
  });

  it('is nothing but strings in PowerShell, should someone paste it there', () => {
    expect(isPowershellStrings("''\\'';calc;'\\'''")).toBe(false);
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(isPowershellStrings(shell(value))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["it's", `'it'"'"'s'`],
    ["'; rm -rf ~ #", `''"'"'; rm -rf ~ #'`],
    ['a\u001b[201~\nb', "'a[201~\nb'"],
    ['', "''"],
  ])('writes %j as %s', (value, literal) => {
    expect(shell(value)).toBe(literal);
  });
});

describe('address', () => {
  it('is one segment of a path, and reads back to the value', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const url = new URL(`https://x.example/a/${address(value)}/z`);
        expect([url.origin, url.search, url.hash]).toEqual(['https://x.example', '', '']);
        const [, , segment = '', ...rest] = url.pathname.split('/');
        expect(rest).toEqual(['z']);
        const dots = value === '.' || value === '..';
        expect(decodeURIComponent(segment)).toBe(dots ? '\ufffd'.repeat(value.length) : wellFormed(value));
      }),
      { numRuns: 2000 },
    );
  });

  it('stays within the domain when it stands in a host', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const text = `https://${address(value)}.print.example.com/`;
        if (!URL.canParse(text)) return;
        const url = new URL(text);
        expect(url.hostname).toMatch(/\.print\.example\.com$/);
        expect([url.protocol, url.username, url.password, url.port]).toEqual(['https:', '', '', '']);
        expect([url.pathname, url.search, url.hash]).toEqual(['/', '', '']);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['dev12345', 'dev12345'],
    ['a b/c?d#e@f', 'a%20b%2Fc%3Fd%23e%40f'],
    ["it's (x)!*", 'it%27s%20%28x%29%21%2A'],
    ['\ud800', '%EF%BF%BD'],
  ])('writes %j as %s', (value, literal) => {
    expect(address(value)).toBe(literal);
  });
});
