import { findSecrets } from './find-secrets';
import { LABELS, MASK, type Secret } from './secret';
import { visibleText } from './visible';

/**
 * Takes a text and secrets in it, in order and apart (all that {@link findSecrets} finds, unless told), and returns the
 * text with each of them replaced by what it is and a number: `[GUID 1]`, `[e-mail 2]`. Equal values of a kind have the
 * same number, so that one can still see what belongs together; numbers that masks in the text already have are not
 * given again. Masking what is masked changes nothing.
 *
 * @example mask('password=hunter2; user=ann@contoso.com') // 'password=[password 1]; user=[e-mail 1]'
 */
export function mask(text: string, secrets: readonly Secret[] = findSecrets(text)): string {
  const used = new Map<string, number>();
  for (const { 1: label = '', 2: number } of text.matchAll(new RegExp(MASK, 'g'))) {
    used.set(label, Math.max(used.get(label) ?? 0, Number(number)));
  }
  const names = new Map<string, string>();
  const pieces: string[] = [];
  let from = 0;
  for (const { kind, start, end } of secrets) {
    const label = LABELS[kind];
    const value = `${label} ${normalForm(text.slice(start, end), kind)}`;
    let name = names.get(value);
    if (name === undefined) {
      const number = (used.get(label) ?? 0) + 1;
      used.set(label, number);
      name = `[${label} ${number}]`;
      names.set(value, name);
    }
    pieces.push(text.slice(from, start), name);
    from = end;
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}

/** Addresses and GUIDs are the same in either case; nothing else is. */
function normalForm(value: string, kind: Secret['kind']): string {
  const { text } = visibleText(value);
  return kind === 'guid' || kind === 'ip' || kind === 'e-mail' ? text.toLowerCase() : text;
}
