import { Inflate, Z_FINISH, Z_SYNC_FLUSH } from 'pako';

const ARCHIVE = 'is an archive. Unpack it, and open what is in it.';

/** What files that are not texts begin with, read as Latin-1, perhaps some bytes further on; and what to do instead. */
const OTHER_KINDS: readonly (readonly [beginnings: string[], what: string, at?: number])[] = [
  [
    ['PK\x03\x04', 'PK\x05\x06'],
    'is a workbook or a zip archive. Save the sheet as CSV, or unpack the archive, and open that.',
  ],
  [['\x89PNG', '\xff\xd8\xff', 'GIF8', 'RIFF'], 'is a picture. Copy the text that it shows, and paste that.'],
  [['%PDF', '\xd0\xcf\x11\xe0'], 'is a document. Save it as plain text or CSV, or copy its text and paste that.'],
  [['7z\xbc\xaf', 'Rar!', 'BZh', '\xfd7zXZ', '\x28\xb5\x2f\xfd'], ARCHIVE],
  [['ustar'], ARCHIVE, 257],
];

/** Why a file cannot be read, or not to its end; it completes the sentence "<file name> …". */
class UnreadableError extends Error {}

const LINE_FEED = 10;
/** From this many bytes on, a part that looks like no UTF-16 counts as another encoding. */
const MIN_TAIL = 100;

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Decodes a file's bytes piece by piece: UTF-8, UTF-16 or Windows-1252, also compressed with gzip. `onBytes` is told how
 * many were taken from the file so far, `note` what was wrong with them. Throws an {@link UnreadableError} if the file
 * is no text or breaks off; by then all before it has been returned.
 */
export async function* decodeFile(
  file: ReadableStream<Bytes>,
  onBytes: (count: number) => void,
  note: (what: string) => void,
) {
  const reader = file.getReader();
  let taken = 0;
  const where = () => `after ${taken.toLocaleString('en')} bytes`;
  let isForeign = false;
  const noteForeign = (at: number) => {
    const place = at.toLocaleString('en');
    const what = `has parts that are not in its own encoding, the first after ${place} bytes`;
    if (!isForeign) note(`${what}; letters with accents may be wrong there`);
    isForeign = true;
  };
  let unzipped: Uint8Array[] = [];
  // The browser's own decompression loses what it has unpacked when it comes to a fault, and reads one part only.
  let inflate: Inflate | undefined;
  let decode: ReturnType<typeof decoderFor> | undefined;
  for (let isDone = false; !isDone; ) {
    const next = await reader.read().catch(() => {
      const why = taken === 0 ? 'Is it a folder, or was it' : 'Was it changed or';
      throw new UnreadableError(`could not be read further, ${where()}. ${why} moved?`);
    });
    isDone = next.done;
    const bytes = next.value ?? new Uint8Array();
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    // A file can have several gzip parts. The unpacker itself goes on with one that begins within a piece.
    if (isGzip && (taken === 0 || inflate?.ended)) inflate = unpacker((piece) => unzipped.push(piece));
    taken += bytes.length;
    onBytes(taken);
    unzipped = inflate ? [] : [bytes];
    inflate?.push(bytes, isDone ? Z_FINISH : Z_SYNC_FLUSH);
    for (const piece of unzipped) {
      if (piece.length === 0) continue;
      decode ??= decoderFor(piece, noteForeign);
      yield decode(piece);
    }
    if (inflate?.err) throw new UnreadableError(`is damaged or cut off, ${where()}.`);
  }
  if (decode) yield decode(new Uint8Array(), true);
}

/** Unpacks gzip, and gives what it has unpacked up to a fault too. */
function unpacker(give: (piece: Uint8Array) => void): Inflate {
  const inflate = new Inflate();
  inflate.onData = give;
  inflate.onStart = (stream) => {
    inflate.onEnd = (fault) => fault && give(stream.output.subarray(0, stream.next_out));
  };
  return inflate;
}

/**
 * Returns a function that decodes the pieces of a text that begins with `head`. `onForeign` is told where a part begins, in
 * bytes, that is in another encoding.
 */
function decoderFor(
  head: Uint8Array,
  onForeign: (at: number) => void,
): (bytes: Uint8Array, isLast?: boolean) => string {
  const beginning = String.fromCharCode(...head.subarray(0, 1000));
  const other = OTHER_KINDS.find(([beginnings, , at]) => beginnings.some((one) => beginning.startsWith(one, at)));
  if (other) throw new UnreadableError(other[1]);
  const zeros = (side: number) => head.subarray(0, 1000).filter((byte, i) => byte === 0 && i % 2 === side).length;
  const [even, odd] = [zeros(0), zeros(1)];
  const mark = /^(?:\xff\xfe|\xfe\xff)/.exec(beginning)?.[0];
  const isWide = Math.max(even, odd) >= beginning.length / 5 && Math.min(even, odd) <= beginning.length / 20;
  if (mark || isWide) {
    const wide = new TextDecoder(mark === '\xfe\xff' || (!mark && even > odd) ? 'utf-16be' : 'utf-16le');
    let rest: ReturnType<typeof decoderFor> | undefined;
    let position = 0;
    return (bytes, isLast) => {
      if (rest) return rest(bytes, isLast);
      const from = bytes.lastIndexOf(0) + 1;
      const tail = bytes.subarray(from);
      // One byte of each letter in UTF-16 is a control character, beyond ASCII, or zero.
      const wideBytes = tail.filter((byte) => byte !== 10 && byte !== 13 && (byte < 0x20 || byte >= 0x80)).length;
      position += bytes.length;
      if (tail.length < MIN_TAIL || wideBytes > tail.length / 5) return wide.decode(bytes, { stream: !isLast });
      onForeign(position - tail.length);
      rest = decoderFor(tail, onForeign);
      return wide.decode(bytes.subarray(0, from)) + rest(tail, isLast);
    };
  }
  if (even + odd > 0) throw new UnreadableError('is not a text. Export it as CSV or plain text, and open that.');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const windows = new TextDecoder('windows-1252');
  const decodeLine = (line: Uint8Array, at: number): string => {
    try {
      return utf8.decode(line);
    } catch {
      onForeign(at);
      return windows.decode(line);
    }
  };
  let held = new Uint8Array();
  let position = 0;
  return (bytes, isLast = false) => {
    const all = new Uint8Array(held.length + bytes.length);
    all.set(held);
    all.set(bytes, held.length);
    const end = isLast ? all.length : wholeLength(all);
    held = all.slice(end);
    const whole = all.subarray(0, end);
    const base = position;
    position += end;
    let text = '';
    try {
      text = utf8.decode(whole);
    } catch {
      for (let from = 0, to = 0; from < end; from = to) {
        to = whole.indexOf(LINE_FEED, from) + 1 || end;
        text += decodeLine(whole.subarray(from, to), base + from);
      }
    }
    if (!text.includes('\0')) return text;
    // UTF-16 that was appended: of each letter of Western Europe, one byte is zero.
    onForeign(base + whole.indexOf(0));
    return text.replaceAll('\0', '');
  };
}

/** How many of the bytes are whole characters of UTF-8: without the beginning of one that may go on in the next piece. */
function wholeLength(bytes: Uint8Array): number {
  // A character has at most four bytes, of which all but the first are 10xxxxxx.
  const last = bytes.subarray(-4);
  const first = last.findLastIndex((byte) => (byte & 0b1100_0000) !== 0b1000_0000);
  return (last[first] ?? 0) >= 0b1100_0000 ? bytes.length - last.length + first : bytes.length;
}
