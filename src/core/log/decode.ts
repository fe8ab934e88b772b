/** What files that are not texts begin with, read as Latin-1; and what to do instead. */
const OTHER_KINDS: readonly (readonly [beginnings: string[], what: string])[] = [
  [
    ['PK\x03\x04', 'PK\x05\x06'],
    'is a workbook or a zip archive. Save the sheet as CSV, or unpack the archive, and open that.',
  ],
  [['\x89PNG', '\xff\xd8\xff', 'GIF8', 'RIFF'], 'is a picture. Copy the text that it shows, and paste that.'],
  [['%PDF', '\xd0\xcf\x11\xe0'], 'is a document. Save it as plain text or CSV, or copy its text and paste that.'],
  [['7z\xbc\xaf', 'Rar!', 'BZh', '\xfd7zXZ', '\x28\xb5\x2f\xfd'], 'is an archive. Unpack it, and open what is in it.'],
];

/** Why a file cannot be read, or not to its end; it completes the sentence "<file name> …". */
export class UnreadableError extends Error {}

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
  let taken = 0;
  const counter = new TransformStream<Bytes, Bytes>({
    transform(bytes, controller) {
      taken += bytes.length;
      onBytes(taken);
      controller.enqueue(bytes);
    },
  });
  const where = () => `after ${taken.toLocaleString('en')} bytes`;
  let isZipped = false;
  let isForeign = false;
  try {
    const [beginning, whole] = file.tee();
    const looker = beginning.getReader();
    const [first, second] = (await looker.read()).value ?? [];
    void looker.cancel();
    isZipped = first === 0x1f && second === 0x8b;
    const counted = whole.pipeThrough(counter);
    const stream = isZipped ? counted.pipeThrough(new DecompressionStream('gzip')) : counted;
    let decode: ReturnType<typeof decoderFor> | undefined;
    const reader = stream.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      decode ??= decoderFor(next.value, () => {
        if (!isForeign) note(`has characters that are not UTF-8, ${where()}; they are read as Windows-1252`);
        isForeign = true;
      });
      yield decode(next.value);
    }
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    throw new UnreadableError(
      isZipped
        ? `is damaged or cut off, ${where()}.`
        : `could not be read further, ${where()}. Was it changed or moved?`,
    );
  }
}

/** Returns a function that decodes the pieces of a text that begins with `head`. */
function decoderFor(head: Uint8Array, onForeign: () => void): (bytes: Uint8Array) => string {
  const beginning = String.fromCharCode(...head.subarray(0, 1000));
  const other = OTHER_KINDS.find(([beginnings]) => beginnings.some((one) => beginning.startsWith(one)));
  if (other) throw new UnreadableError(other[1]);
  const zeros = [0, 1].map(
    (side) => [...beginning].filter((character, i) => character === '\0' && i % 2 === side).length,
  );
  const [even = 0, odd = 0] = zeros;
  const isMarked = /^(?:\xff\xfe|\xfe\xff)/.test(beginning);
  if (isMarked || even + odd > 0) {
    const isBigEndian = isMarked ? beginning.startsWith('\xfe') : even > odd;
    if (!isMarked && (Math.max(even, odd) < beginning.length / 5 || Math.min(even, odd) > beginning.length / 20)) {
      throw new UnreadableError('is not a text. Export it as CSV or plain text, and open that.');
    }
    const wide = new TextDecoder(isBigEndian ? 'utf-16be' : 'utf-16le');
    return (bytes) => wide.decode(bytes, { stream: true });
  }
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const windows = new TextDecoder('windows-1252');
  return (bytes) => {
    try {
      return utf8.decode(bytes, { stream: true });
    } catch {
      onForeign();
      return windows.decode(bytes);
    }
  };
}
