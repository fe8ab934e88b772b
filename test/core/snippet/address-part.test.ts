import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressPart } from '../../../src/core/snippet/address-part';

const code = 'https://{siteName}.print.example.com/list.do';
const part = (value: string) => addressPart(code, 'siteName', value);

describe('addressPart', () => {
  it.each([
    ['contoso', 'contoso'],
    [' contoso ', 'contoso'],
    ['contoso.print.example.com', 'contoso'],
    ['https://contoso.print.example.com/', 'contoso'],
    ['HTTPS://Contoso.Print.Example.com:443/nav_to.do?uri=x.do#y', 'Contoso'],
    ['http://contoso.print.example.com', 'contoso'],
    // As it comes out of a mail or a browser.
    ['https://a:b@contoso.print.example.com/', 'contoso'],
    ['<contoso.print.example.com>,', 'contoso'],
    ['contoso\u200b/', 'contoso'],
    // Not such an address, nor a part of one.
    ['https://contoso.example.org/', ''],
    ['https://.print.example.com/', ''],
    ['a.b.print.example.com', ''],
    ['our site', ''],
    ['-', ''],
    ['https://contoso.print.example.com@evil.example/', ''],
  ])('takes %j for %j', (value, expected) => {
    expect(part(value)).toBe(expected);
  });

  it('leaves values of other placeholders alone but for white space, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        expect(addressPart(code, 'other', value)).toBe(value.trim());
        expect(addressPart('no address', 'siteName', value)).toBe(value.trim());
      }),
    );
  });
});
