import * as check from './checks';
import { QUOTE } from './quoted-value';

/** Tells whether a value that a pattern found is really a secret. */
type Check = (value: string, match: RegExpExecArray) => boolean;

/**
 * A kind of secret or personal data: what stands in its mask, how it is found, and examples, in which what is between
 * « and » is masked and nothing else. The pattern is global. It matches the secret, or the secret as its last group
 * `secret`; if it has a group `quote`, it matches what stands before a value that `endOfValue` reads.
 */
export type Kind = readonly [label: string, pattern: RegExp, accepts: Check, ...examples: string[]];

const raw = String.raw;
const before = (source: string) => new RegExp(source, 'gim');
/** A word may also start after an escape, such as \n in JSON or %20 in an address. */
const word = (source: string, flags = 'g') =>
  new RegExp(raw`(?:(?<![\w-])|(?<=\\[nrt]|%[0-9A-Fa-f]{2}))(?:${source})(?!\w)`, flags);

const SPACE = raw`[ \t\u00a0]{0,40}`;
const EQUALS = '(?:==(?= ?["\'])|:?=(?!=)>?|%(?:25){0,3}3D|&#(?:61|x3D);|&equals;|>|&gt;)';
const COLON = '(?::|%(?:25){0,3}3A|&#(?:58|x3A);|&colon;)';
const OPEN = raw`(?:\*\*(?= ))?${SPACE}(?<quote>${QUOTE})?`;
/** Between a name and "=" in JSON, code, Markdown, or `"name":"password","value":"…"`. */
const CLOSE = raw`\d{0,2}${QUOTE}?\]?\*{0,2}${SPACE}(?:,?${SPACE}${QUOTE}?value${QUOTE}?${SPACE})?`;
const TO_HEADER = `${CLOSE}(?:${EQUALS}|${COLON})${OPEN}`;
const TO_ASSIGNED = CLOSE + EQUALS + OPEN;
/** A value alone on the line after its name. */
const NEXT_LINE = raw`(?:${SPACE}(?:\r?\n[ \t]{0,40}){1,2}(?=[^\s\0]{0,256}[^\s\0:][ \t]{0,40}$))?`;
/** In a table a row of two cells; in longer rows, and in sentences, the value has to look like one. */
const CELLS = raw`(?<=^[ \t]{0,8}[|│┃║]?[\w *\x60-]{0,32})[*\x60]{0,2}${SPACE}(?:\t|[|│┃║](?=[^|│┃║\r\n]{1,256}[|│┃║]))`;
const CELL = raw`${QUOTE}?${SPACE}[\t|│┃║](?=${SPACE}\S{6,256}${SPACE}(?:[\t|│┃║]|$))`;
/** After "=" or ":", an option's name, a cell, or "is". */
const TO_VALUE = raw`(?:${CLOSE}(?:${EQUALS}|${COLON}${NEXT_LINE})|(?<=(?:^|\s)--?[a-z][\w-]{0,40})[ \t]{1,4}|${CELLS}|(?<doubtful>${CELL}|[ ](?:is|was|lautet)${SPACE}:?))${OPEN}`;

/** What stands in a secret's place when there is none, or when somebody else has masked it. */
const NO_SECRET =
  /^(?:[*•●#._-]{1,64}|x[x-]{1,63}|null|nil|none|undefined|true|false|yes|no|n\/a|missing|invalid|incorrect|wrong|required|expired|empty|not|the|is|[<([{]{1,2}(?:[a-z_ .-]{0,40}|\d)[>)\]}]{1,2}|[{[(]|\$[a-z_.:-]{1,40}|\$[({][\w.:-]{1,40}[)}]|%\w|(?:convertto|get|import|new|read)-[a-z]+)$/i;

const always: Check = () => true;
const given: Check = (value, { groups }) =>
  !NO_SECRET.test(value) && (groups?.doubtful === undefined || check.looksRandom(value));
/** For names that stand in sentences more often than before a secret ("unexpected token: end of file"). */
const likely: Check = (value, match) =>
  given(value, match) && (match.groups?.quote !== undefined || /[=>]|3D/i.test(match[0]) || check.looksRandom(value));

const LOCAL = raw`\p{L}\p{M}\p{N}_+#.-`;
const GROUP = '[0-9a-f]{1,4}';
const GROUPS = `(?:${GROUP}(?::${GROUP}){0,5})?`;
const BYTE = raw`(?:25[0-5]|2[0-4]\d|[01]?\d?\d)`;
/** "Version=", `"version": "`, "v", "Chrome/": four numbers after it are no address. */
const VERSION = raw`(?:versions?|\bver|\bv|build|release|revision|\brev|chrome|edge?|opr)(?:["'\\\s:=/_-]|%\d\d|%3[AD]|is){0,8}`;

/** Most reliable first: later kinds do not see what earlier ones have masked. */
// biome-ignore format: a row has its pattern on one line and its examples on the next
export const KINDS: readonly Kind[] = [
  ['key', /-----BEGIN [A-Z0-9 ]{1,40}-----(?:(?:[^-]|-(?!----)){0,20000}-----END [A-Z0-9 ]{1,40}-----|[A-Za-z0-9+/=\s\\]*[A-Za-z0-9+/=])?/g, always,
    '«-----BEGIN KEY-----\nMI=\n-----END KEY-----» «-----BEGIN KEY-----\nMI»'],
  ['cookie', before(raw`cookie2?${TO_HEADER}(?=[^\s=;"]{1,128}=)`), given, 'Cookie: «JSESSIONID=A1; glide_user=x»\nHost: y'],
  ['password', /\bBasic(?:[ \t\u00a0]|%20|\+){1,4}(?<secret>[a-z\d+/]{4,}={0,2})/gi, check.isUserAndPassword,
    '"Authorization":"Basic «YTpi»", Basic authentication failed'],
  ['token', before(raw`authorization${TO_HEADER}(?:(?:Basic|Bearer|Negotiate|NTLM|Token|ApiKey|Digest|OAuth|Shared(?:Key|KeyLite|AccessSignature)|AWS4-HMAC-SHA256)[ \t]{1,4}|(?<doubtful>))`), given,
    'Authorization: Bearer «abc.def»; Authorization: failed', 'Authorization: Digest «username="ann", response="6629f»"'],
  ['token', /\bBearer(?:[ \t\u00a0]|%20|\+){1,4}(?<secret>[\w.~+/-]{8,}={0,2})/gi, check.looksRandom, 'Bearer «a1B2c3D4e5», Bearer authentication expected'],
  ['password', before(raw`ConvertTo-SecureString(?:[ \t]{1,4}-(?:String|AsPlainText|Force)){0,3}[ \t(]{1,4}(?!-)${OPEN}`), given,
    '$pw = ConvertTo-SecureString "«x»" -Force; ConvertTo-SecureString $plain'],
  ['password', /["'](?<secret>[^"'\r\n]{1,128})(?=["'][ \t]{0,4}\|[ \t]{0,4}ConvertTo-SecureString)/gi, always, '"«x»" | ConvertTo-SecureString'],
  ['password', before(raw`(?<=\s)(?:-u|--(?:proxy-)?user)[ \t=]{0,4}(?=${QUOTE}?[^\s:"'=]{1,64}:(?!//|\d{1,9}(?:[\s;]|$)))${OPEN}`), given,
    "curl -u «ann:x» --user '«ann:x y»' https://z; docker run -u 1000:1000"],
  ['key', before(`(?:account|shared[ _-]?access|access|api|primary|secondary|subscription|functions|private|signing|encryption|storage|master|host|secret|auth)[ _-]?key${TO_VALUE}`), given,
    'AccountKey=«ab+/c==»;x-api-key: «abc», SharedAccessKeyName=Root'],
  ['password', before(`(?:pass[ _-]?(?:word|wd|phrase|code)|pwd|(?<![a-z\\d])pw|passwort|kennwort)${TO_VALUE}`), given,
    'Id=sa;Password=«p@ss,w»;Trust=True, pwd: «hunter2», user: ann, pw=«x!»',
    '{\\"password\\":\\"«a \\\\\\"b»\\",\\"x\\":1}; <password>«a b»</password>',
    'Password\t«correct horse»\n| Password | «x» |\npassword:\n«x»\n| project Password | take 10',
    'az login --password «hunter» -u x, the password is «Hunter2». password=null, pwd=****, password is wrong'],
  ['password', before(`(?<![a-z])pass${TO_VALUE}`), likely, 'pass=«x», pass: 3'],
  ['secret', before(`secret(?:[ _-]?(?:text|value))?${TO_VALUE}`), given, '{"clientSecret": "«a \\"b\\" c»", "x": 1}, client_secret=<yours>'],
  ['token', before(`(?:token|jwt|(?<![a-z])sysparm_ck|(?<![a-z])g_ck)${TO_VALUE}`), likely, 'access_token=«x», "token": "«x»", unexpected token: end of file'],
  ['cookie', before(raw`(?:session_?id|sessid|glide_(?:user|session)\w{0,24}|arraffinity\w{0,16})${TO_ASSIGNED}`), given, 'JSESSIONID=«A1B2», session id: 1'],
  ['key', before(`(?<![a-z])sig${TO_ASSIGNED}`), given, 'https://x/?v=1&sig=«aB%2Bc%3D»&se=2, sig: 1'],
  ['password', /:\/\/[^\s/:@"'<>\\]{0,256}:(?<secret>[^\s/"'<>\\]+)(?=@)/g, always, 'https://ann:«p@ss»@x.com/a, https://x.com:443/@a'],
  ['token', word(raw`eyJ[\w-]{8,}(?:\.[\w-]+){0,4}`), always, 'sent\\n«eyJhbGciOiJ9.e30.x-y».'],
  // Entra, AWS, GitHub, GitLab, Slack, Stripe, Google, New Relic, a DevOps service.
  ['secret', /(?<![\w~.-])[\w~.-]{3}[78]Q~[\w~.-]{31,37}/g, always, `«abc8Q~${'x-'.repeat(16)}»`],
  ['token', word('(?:AKIA|ASIA)[0-9A-Z]{16}'), always, '«AKIA0123456789ABCDEF»'],
  ['token', word(raw`(?:gh[pousr]|github_pat)_\w{20,}|gl(?:pat|rt|dt|ptt|cbt|soat|ft|imt|agent|oas)-[\w-]{10,}`), always, '«ghp_0123456789abcdefghij», «glpat-0123456789»'],
  ['token', word(raw`xox[abeprs]-[\w-]{10,}|hooks\.slack\.com(?:\\?/|%2F)[a-z]{1,20}(?<secret>(?:\\?/|%2F)(?:[\w/-]|\\/|%2F){4,})`, 'gi'), always,
    '«xoxb-0123456789», https://hooks.slack.com/services«/T0/B0/x1»'],
  ['token', word(raw`(?:[sr]k_(?:live|test)|whsec)_\w{10,}`), always, '«sk_live_0123456789»'],
  ['token', word(raw`AIza[\w-]{20,}|ya29\.[\w.-]{9,}\w|GOCSPX-[\w-]{10,}|1//0[\w-]{20,}`), always, '«AIza0123456789abcdefghij», «ya29.a0123456789»'],
  ['token', word(raw`NR(?:AK|II|IQ|RA|JS|SP|BR)-?[\w-]{20,}|\w{20,40}NRAL`), always, '«NRAK-0123456789ABCDEFGHIJ», «0123456789abcdef01234NRAL»'],
  ['token', word('[a-z2-7]{52}|[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}'), always, `«${'abcdefghijkl2'.repeat(4)}», «${'ab12'.repeat(19)}AZDO1x2y»`],
  // With i, l and o, which stand for 1 and 0 where a screenshot was read.
  ['GUID', /(?=[a-z-]{0,35}\d)[0-9a-fiol]{8}-(?:[0-9a-fiol]{4}-){3}[0-9a-fiol]{12}/gi, always, 'x%7C«b1946ac9-2492-4f5e-8a52-0a1b2c3d4e5f»|a'],
  ['e-mail', new RegExp(raw`(?:(?<![${LOCAL}])(?<!%(?=[\dA-F]{2})|\\(?=[nrt]))|(?<=%[\dA-F]{2}|\\[nrt]))[.-]{0,64}(?<secret>(?![.-])[${LOCAL}]+(?:'[${LOCAL}]+)?(?:@|%(?:25){0,3}40|&#64;)(?:[\p{L}\p{M}\p{N}-]{1,63}\.){1,8}(?:xn--[\w-]{1,59}|\p{L}{2,63}))`, 'giu'), always,
    "«Ann.O'Hara@contoso.co.uk», a%20«bob%40x.com», Object@1b2c3d"],
  ['MAC address', word(raw`(?<![:.])(?:(?:[\da-f]{2}[:-]){5}|(?:[\da-f]{4}\.){2}[\da-f]{2})[\da-f]{2}(?![:.-]\w)`, 'gi'), always,
    '«00:0d:3a:12:34:56», «00-0D-3A-12-34-56», «000d.3a12.3456»; 2026-11-20-07-41-09'],
  ['IP address', new RegExp(raw`(?:(?<![\d.])|(?<=%[\dA-F]{2}))(?!127\.0\.0\.1|0\.0\.0\.0)(?<!${VERSION})(?:${BYTE}\.){3}${BYTE}(?!\.?\d)`, 'gi'), always,
    'from «10.20.30.40»:443. agent=«10.20.30.40»; Version=4.0.0.0, Chrome/120.0.0.0, 127.0.0.1'],
  ['IP address', word(raw`(?<![:.])(?!::1?(?![\w:]))(?=[a-f:]{0,39}\d)(?:(?:${GROUP}:){7}${GROUP}|${GROUPS}::${GROUPS})(?!:|\.\d)`, 'gi'), always,
    '«fe80::1», «2001:db8:0:0:0:0:0:1», ::1, 12:30:45, std::vector<a::b>'],
  ['card number', word(raw`(?<!\.)(?:(?:4\d{3}|5[1-5]\d\d|2[2-7]\d\d|6(?:011|[25]\d\d|4[4-9]\d))(?:[ -]?\d{4}){3}|3[47]\d\d[ -]?\d{6}[ -]?\d{5}|3(?:0[0-5]|[68]\d)\d[ -]?\d{6}[ -]?\d{4})(?!-|\.\d)`), check.isCardNumber,
    '«4111 1111 1111 1111», «378282246310005», 4111111111111112'],
  ['IBAN', word(raw`[A-Z]{2}\d\d(?:[A-Z0-9]{11,30}| [A-Z0-9]{4}(?: (?=[A-Z]{0,3}\d)[A-Z0-9]{4}){1,6}(?: (?=[A-Z]{0,2}\d)[A-Z0-9]{1,3})?)`), check.isIban,
    '«DE89 3704 0044 0532 0130 00», «GB29NWBK60161331926819», GB29NWBK60161331926818'],
  ['phone number', /(?<![\w+])\+[1-9](?:[ .()/\u00a0-]{0,3}\d){6,14}(?![\w:]|[.-]\d)/g, always, '«+49 (0)170 1234567», «+14255550123», UTC+1 2026-11-20'],
  ['phone number', /(?<![\w.,:/+-])(?:00[1-9]\d{0,2}(?:[ ()./-]{1,3}\d{2,8}){2,5}|\(?0[1-9]\d{0,4}\)?(?:[ /-]{1,3}\d{2,8}){1,4}|0[1-9](?:[ .-]\d\d){4})(?![\w:]|[.,/-]\d)/g, check.isPhoneNumber,
    '«020 7946 0958», «089/1234567», «01 23 45 67 89», «0049 170 1234567», 01/02/2026 10:15, 04-24-2026 10:15'],
  ['phone number', /(?<![\w.,:/+-])(?:(?:1[ .-])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[.-])[2-9]\d\d[ .-]\d{4}|(?<!\d,? |\bports?\b[^\n]{0,60})[2-9]\d\d [2-9]\d\d[ -]\d{4})(?![\w:]|[.,/-]\d)/g, always,
    '«(425) 555-0123», «1-800-555-0199», «425 555 0123», ports 80, 443; 443 587 8080'],
  ['phone number', /(?:phone|mobile|\btel|\bfax)(?:[ _]?(?:number|no))?s?[.:="'[\s\\]{1,6}(?<secret>[+(]?\d(?:[ ()./-]{0,3}\d){6,14})(?![\w:]|[.-]\d)/gi, always,
    '"phone": "«4255550123»", phone 12'],
  ['key', /[A-Za-z0-9+/_-]{20,}={0,2}/g, check.isRandomRun, 'see «q83vEjRWeJq83vEjRWeJASNFZ4mrze8BI0==», x_vendor_suite_oms_incident'],
  ['key', /(?=[a-f]{0,31}\d)[0-9a-f]{32,}|(?=[A-F]{0,31}\d)[0-9A-F]{32,}/g, always, 'sys_id_«6816f79cc0a8016401c5a33be04be441»'],
];
