import type { Secret } from './secret';

const PEM_START = /-----BEGIN [A-Z0-9 ]{1,40}-----/g;
const PEM_BODY = /[A-Za-z0-9+/=\s\\]*/y;
const PEM_END = /-----END [A-Z0-9 ]{1,40}-----/y;
/** A key in PEM has headers at most ("Proc-Type: …") before its body, and no more than this in all. */
const LONGEST_PEM = 20_000;

/**
 * Takes a text and returns its PEM blocks (private keys, certificates), in order, from `-----BEGIN` to the end of
 * `-----END …-----`. Of one that is cut off, everything that may be base64.
 */
export function* findPem(text: string): Generator<Secret> {
  PEM_START.lastIndex = 0;
  for (let begin = PEM_START.exec(text); begin; begin = PEM_START.exec(text)) {
    const from = PEM_START.lastIndex;
    const within = text.slice(from, from + LONGEST_PEM);
    const close = within.search(/-----(?:BEGIN|END)/);
    PEM_END.lastIndex = from + close;
    let end: number;
    if (close >= 0 && PEM_END.test(text)) {
      end = PEM_END.lastIndex;
    } else {
      PEM_BODY.lastIndex = from;
      end = from + (PEM_BODY.exec(text)?.[0].trimEnd().length ?? 0);
    }
    yield { kind: 'key', start: begin.index, end };
    PEM_START.lastIndex = end;
  }
}

/** RFC 7519: three parts of base64url with dots between, the first of which is `{"` encoded. Perhaps cut off. */
const JWT = /(?:(?<![\w-])|(?<=\\[nrt]|%[0-9A-Fa-f]{2}))eyJ[\w-]{8,}(?:\.[\w-]*){0,4}/g;
/** Tokens that tell by their beginning or middle what they are: Entra client secrets, AWS, GitHub, Slack. */
const BRANDED =
  /(?<![\w~.-])[\w~.-]{3}[78]Q~[\w~.-]{31,37}|\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{30,255}|\bgithub_pat_\w{30,255}|\bxox[abeprs]-[\w-]{10,255}/g;

/** Takes a text and returns its JSON Web Tokens, whole or cut off, in order. */
export function* findJwts(text: string): Generator<Secret> {
  for (const { 0: whole, index } of text.matchAll(JWT)) {
    // The last dot may be the sentence's.
    const end = index + whole.length - (whole.endsWith('.') ? 1 : 0);
    yield { kind: 'token', start: index, end };
  }
}

/** Takes a text and returns secrets of a make known by a fixed part of them, in order. */
export function* findBranded(text: string): Generator<Secret> {
  for (const { 0: whole, index } of text.matchAll(BRANDED)) {
    const kind = whole.includes('Q~') ? 'secret' : 'token';
    yield { kind, start: index, end: index + whole.length };
  }
}

/** `://user:password@`; the password goes to the last "@" before the path. */
const USER_INFO = /:\/\/[^\s/:@"'<>\\]{0,256}:([^\s/"'<>\\]{1,256})@/g;

/** Takes a text and returns the passwords in its addresses, in order; user and host stay. */
export function* findUrlPasswords(text: string): Generator<Secret> {
  for (const { 0: whole, 1: password = '', index } of text.matchAll(USER_INFO)) {
    const end = index + whole.length - 1;
    if (/[^\ufffe]/.test(password)) yield { kind: 'password', start: end - password.length, end };
  }
}
