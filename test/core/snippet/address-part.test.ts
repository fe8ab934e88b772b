import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressPart } from '../../../src/core/snippet/address-part';

const code = 'https://{instanceName}.service-now.com/list.do';
const part = (value: string) => addressPart(code, 'instanceName', value);

describe('addressPart', () => {
  it.each([
    ['contoso', 'contoso'],
    [' contoso ', 'contoso'],
    ['contoso.service-now.com', 'contoso'],
    ['https://contoso.service-now.com/', 'contoso'],
    ['HTTPS://Contoso.Service-Now.com:443/nav_to.do?uri=x.do#y', 'Contoso'],
    ['http://contoso.service-now.com', 'contoso'],
    // Not such an address: it stays as it is, and leads nowhere.
    ['https://contoso.example.com/', 'https://contoso.example.com/'],
    ['https://a@contoso.service-now.com/', 'https://a@contoso.service-now.com/'],
    ['https://.service-now.com/', 'https://.service-now.com/'],
    ['a.b.service-now.com', 'a.b.service-now.com'],
  ])('takes %j for %j', (value, expected) => {
    expect(part(value)).toBe(expected);
  });

  it('leaves values of other placeholders alone but for white space, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        expect(addressPart(code, 'other', value)).toBe(value.trim());
        expect(addressPart('no address', 'instanceName', value)).toBe(value.trim());
      }),
    );
  });
});
