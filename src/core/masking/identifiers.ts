import type { Secret } from './secret';

/** With i, l and o, which stand for 1 and 0 where a screenshot was read. */
const GUID = /[0-9a-fiol]{8}-[0-9a-fiol]{4}-[0-9a-fiol]{4}-[0-9a-fiol]{4}-[0-9a-fiol]{12}/gi;

/** Takes a text and returns its GUIDs, in order. Whose they are (a tenant's, a subscription's) can't be told. */
export function* findGuids(text: string): Generator<Secret> {
  for (const { 0: guid, index } of text.matchAll(GUID)) {
    if (/\d/.test(guid)) yield { kind: 'guid', start: index, end: index + guid.length };
  }
}

const AT = /@|%(?:25){0,3}40|&#64;/g;
const LOCAL = /[\p{L}\p{N}._+#-]/u;
const DOMAIN = /[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/uy;
const LONGEST_LOCAL = 64;

/** Takes a text and returns its e-mail addresses, in order; their "@" may be percent-encoded. */
export function* findEmails(text: string): Generator<Secret> {
  let last = 0;
  for (const { 0: at, index } of text.matchAll(AT)) {
    const start = localStart(text, index, last);
    DOMAIN.lastIndex = index + at.length;
    const domain = DOMAIN.exec(text)?.[0].replace(/-{1,63}$/, '');
    // The top level is a word, or punycode.
    if (start === index || !domain || !/\.(?:\p{L}{2,}|xn--[\w-]{1,59})$/u.test(domain)) continue;
    last = index + at.length + domain.length;
    yield { kind: 'e-mail', start, end: last };
  }
}

/** Where the part before "@" starts: not before `limit`, and after an escape (`%20`, `\n`) that stands before it. */
function localStart(text: string, at: number, limit: number): number {
  let start = at;
  const first = Math.max(limit, at - LONGEST_LOCAL);
  for (; start > first; start--) {
    const char = text[start - 1] as string;
    const apostrophe = char === "'" && start < at && /\p{L}/u.test(text[start - 2] ?? '');
    if (!LOCAL.test(char) && !apostrophe) break;
  }
  if (text[start - 1] === '%') start += /^[0-9A-Fa-f]{2}/.test(text.slice(start, at)) ? 2 : 0;
  else if (text[start - 1] === '\\' && /^[nrt]/.test(text.slice(start, at))) start++;
  while (start < at && '.-'.includes(text[start] as string)) start++;
  return Math.min(start, at);
}

const AFTER_ESCAPE = '(?<=\\\\[nrt]|%[0-9A-Fa-f]{2})';
const IPV4 = new RegExp(`(?:(?<![\\d.])|${AFTER_ESCAPE})\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}(?!\\.?\\d)`, 'g');
const IPV6 = new RegExp(`(?:(?<![\\w:.])|${AFTER_ESCAPE})[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,8}(?![\\w:]|\\.\\d)`, 'gi');
/** What stands before four numbers that are a version: "Version=", `"version": "`, "v", "Chrome/". */
const BEFORE_VERSION =
  /(?:versions?|\bver|\bv|build|release|revision|\brev|chrome|edge?|opr|agent)(?:["'\\\s:=/_-]|%\d\d|%3[AD]|is){0,8}$/i;

/**
 * Takes a text and returns its IP addresses, in order for each of the two versions: four numbers up to 255 that are
 * no version of something, and IPv6 with eight groups or `::`. 0.0.0.0, 127.0.0.1, `::` and `::1` are the same on
 * every machine and so tell nothing.
 */
export function* findIpv4(text: string): Generator<Secret> {
  for (const { 0: ip, index } of text.matchAll(IPV4)) {
    if (ip === '0.0.0.0' || ip === '127.0.0.1') continue;
    if (ip.split('.').some((part) => Number(part) > 255)) continue;
    if (BEFORE_VERSION.test(text.slice(Math.max(0, index - 24), index))) continue;
    yield { kind: 'ip', start: index, end: index + ip.length };
  }
}

/** Takes a text and returns its IPv6 addresses, as {@link findIpv4} says. */
export function* findIpv6(text: string): Generator<Secret> {
  for (const { 0: ip, index } of text.matchAll(IPV6)) {
    if (isIpv6(ip)) yield { kind: 'ip', start: index, end: index + ip.length };
  }
}

function isIpv6(ip: string): boolean {
  const groups = ip.split(':');
  const gap = ip.indexOf('::');
  if (!/\d/.test(ip) || ip === '::1') return false;
  if (gap < 0) return groups.length === 8 && groups.every((group) => group !== '');
  if (ip.includes('::', gap + 1) || /^:[^:]|[^:]:$/.test(ip)) return false;
  return groups.filter((group) => group !== '').length <= 7;
}
