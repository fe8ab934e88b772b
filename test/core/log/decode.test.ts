import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { decodeFile } from '../../../src/core/log/decode';

async function decode(...parts: (string | Uint8Array)[]) {
  const notes: string[] = [];
  let text = '';
  let bytes = 0;
  const count = (taken: number) => {
    bytes = taken;
  };
  const file = new Blob(parts as BlobPart[]);
  try {
    for await (const piece of decodeFile(file.stream(), count, (note) => notes.push(note))) text += piece;
  } catch (error) {
    notes.push((error as Error).message);
  }
  return { text, notes, isWhole: bytes === file.size };
}

const text = 'Zeit,Meldung\nheute,„Über“ – 中文 😀\n';
const wide = (bigEndian: boolean) => {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

it.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
  ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), wide(false)])],
  ['UTF-16 without a byte order mark', wide(false)],
  ['big-endian UTF-16', Buffer.concat([Buffer.from([0xfe, 0xff]), wide(true)])],
  ['gzip', gzipSync(text)],
  ['gzip of two parts', Buffer.concat([gzipSync(text.slice(0, 9)), gzipSync(text.slice(9))])],
  ['UTF-16 in gzip', gzipSync(Buffer.concat([Buffer.from([0xff, 0xfe]), wide(false)]))],
])('reads %s', async (_, bytes) => {
  expect(await decode(bytes)).toEqual({ text, notes: [], isWhole: true });
});

it('reads Windows-1252, and says so', async () => {
  const { text, notes } = await decode(Buffer.from('Gr\u00fc\u00dfe\n', 'latin1'));
  expect([text, notes]).toEqual([
    'Gr\u00fc\u00dfe\n',
    ['has parts that are not in its own encoding, the first after 0 bytes; letters with accents may be wrong there'],
  ]);
});

it('tells the encoding of each line, and says where the first other one is', async () => {
  const { text, notes } = await decode(
    'größer\n'.repeat(3),
    Buffer.from('größer\n'.repeat(20_000), 'latin1'),
    'größer',
  );
  expect(text).toBe(`${'größer\n'.repeat(20_003)}größer`);
  expect(notes).toEqual([
    'has parts that are not in its own encoding, the first after 27 bytes; letters with accents may be wrong there',
  ]);
});

it('reads what was appended to a file as UTF-16, as Windows PowerShell does', async () => {
  const { text, notes } = await decode(
    'first\n'.repeat(200),
    Buffer.from('größer\r\nlast\r\n'.repeat(20_000), 'utf16le'),
  );
  expect(text).toBe('first\n'.repeat(200) + 'größer\r\nlast\r\n'.repeat(20_000));
  expect(notes).toEqual([
    'has parts that are not in its own encoding, the first after 1,200 bytes; letters with accents may be wrong there',
  ]);
});

it('reads a long file whole, also where a character lies across two pieces', async () => {
  const long = '中😀'.repeat(200_000);
  expect(await decode('a', long)).toEqual({ text: `a${long}`, notes: [], isWhole: true });
  expect((await decode(gzipSync(long))).text).toBe(long);
});

it('keeps what could be read of gzip that is cut off, and says how far it came', async () => {
  const noise = Array.from({ length: 100_000 }, (_, i) => `${i} ${Math.imul(i, 0x9e3779b1)}\n`).join('');
  const { text, notes } = await decode(gzipSync(noise).subarray(0, 300_000));
  expect(noise.startsWith(text)).toBe(true);
  expect(text.length).toBeGreaterThan(100_000);
  expect(notes).toEqual(['is damaged or cut off, after 300,000 bytes.']);
});

it('reads damaged gzip up to the damage, the same each time', async () => {
  const lines = Array.from({ length: 40_000 }, (_, i) => `${i} ${Math.imul(i, 0x9e3779b1)}\n`).join('');
  const bytes = gzipSync(lines);
  bytes.fill(0xff, 150_000, 150_200);
  const first = await decode(bytes);
  expect(lines.startsWith(first.text.slice(0, 200_000))).toBe(true);
  expect(first.text.length).toBeGreaterThan(200_000);
  expect(await decode(bytes)).toEqual(first);
});

it('reads UTF-8 that was appended to UTF-16', async () => {
  const [before, after] = ['größer\r\n'.repeat(50_000), 'the queue grew größer\r\n'.repeat(20_000)];
  const { text, notes } = await decode(Buffer.from(before, 'utf16le'), after);
  expect(text).toBe(before + after);
  expect(notes).toEqual([
    'has parts that are not in its own encoding, the first after 800,000 bytes; letters with accents may be wrong there',
  ]);
});

it('notices gzip that unpacks to something else than was packed', async () => {
  const bytes = gzipSync('User Not Accepted\n');
  bytes[bytes.length - 8] = (bytes[bytes.length - 8] ?? 0) ^ 1;
  expect(await decode(bytes)).toMatchObject({
    text: 'User Not Accepted\n',
    notes: [expect.stringMatching(/^is damaged or cut off/)],
  });
});

it('reads parts of gzip of which one ends with a piece of the file', async () => {
  const file = new ReadableStream({
    start(controller) {
      for (const part of ['a', 'b']) controller.enqueue(new Uint8Array(gzipSync(part)));
      controller.close();
    },
  });
  let text = '';
  const ignore = () => {};
  for await (const piece of decodeFile(file, ignore, ignore)) text += piece;
  expect(text).toBe('ab');
});

it.each(['ข้อผิดพลาด', '错误发生了', 'ошибка', 'शिकायत'])('reads UTF-16 of a script without zeros: %s', async (word) => {
  const text = word.repeat(20_000);
  const { text: read, notes } = await decode(Buffer.from(`\ufeff${text}`, 'utf16le'));
  expect([read === text, notes]).toEqual([true, []]);
});

it.each([
  ['a workbook', [0x50, 0x4b, 3, 4, 20, 0, 6, 0], /^is a workbook or a zip archive\. Save the sheet as CSV/],
  ['a picture', [0x89, 0x50, 0x4e, 0x47], /^is a picture\. Copy the text/],
  ['an archive', [...new Array(257).fill(0x61), ...Buffer.from('ustar')], /^is an archive\. Unpack it/],
  ['a program', [0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff], /^is not a text/],
])('names what %s is, and what to do', async (_, bytes, said) => {
  expect((await decode(new Uint8Array(bytes))).notes).toEqual([expect.stringMatching(said)]);
});

it('of an empty file returns nothing', async () => {
  expect(await decode('')).toEqual({ text: '', notes: [], isWhole: true });
});
