/** Whether a value looks unlike words: six characters or more, with a digit or an unusual sign in the first 256. */
export const looksRandom = (value: string): boolean =>
  value.length >= 6 && /\d|[^\p{L}\p{M}\s_.:,'"()-]/u.test(value.slice(0, 256));

/**
 * Whether a run of base64 characters is too mixed to be a name: between small, capital and digit 64 % of the characters
 * change in random base64, 40 % in random lower-case letters and digits, and 10 to 35 % in names and paths.
 */
export function isRandomRun(run: string): boolean {
  if (run.length < 24 || !/[a-z]/i.test(run)) return false;
  const changes = /[a-z](?=[A-Z\d])|[A-Z](?=[a-z\d])|\d(?=[a-zA-Z])/g;
  const share = (run.replace(/[/+_=-]/g, '').match(changes)?.length ?? 0) / run.length;
  if (/[a-z]/.test(run) && /[A-Z]/.test(run)) return share >= (/\d/.test(run) ? 0.4 : 0.5);
  return run.length >= 32 && share >= 0.25 && !/[/_-]/.test(run);
}

/** Whether a value in base64 starts with `user:`, as HTTP's basic authentication does. */
export const isUserAndPassword = (value: string): boolean =>
  /^[ -~]*:/.test(atob(/^(?:[a-z\d+/]{4})*/i.exec(value.slice(0, 4096))?.[0] ?? ''));

/** Whether a payment card number, which may have separators, passes Luhn's check. */
export function isCardNumber(value: string): boolean {
  const digits = [...value.replace(/\D/g, '')].reverse().map(Number);
  const sum = digits.reduce((all, digit, i) => all + (i % 2 ? (digit * 2) % 9 || digit : digit), 0);
  return sum % 10 === 0;
}

/** Whether an IBAN, which may have spaces, passes its check: with A = 10 to Z = 35 it is 1 modulo 97. */
export function isIban(value: string): boolean {
  const moved = value.replaceAll(' ', '').replace(/^(.{4})(.*)$/, '$2$1');
  return BigInt(moved.replace(/[A-Z]/g, (char) => `${Number.parseInt(char, 36)}`)) % 97n === 1n;
}

/** Whether what is written like a phone number has 9 to 15 digits and is no date. */
export const isPhoneNumber = (value: string): boolean =>
  /^(?:\D*\d){9,15}\D*$/.test(value) && !/^\d\d[ /-]\d\d[ /-]\d{4}/.test(value);
