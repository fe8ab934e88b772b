/** What a secret is; anything else that hides well is a `key`. */
export type SecretKind = 'token' | 'password' | 'key' | 'secret' | 'cookie' | 'e-mail' | 'ip' | 'guid';

/** A stretch of a text that should not be passed on: UTF-16 offsets, `end` exclusive. */
export interface Secret {
  kind: SecretKind;
  start: number;
  end: number;
}

/** The word that stands for a secret in a masked text: `[GUID 1]`. */
export const LABELS: Readonly<Record<SecretKind, string>> = {
  token: 'token',
  password: 'password',
  key: 'key',
  secret: 'secret',
  cookie: 'cookie',
  'e-mail': 'e-mail',
  ip: 'IP address',
  guid: 'GUID',
};

/** The source of a regular expression for a mask; its groups are the label and the number. */
export const MASK = `\\[(${Object.values(LABELS).join('|')}) (\\d{1,9})\\]`;
