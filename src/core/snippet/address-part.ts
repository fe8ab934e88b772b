/**
 * Takes an address's template, the name of a placeholder in it, and a value for it, and returns the value without white
 * space around it. In a host, what a whole address of that kind has there; empty if the value is no part of a host.
 *
 * @example addressPart('https://{name}.example.com/list', 'name', 'https://a.example.com/login?x') // 'a'
 */
export function addressPart(code: string, name: string, value: string): string {
  const host = /^https:\/\/([^/]+)/.exec(code)?.[1] ?? '';
  const [before, after] = host.split(`{${name}}`).map((text) => text.toLowerCase());
  // As it comes out of a mail: in brackets or quotation marks, before a full stop, with invisible characters.
  const plain = value.replace(/\p{Cf}/gu, '').replace(/^[\s<("']+|[\s>)"'.,;/]+$/g, '');
  const given = /^(?:https?:\/\/)?(?:[^/?#@\s]*@)?([^/?#:@\s]+)/i.exec(plain)?.[1] ?? '';
  const lower = given.toLowerCase();
  const fits = before !== undefined && after && lower.startsWith(before) && lower.endsWith(after);
  if (!after) return value.trim();
  const part = fits ? given.slice(before.length, given.length - after.length) : plain;
  return /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?$/u.test(part) ? part : '';
}
