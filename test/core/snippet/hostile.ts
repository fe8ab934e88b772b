import fc from 'fast-check';

/** Texts that have broken out of some quoting, or that a quoting may get wrong. */
const TRICKS = [
  ...["'", '"', '`', '\\', '\\\\', '$', '%', '&', ';', '#', '|', '<', '>', '^', '!', '{', '}'],
  ...['\n', '\r', '\r\n', '\t', '\0', '\u0003', '\u001b[201~', '\u007f', '\u0085', '\u009b'],
  ...['‘', '’', '‚', '‛', '“', '”', '„', '‟', '\u2028', '\u2029', '\u00a0', '\u3000'],
  ...['\u200b', '\u202e', '\u2066', '\ufeff', '\u00ad', '\u3164', '\u{e0041}', '\ud800', '\udfff'],
  ...["'; rm -rf ~ #", '$(reboot)', '`id`', '" | project *', "’; Stop-Computer; '", "'\\''", '\\'],
  ...['&calc', '%PATH%', '\\u0022', '\\x22', '\\42', '{query}', '{name}', '@evil.example/', '.', '..'],
  ...['/', '?', '#', '%2e%2e', '%2f', '／', '。', '://', '-', '--output', '😀', 'é', '設定', ''],
];

/** Any string, lone surrogates included; mostly tricks, alone and one after another. */
export const anyValue = fc.oneof(
  fc.constantFrom(...TRICKS),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.oneof(fc.constantFrom(...TRICKS), fc.string({ unit: 'binary', maxLength: 3 })), {
      maxLength: 12,
    })
    .map((pieces) => pieces.join('')),
  // Single UTF-16 units, so that surrogates come alone.
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 }).map((units) => String.fromCharCode(...units)),
);
