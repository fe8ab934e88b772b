import type { Pack } from './packs';

/** What is repeated to make a text that is as slow as possible to read with this pack, by the name the table gives it. */
export function hostileTexts(pack: Pack): Record<string, string> {
  const values = (signature: string) => signature.split(/\{\w+\}/).length;
  const signatures = pack
    .flatMap((rule) => rule.signatures)
    .map((text) => text.replace(/\{([^{}|]+)\|[^{}]*\}/g, '$1'))
    .filter((text) => /^\w/.test(text))
    .sort((a, b) => values(b) - values(a));
  // The message with most values can go wrong in most ways.
  const signature = signatures[0] ?? '';
  const beginning = signature.slice(0, signature.indexOf('{')).trim();
  const message = signature.replace(/\{\w+\}/g, 'CPU high on vm-3');
  return {
    'the beginning of a message, in one line': `${beginning} `,
    'the beginning of a message, on each line': `${beginning}\n`,
    'a message without its last word, in one line': `${message.slice(0, message.lastIndexOf(' '))} `,
    'a message wrapped at every word': `${message.replaceAll(' ', '\n')}\n`,
    '`{"error":{"message":"`': '{"error":{"message":"',
    '`[x] `': '[x] ',
    '`%`': '%',
    '`q`, one word': 'q',
  };
}
