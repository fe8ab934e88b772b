import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSignature } from '../../../src/core/diagnosis/signature';

describe('parseSignature', () => {
  it('tells values and alternatives from text', () => {
    expect(parseSignature('alert {alertName}: {on|off} now')).toEqual([
      { kind: 'text', text: 'alert ' },
      { kind: 'value', name: 'alertName' },
      { kind: 'text', text: ': ' },
      { kind: 'alternatives', options: ['on', 'off'] },
      { kind: 'text', text: ' now' },
    ]);
  });

  it('leaves JSON alone', () => {
    const json = '{"error":{"message":"Operation Failed","ids":{}}}';
    expect(parseSignature(json)).toEqual([{ kind: 'text', text: json }]);
  });

  it('finds a value right inside JSON braces', () => {
    expect(parseSignature('{{name}}')).toEqual([
      { kind: 'text', text: '{' },
      { kind: 'value', name: 'name' },
      { kind: 'text', text: '}' },
    ]);
  });

  it.each(['\\{name}', '{1st}', '{a b}', '{', '}', '{|}', '{a|}', '{a|\nb}', '{}'])('takes %j as text', (text) => {
    expect(parseSignature(text)).toEqual([{ kind: 'text', text: text.replace('\\{', '{') }]);
  });

  it('keeps the order of two values side by side', () => {
    expect(parseSignature('{a}{b}').map((part) => part.kind)).toEqual(['value', 'value']);
  });

  it('never throws and loses no text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', '|', '\\', 'a', ' ', '\n') }), (text) => {
        const written = parseSignature(text)
          .map((part) => {
            if (part.kind === 'text') return part.text;
            return part.kind === 'value' ? `{${part.name}}` : `{${part.options.join('|')}}`;
          })
          .join('');
        expect(written).toBe(text.replaceAll('\\{', '{'));
      }),
    );
  });
});
