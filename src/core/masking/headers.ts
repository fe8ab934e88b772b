import { isCovered } from './cover';
import { closingQuote, QUOTE, SEPARATOR, SPACES } from './quoting';
import { looksRandom } from './random';
import type { Secret } from './secret';

const HEADER = new RegExp(
  `(?<name>authorization|cookie2?)${QUOTE}?${SPACES}${SEPARATOR}${SPACES}(?<quote>${QUOTE})?`,
  'gi',
);
const SCHEME =
  /(?<one>Basic|Bearer|Negotiate|NTLM|Token|ApiKey|SharedKey(?:Lite)?)[ \t]{1,4}|(?<many>SharedAccessSignature|Digest|OAuth|AWS4-HMAC-SHA256)[ \t]{1,4}/iy;
const ONE_END = /[\s,;"'<>]|\\{1,15}["'nrt]|&(?:amp;){0,3}quot;|%(?:25){0,3}2[027]/g;
const LINE_END = /[\r\n"]|\\{1,15}["nr]/g;
const COOKIE_START = /[^\s=;"]{1,128}=/y;
const CREDENTIALS = /\b(?<scheme>Bearer|Basic)(?:[ \t\u00a0]|%20|\+){1,4}(?<value>[\w.~+/-]{4,}={0,2})/gi;

/**
 * Takes a text and returns what HTTP headers give away, in order: the credentials in `Authorization` (its scheme, such
 * as `Basic`, stays) and all of `Cookie` and `Set-Cookie`; in JSON too.
 */
export function* findHeaders(text: string): Generator<Secret> {
  HEADER.lastIndex = 0;
  for (let header = HEADER.exec(text); header; header = HEADER.exec(text)) {
    const at = HEADER.lastIndex;
    const { name = '', quote } = header.groups ?? {};
    const cookie = /^cookie/i.test(name);
    SCHEME.lastIndex = at;
    const scheme = cookie ? null : SCHEME.exec(text);
    const start = at + (scheme?.[0].length ?? 0);
    COOKIE_START.lastIndex = at;
    if (cookie && !COOKIE_START.test(text)) continue;
    const all = cookie || scheme?.groups?.many !== undefined;
    const end = quote === undefined ? search(all ? LINE_END : ONE_END, text, start) : closingQuote(text, start, quote);
    const value = text.slice(start, end);
    if (end > start && !isCovered(value) && (cookie || scheme || looksRandom(value))) {
      const basic = /^basic/i.test(scheme?.[0] ?? '');
      yield { kind: cookie ? 'cookie' : basic ? 'password' : 'token', start, end };
    }
    HEADER.lastIndex = Math.max(at, end);
  }
}

/**
 * Takes a text and returns credentials that stand after `Bearer` or `Basic` without a header's name, in order. After
 * `Basic` they are base64 of `user:password`, so that "Basic authentication" is left alone.
 */
export function* findCredentials(text: string): Generator<Secret> {
  for (const { 0: whole, index, groups } of text.matchAll(CREDENTIALS)) {
    const { scheme = '', value = '' } = groups ?? {};
    const bearer = /bearer/i.test(scheme);
    if (!(bearer ? looksRandom(value) && value.length >= 8 : isUserAndPassword(value))) continue;
    const end = index + whole.length;
    yield { kind: bearer ? 'token' : 'password', start: end - value.length, end };
  }
}

function isUserAndPassword(value: string): boolean {
  try {
    return /^[ -~]*:[ -~]*$/.test(atob(value.slice(0, 4096 - (value.length % 4))));
  } catch {
    return false;
  }
}

function search(global: RegExp, text: string, from: number): number {
  global.lastIndex = from;
  return global.exec(text)?.index ?? text.length;
}
