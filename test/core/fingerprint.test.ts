import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fingerprint } from '../../src/core/fingerprint';

it('tells texts apart that differ in one character, wherever it is', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.nat(), (text, n) => {
      const at = n % text.length;
      const other = `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`;
      expect(fingerprint(text)).toBe(fingerprint(text));
      expect(fingerprint(other)).not.toBe(fingerprint(text));
    }),
  );
});

it('hardly ever gives two texts one name', () => {
  const names = new Set(Array.from({ length: 100_000 }, (_, i) => fingerprint(`rule ${i}`)));
  expect(names.size).toBe(100_000);
});
