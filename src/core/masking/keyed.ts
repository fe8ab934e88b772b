import { isCovered } from './cover';
import { closingQuote, QUOTE, SEPARATOR, SPACES } from './quoting';
import { looksRandom } from './random';
import type { Secret, SecretKind } from './secret';

/** The ends of the names that secrets have; what stands before them (`db_password`, `x-api-key`) does not matter. */
const NAMES: Readonly<Record<string, string>> = {
  password: 'pass[ _-]?(?:word|wd|phrase|code)|pwd|passwort|kennwort',
  secret: 'secret(?:[ _-]?(?:text|value))?',
  key: '(?:account|shared[ _-]?access|access|api|primary|secondary|subscription|functions|private|signing|encryption|storage|master|host|secret|auth)[ _-]?key',
  token: 'token|jwt|(?<![a-z])sysparm_ck|(?<![a-z])g_ck',
  session: 'session_?id|sessid|glide_(?:user|session)\\w{0,24}|arraffinity\\w{0,16}',
  pass: '(?<![a-z])pass',
  signature: '(?<![a-z])sig',
};
const NAME = new RegExp(
  Object.entries(NAMES)
    .map(([name, source]) => `(?<${name}>${source})`)
    .join('|'),
  'gi',
);

const KINDS: Readonly<Record<string, SecretKind>> = {
  password: 'password',
  pass: 'password',
  secret: 'secret',
  key: 'key',
  signature: 'key',
  token: 'token',
  session: 'cookie',
};

/** From the end of a name to its value; also where name and value have fields of their own: `"password","value":"…"`. */
const TO_VALUE = new RegExp(
  `\\d{0,2}${QUOTE}?\\]?${SPACES}(?:,?${SPACES}${QUOTE}?value${QUOTE}?${SPACES})?(?<separator>${SEPARATOR})${SPACES}(?<quote>${QUOTE})?`,
  'iy',
);
/** "The password is …": words stand there more often than passwords. */
const TO_SAID_VALUE = new RegExp(`[ ](?:is|was|lautet)${SPACES}:?${SPACES}(?<quote>${QUOTE})?`, 'iy');
const TO_ARGUMENT = new RegExp(`[ \\t]{1,4}(?<quote>${QUOTE})?`, 'y');
const OPTION = /(?:^|\s)--?[A-Za-z][\w-]{0,31}$|(?:^|\s)--?$/;

const STOP =
  '[\\s;"<>`“”]|\\\\{1,15}["\'nrt]|\'(?![A-Za-z0-9])|&(?=[\\w.%-]{1,64}=|amp;|quot;|#\\d|lt;|gt;)|,(?=\\s|["\'{\\[]|[\\w .-]{1,40}[=:]|$)';
const BARE_END = new RegExp(STOP, 'g');
const ENCODED_END = new RegExp(`${STOP}|%(?:25){0,3}(?:20|22|26|27|2[cC]|3[bB]|0[aAdD]|7[dD])`, 'g');
const OPENING = /[([{]/;
const ELEMENT_END = /<|&lt;|[\r\n]/g;

/** What stands in a secret's place when there is none, or when somebody else has masked it. */
const NO_SECRET =
  /^(?:[*•●#.xX_-]{1,64}|null|nil|none|undefined|true|false|yes|no|n\/a|missing|invalid|incorrect|wrong|required|expired|empty|not|the|is|[<([{]{1,2}[\w .-]{0,40}[>)\]}]{1,2}|\$[a-z_.:-]{1,40}|\$[({][\w.:-]{1,40}[)}]|%\w)$/i;

/**
 * Takes a text and returns the values of keys that name a secret, in order: `password=…`, `"clientSecret": "…"` at any
 * depth of escaping, `AccountKey=…;`, `&sig=…`, `<password>…</password>`, `--password …`, `password is …`. A value in
 * quotation marks goes to their end; another one to white space or what divides it from the next key.
 */
export function* findKeyed(text: string): Generator<Secret> {
  NAME.lastIndex = 0;
  for (let name = NAME.exec(text); name; name = NAME.exec(text)) {
    const found = Object.entries(name.groups ?? {}).find(([, value]) => value !== undefined);
    const after = NAME.lastIndex;
    const place = found && placeOf(text, name.index, after, found[0]);
    if (!found || !place) continue;
    const { start, end, sure } = place;
    const value = text.slice(start, end);
    const holds = !isCovered(value) && !NO_SECRET.test(value.slice(0, 65)) && (sure || looksRandom(value));
    if (holds && start < end) {
      yield { kind: KINDS[found[0]] as SecretKind, start, end };
      NAME.lastIndex = end;
    } else {
      // What was no value may hold one. A long one is not read again, so that each character is read a few times only.
      NAME.lastIndex = end - start > 256 ? end : after;
    }
  }
}

/** Where the value of the name at `from` to `after` stands, and whether it need not look like a secret to be one. */
function placeOf(
  text: string,
  from: number,
  after: number,
  name: string,
): { start: number; end: number; sure: boolean } | undefined {
  const direct = matchAt(TO_VALUE, text, after);
  if (direct) {
    const { separator = '', quote } = direct.groups ?? {};
    const start = after + direct[0].length;
    const assigns = /=|3d|61|equals/i.test(separator);
    if ((name === 'signature' || name === 'session') && !assigns) return undefined;
    const sure = quote !== undefined || assigns || !(name === 'token' || name === 'pass');
    if (quote === undefined && /^(?:>|&gt;)$/.test(separator)) {
      return { start, end: search(ELEMENT_END, text, start), sure: true };
    }
    return { ...valueAt(text, start, quote, separator.startsWith('%')), sure };
  }
  if (OPTION.test(text.slice(Math.max(0, from - 36), from))) {
    const argument = matchAt(TO_ARGUMENT, text, after);
    const start = after + (argument?.[0].length ?? 0);
    if (argument) return { ...valueAt(text, start, argument.groups?.quote, false), sure: true };
  }
  const said = matchAt(TO_SAID_VALUE, text, after);
  if (!said) return undefined;
  const { quote } = said.groups ?? {};
  return { ...valueAt(text, after + said[0].length, quote, false), sure: false };
}

function valueAt(text: string, start: number, quote: string | undefined, encoded: boolean) {
  if (quote !== undefined) return { start, end: closingQuote(text, start, quote) };
  let end = search(encoded ? ENCODED_END : BARE_END, text, start);
  // The sentence's or the object's own punctuation, but not the bracket of "{placeholder}".
  const own = OPENING.test(text[start] ?? '') ? '.,:!?' : '.,:!?)]}';
  for (let i = 0; i < 8 && end > start && own.includes(text[end - 1] as string); i++) end--;
  return { start, end };
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}

/** Where the expression is found next, else the end of the text. */
function search(global: RegExp, text: string, from: number): number {
  global.lastIndex = from;
  return global.exec(text)?.index ?? text.length;
}
