/**
 * Takes an address's template, the name of a placeholder in its host, and a value for it. A value that is a whole
 * address of that kind is cut down to what stands for the placeholder; any other only loses white space around it.
 *
 * @example addressPart('https://{name}.example.com/list', 'name', 'https://a.example.com/login?x') // 'a'
 */
export function addressPart(code: string, name: string, value: string): string {
  const host = /^https:\/\/([^/]+)/.exec(code)?.[1] ?? '';
  const [before, after] = host.split(`{${name}}`).map((text) => text.toLowerCase());
  const given = /^\s*(?:https?:\/\/)?([^/?#:@\s]+)/i.exec(value)?.[1] ?? '';
  const lower = given.toLowerCase();
  const fits = before !== undefined && after && lower.startsWith(before) && lower.endsWith(after);
  const part = fits ? given.slice(before.length, given.length - after.length) : '';
  return part && !part.includes('.') ? part : value.trim();
}
