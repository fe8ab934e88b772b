import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mask } from '../../../src/core/masking/mask';

/** Pieces of secrets and of what stands around them, so that random texts are not merely noise. */
const PIECES =
  'password|pwd|=|:|"|\\"|\\\\\\"|\'|;|&|,|%3D|%22|&quot;|token|secret|AccountKey|sig|Authorization|Basic |Bearer |Cookie: |eyJhbGciOiJSUzI1|Authorization: Digest |-u a:|+49 170 1234567|4111111111111111|xoxb-0123456789|ConvertTo-SecureString |phone |.|@|x.com|://|/|-----BEGIN PRIVATE KEY-----|-----END PRIVATE KEY-----|10.0.0.4|::|fe80|b1946ac9-2492-4f5e-8a52-0a1b2c3d4e5f|[GUID 1]|[password 2]|[|]|aB3dE5gH7jK9mN1pQ3sT5vX7z|3f|\u200b|\ufdd0|\t| |\n|\\n|is |value|--|<|>|null|é'.split(
    '|',
  );
const anyText = fc.oneof(
  // Also halves of surrogate pairs.
  fc.array(fc.nat(0xffff), { maxLength: 100 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4 })), { maxLength: 40 })
    .map((pieces) => pieces.join('')),
);

describe('any text', () => {
  it('is masked once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(mask(mask(text))).toBe(mask(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('is kept around the masks', () => {
    const plain = anyText.filter((text) => !/[\p{Cf}\ufdd0-\ufdef]/u.test(text));
    fc.assert(
      fc.property(plain, (text) => {
        const kept = mask(text).split(/\[[A-Za-z -]+ \d+\]/);
        expect(text.startsWith(kept[0] as string)).toBe(true);
        expect(text.endsWith(kept.at(-1) as string)).toBe(true);
        let at = 0;
        for (const piece of kept) {
          expect(text.indexOf(piece, at)).toBeGreaterThanOrEqual(at);
          at = text.indexOf(piece, at) + piece.length;
        }
      }),
      { numRuns: 1000 },
    );
  });
});

const letters = (from: string, min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...from), minLength: min, maxLength: max });
const hex = (length: number) => letters('0123456789abcdef', length, length);
const ALNUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A secret with what makes it one, both as a plain text has them. */
const planted = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        'password=',
        'db.Password = ',
        'pwd: ',
        'client_secret=',
        'AccountKey=',
        'api-key: ',
        '?se=1&sig=',
        'access_token=',
        'Authorization: Bearer ',
        'https://ann:',
      ),
      letters(`${ALNUM}!$*+/~^#`, 12, 60).map((value) => `${value}7q`),
    )
    .map(([key, value]) => (key.endsWith('ann:') ? [key, value.replaceAll('/', 'x'), '@x.com/'] : [key, value, ''])),
  letters(ALNUM, 20, 60).map((s) => ['', `eyJ${s}.eyJ${s}.${s}`, '']),
  fc
    .uint8Array({ minLength: 40, maxLength: 64 })
    .map((bytes) => ['SharedAccessKey=', btoa(String.fromCharCode(...bytes)), '']),
  fc.tuple(hex(8), hex(4), hex(12)).map(([a, b, c]) => ['', `${a}-${b}-4${b.slice(1)}-${b}-1${c.slice(1)}`, '']),
  letters('abcdefgh.', 1, 9).map((s) => ['', `a${s}x@contoso.com`, '']),
  fc.tuple(fc.integer({ min: 1, max: 126 }), fc.nat(255)).map(([a, b]) => ['', `${a}.${b}.3.4`, '']),
);

describe('a planted secret', () => {
  const chat = fc.constantFrom(
    'Hi, I get this since Monday: ',
    'ERROR 2026-11-20T07:41:09Z\n',
    'Could not print/hold any page of job CPU (prod). ',
    'x=1 ',
    '',
  );
  const frames: ((text: string) => string)[] = [
    (text) => text,
    (text) => JSON.stringify({ a: 1, message: text, b: [text] }),
    (text) => JSON.stringify(JSON.stringify({ message: text })),
    (text) => `7,"${text.replaceAll('"', '""')}",ERROR\n`,
  ];
  it('does not survive', () => {
    fc.assert(
      fc.property(planted, chat, chat, fc.constantFrom(...frames), (parts, before, after, frame) => {
        const [key = '', value = '', tail = ''] = parts;
        const text = frame(`${before}${key}${value}${tail} ${after}`);
        expect(mask(text)).not.toContain(value);
        // Nor is what follows masked with it.
        expect(mask(text)).toContain(after.trim());
      }),
      { numRuns: 2000 },
    );
  });

  it('does not survive as a field of JSON at any depth', () => {
    // Without what names a secret itself ("pw|x"), of which one in 40,000 such texts has some.
    const value = fc
      .string({ minLength: 3, maxLength: 30 })
      .filter((text) => !/p(?:w|ass)|jwt|sig|key/i.test(text))
      .map((text) => `${text}"7\\q`);
    fc.assert(
      fc.property(
        fc.constantFrom('password', 'clientSecret', 'refresh_token'),
        value,
        fc.nat(3),
        (key, secret, depth) => {
          let text = JSON.stringify({ [key]: secret, next: 'kept' });
          for (let i = 0; i < depth; i++) text = JSON.stringify({ x: text });
          let masked = mask(text);
          for (let i = 0; i < depth; i++) masked = JSON.parse(masked).x;
          expect(Object.values(JSON.parse(masked))).toEqual([
            expect.stringMatching(/^\[(?:password|secret|token) 1\]$/),
            'kept',
          ]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
