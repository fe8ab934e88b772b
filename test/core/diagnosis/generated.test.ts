import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDiagnoser } from '../../../src/core/diagnosis';

/** Words of every kind: ordinary ones, rare ones, a number, a letter with an accent. */
const WORDS =
  'could not connect to the server because token frobnicate Widget zorblat pipeline kestrel quota 404 v2 worker shard ' +
  'Überlauf replica ledger snapshot mangled checksum vortex';
const word = fc.constantFrom(...WORDS.split(' '));
const glue = fc.constantFrom(' ', ' ', ' ', ', ', ': ', '. ', ' = ', '/', ' - ', ' (', ') ', ' "', '" ', '{ "', '" }');
const fixed = fc
  .tuple(fc.array(fc.tuple(word, glue), { minLength: 2, maxLength: 6 }), word)
  .map(([words, last]) => words.flat().join('') + last);

/** A value, quoted or not, then alternatives or none, then fixed text. */
interface Tail {
  quote: '' | '"';
  options: string[];
  text: string;
}
interface Signature {
  start: string;
  tails: Tail[];
  end: string;
}
const signature: fc.Arbitrary<Signature> = fc.record({
  start: fixed,
  tails: fc.array(
    fc.record({
      quote: fc.constantFrom<'' | '"'>('', '', '"'),
      options: fc.oneof(fc.constant<string[]>([]), fc.uniqueArray(word, { minLength: 2, maxLength: 3 })),
      text: fixed,
    }),
    { maxLength: 3 },
  ),
  end: fc.constantFrom('.', '', '}', '!'),
});

const value = fc
  .array(
    fc.oneof(
      fc.constantFrom('CPU', '90%', 'web-01', '"x"', '{y}', 'a|b', 'v1.2.', '...', '中文', '😀', "it's", 'x&y', '<b>'),
      fc.constantFrom('the', 'k=v', '[z]', '#1', '-', 'https://a.b/c?d=e', 'Überlauf', 'token'),
      fc.string({
        unit: fc.constantFrom(...'abcXYZ019.|{}"\'()-_=:,;/ß漢é'),
        minLength: 1,
        maxLength: 8,
      }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((words) => words.join(' '));

/** The signature as it is written in a pack, or the message with values and alternatives filled in. */
function write(one: Signature, opening: string, values?: string[], choice = 0): string {
  const tails = one.tails.map(({ quote, options, text }, i) => {
    const chosen = options[choice % options.length];
    const alternatives = values ? chosen : `{${options.join('|')}}`;
    const middle = options.length > 0 ? `${alternatives} ` : '';
    return ` ${quote}${values?.[i] ?? `{v${i}}`}${quote} ${middle}${text}`;
  });
  return `${opening} ${one.start}${tails.join('')}${one.end}`;
}

/** A message of one rule of a pack, the values in it, and the pack. */
interface Occurrence {
  rules: { id: string; signatures: string[] }[];
  ruleId: string;
  message: string;
  values: string[];
}

const bare = (text: string) => text.replace(/\s/g, '').toUpperCase();

const occurrence: fc.Arbitrary<Occurrence> = fc
  .tuple(
    fc.array(signature, { minLength: 1, maxLength: 4 }),
    fc.nat(),
    fc.array(value, { minLength: 3, maxLength: 3 }),
    fc.nat(5),
  )
  .map(([signatures, pick, all, choice]) => {
    // Each begins with a word of its own, so that no two of a pack are the same message.
    const opening = (i: number) => `Msg${'abcd'[i]}x`;
    const chosen = pick % signatures.length;
    const one = signatures[chosen] as Signature;
    const values = all.slice(0, one.tails.length);
    const rules = signatures.map((other, i) => ({
      id: `r${i}`,
      signatures: [write(other, opening(i))],
    }));
    return {
      one,
      choice,
      rules,
      ruleId: `r${chosen}`,
      message: write(one, opening(chosen), values, choice),
      values,
    };
  })
  .filter(({ one, choice, values }) =>
    one.tails.every(({ quote, options, text }, i) => {
      const own = values[i] as string;
      const next = quote + (options[choice % options.length] ?? '') + text;
      // A value that holds the text which follows it ends there: nobody could tell.
      if (bare(own).includes(bare(next))) return false;
      // `""x""` may be x in a CSV cell or a quoted "x": nobody could tell either.
      return !own.includes('""') && !(quote && /^["']|["']$/.test(own));
    }),
  );

/** Breaks a text between words so that lines are about `width` long, and opens each with `mark`. */
function wrap(text: string, width: number, mark: string): string {
  const lines = [''];
  for (const next of text.split(' ')) {
    const line = lines[lines.length - 1] as string;
    if (line === '') lines[lines.length - 1] = next;
    else if (line.length + next.length < width) lines[lines.length - 1] = `${line} ${next}`;
    else lines.push(next);
  }
  return lines.map((line) => mark + line).join('\n');
}

type Damage = [name: string, change: (text: string) => string];

/** Damages that change case and white space: values are compared without them. */
const LAYOUT: Damage[] = [
  ['upper case', (text) => text.toUpperCase()],
  ['lower case', (text) => text.toLowerCase()],
  ['more spaces', (text) => text.replaceAll(' ', '   ')],
  ['non-breaking spaces', (text) => text.replaceAll(' ', '\u00a0')],
  ['zero-width spaces', (text) => text.replaceAll(' ', ' \u200b')],
];
const WRAPS: Damage[] = [
  ['wrapped', (text) => wrap(text, 30, '')],
  ['wrapped and quoted', (text) => wrap(text, 50, '> ')],
];
/** Damages that can be undone to the letter. */
const QUOTING: Damage[] = [
  ['JSON', (text) => JSON.stringify(text)],
  ['JSON field', (text) => `{"level":"ERROR","message":${JSON.stringify(text)}}`],
  ['colours', (text) => `\u001b[31m${text}\u001b[0m`],
  ['log line', (text) => `2026-02-11 08:14:03 ERROR [sync] ${text}`],
  ['before a stack trace', (text) => `${text}\n   at Contoso.Client.Send(Message m)`],
  ['after a stack trace', (text) => `System.Exception: boom\n   at Contoso.Run()\n${text}`],
  ['record', (text) => `TimeGenerated: today\nMessage: ${text}\nName: Floor3`],
  ['dashboard row', (text) => `7:41 AM\tProd\t${text}\t0`],
  ['prose', (text) => `look: ${text} what now?`],
];
const ENCODINGS: Damage[] = [
  [
    'entities',
    (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  ],
  ['percent-encoding', (text) => encodeURIComponent(text)],
  ['form encoding', (text) => encodeURIComponent(text).replaceAll('%20', '+')],
  ['CSV row', (text) => `2026-11-20,"${text.replaceAll('"', '""')}",ERROR`],
];

function expectFound({ rules, ruleId, values }: Occurrence, text: string, loosely: boolean): void {
  const found = createDiagnoser(rules)
    .diagnose(text)
    .findings.map((finding) => [finding.ruleId, ...finding.captures.map(({ value }) => value)]);
  const same = loosely ? bare : (json: string) => json;
  expect(same(JSON.stringify(found))).toBe(same(JSON.stringify([[ruleId, ...values]])));
}

/** Lines that open with a mark of a list or quotation: it may be the page's, or the value's own. */
const opensLikeAList = (values: string[]) => values.some((own) => /(^|\s)[>|*•·+#-]/.test(own));

/** A value that goes over a line's end is taken for one only if it is short. */
const isLong = (values: string[]) => values.some((own) => (own.match(/[\p{L}\p{N}]+/gu) ?? []).length > 12);

describe('a generated message', () => {
  it('is found with its exact values after one damage', () => {
    const damage = fc.constantFrom(...LAYOUT, ...WRAPS, ...QUOTING, ...ENCODINGS);
    fc.assert(
      fc.property(occurrence, damage, (one, [name, change]) => {
        const wraps = WRAPS.some(([other]) => other === name);
        fc.pre(!(wraps && (opensLikeAList(one.values) || isLong(one.values))));
        expectFound(one, change(one.message), wraps || LAYOUT.some(([other]) => other === name));
      }),
      { numRuns: 600 },
    );
  });

  it('is found with its exact values after a chain of damages', () => {
    // Case and white space change before the text is escaped: afterwards they would change the escapes (`\n`, `&QUOT;`)
    // to others. One encoding, for several in any order can spell the same text in two ways.
    const chain = fc.tuple(
      fc.subarray(LAYOUT, { maxLength: 1 }),
      fc.array(fc.constantFrom(...QUOTING), { maxLength: 2 }),
      fc.subarray(ENCODINGS, { maxLength: 1 }),
    );
    fc.assert(
      fc.property(occurrence, chain, (one, [layout, quoting, encoding]) => {
        let text = one.message;
        for (const [, change] of [...layout, ...quoting, ...encoding]) text = change(text);
        expectFound(one, text, layout.length > 0);
      }),
      { numRuns: 600 },
    );
  });

  it('lies where the text has it: undamaged, offsets cut out the message and its values', () => {
    const around = fc.constantFrom('', 'see ', 'a\n\nb\n', '😀 ');
    fc.assert(
      fc.property(occurrence, around, ({ rules, ruleId, message, values }, before) => {
        const text = `${before}${message}\nend`;
        const { findings } = createDiagnoser(rules).diagnose(text);
        expect(findings.map((finding) => finding.ruleId)).toEqual([ruleId]);
        expect(text.slice(findings[0]?.start, findings[0]?.end)).toBe(message);
        const cut = findings[0]?.captures.map(({ start, end }) => text.slice(start, end));
        expect(cut).toEqual(values);
      }),
      { numRuns: 300 },
    );
  });

  it('is not lost, nor another found, when unrelated rules are added', () => {
    const unrelated = Array.from({ length: 60 }, (_, i) => ({
      id: `unrelated ${i}`,
      signatures: [`quux${i} {a} gnarl${i % 7} blivet${i}`],
    }));
    fc.assert(
      fc.property(occurrence, ({ rules, message }) => {
        const alone = createDiagnoser(rules).diagnose(message).findings;
        const among = createDiagnoser([...unrelated, ...rules]).diagnose(message).findings;
        expect(among).toEqual(alone);
      }),
      { numRuns: 200 },
    );
  });

  it('is not lost when another text follows after an empty line', () => {
    fc.assert(
      fc.property(occurrence, occurrence, ({ rules, message }, other) => {
        const pack = createDiagnoser(rules);
        const ids = (text: string) => pack.diagnose(text).findings.map(({ ruleId }) => ruleId);
        const apart = [...ids(message), ...ids(other.message)];
        expect(ids(`${message}\n\n${other.message}`)).toEqual(apart);
      }),
      { numRuns: 200 },
    );
  });
});
