import { KINDS, type Kind } from './kinds';
import { endOfValue } from './quoted-value';

const MASK = new RegExp(`\\[(${KINDS.map(([label]) => label).join('|')}) (\\d{1,9})\\]`, 'g');
/** Invisible characters that a copy from a web page leaves within values. */
const INVISIBLE = /(?<=[ -Z^-~])[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+(?=[ -Z^-~])/g;

/**
 * While secrets are looked for, a stand-in is in each one's place: its number, in five code units that Unicode gives to
 * no character. All have one length, so that a masked text is searched just as the text that it comes from.
 */
const STAND_IN = /[\ufdd0-\ufdef]{5}/g;
const ONLY_STAND_INS = /^[\ufdd0-\ufdef]*$/;
const standInFor = (number: number) =>
  String.fromCharCode(...[20, 15, 10, 5, 0].map((bits) => 0xfdd0 + ((number >> bits) & 31)));

const CREDENTIAL = /^(?:password|secret|key|token|cookie)$/;
/** Ignores case and spacing, except in credentials. */
const withoutFormat = (value: string) => value.toLowerCase().replace(/[ ()-]+(?=\d)/g, '');

/**
 * Takes a text and returns it with each likely secret or piece of personal data replaced by what it is and a number:
 * `[GUID 1]`, `[e-mail 2]`. Equal values have the same number, so that one still sees what belongs together. Masks
 * that are in the text already stay, and their numbers are not given to others. Invisible characters within values are
 * dropped. Masking twice changes nothing. Never throws; takes time in proportion to the length of the text.
 *
 * @example mask('password=hunter2; user=ann@contoso.com') // 'password=[password 1]; user=[e-mail 1]'
 */
export const mask = (text: string): string => maskAll([text])[0] as string;

/** Like {@link mask}, for several texts that share their numbers; returns them in the same order. */
export function maskAll(texts: readonly string[]): string[] {
  const standIns = new Map<string, string>();
  /** What each stand-in is for: a mask, or the label of one that has no number yet. */
  const masks = new Map<string, string>();
  const numbers = new Map<string, number>();

  function hide(label: string, value: string): string {
    const secret = `${label} ${CREDENTIAL.test(label) ? value : withoutFormat(value)}`;
    const standIn = standIns.get(secret) ?? standInFor(standIns.size);
    standIns.set(secret, standIn);
    masks.set(standIn, label);
    return standIn;
  }
  function hideMask(mask: string, label: string, number: string): string {
    numbers.set(label, Math.max(numbers.get(label) ?? 0, Number(number)));
    return hide(mask, '');
  }
  function show(standIn: string): string {
    const label = masks.get(standIn) as string;
    if (label.startsWith('[')) return label;
    numbers.set(label, (numbers.get(label) ?? 0) + 1);
    masks.set(standIn, `[${label} ${numbers.get(label)}]`);
    return show(standIn);
  }
  return texts
    .map((text) => text.replace(INVISIBLE, '').replace(/[\ufdd0-\ufdef]/g, '\ufffd'))
    .map((text) => hideAll(text.replace(MASK, hideMask), hide))
    .map((text) => text.replace(STAND_IN, show));
}

type Hide = (label: string, value: string) => string;

/** Hides secrets until none is found, as one may keep another from being seen; in a contrived text, eight times. */
function hideAll(text: string, hide: Hide, rounds = 8): string {
  const hidden = KINDS.reduce((rest, kind) => hideKind(rest, kind, hide), text);
  return hidden === text || rounds === 1 ? hidden : hideAll(hidden, hide, rounds - 1);
}

function hideKind(text: string, [label, pattern, accepts]: Kind, hide: Hide): string {
  let hidden = '';
  let from = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const groups = match.groups ?? {};
    let start = pattern.lastIndex;
    let end = start;
    if ('quote' in groups) end = endOfValue(text, start, match[0], groups.quote);
    else start -= (groups.secret ?? match[0]).length;
    const value = text.slice(start, end);
    if (!ONLY_STAND_INS.test(value) && accepts(value, match)) {
      hidden += text.slice(from, start) + hide(label, value);
      from = end;
    }
    pattern.lastIndex = end;
  }
  return hidden + text.slice(from);
}
