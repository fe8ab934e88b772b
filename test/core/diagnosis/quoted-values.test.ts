import { describe, expect, it } from 'vitest';
import { createDiagnoser } from '../../../src/core/diagnosis';

const valuesOf = (signature: string) => {
  const { diagnose } = createDiagnoser([{ id: 'a', signatures: [signature] }]);
  return (text: string) => diagnose(text).findings.map(({ captures }) => captures.map(({ value }) => value).join());
};
const login = 'password authentication failed for user';

describe('a value in quotation marks that ends a signature', () => {
  it.each(['"{user}"', "'{user}'", '“{user}”', '`{user}`', '"{user}".'])('is read: %s', (end) => {
    const values = valuesOf(`${login} ${end}`);
    for (const user of ['"app_rw"', 'app_rw', "'app_rw'", '“app_rw”', '«app_rw»', '\\"app_rw\\"', '&quot;app_rw&quot;'])
      expect(values(`FATAL:  ${login} ${user}`), user).toEqual(['app_rw']);
  });

  const values = valuesOf(`${login} "{user}"`);

  it.each([
    ['something follows in its line', `${login} "app_rw" at 12:00`, 'app_rw'],
    ['another value in marks follows', `${login} "app_rw" in "prod"`, 'app_rw'],
    ['a full stop follows', `${login} "app_rw".`, 'app_rw'],
    ['it is cut off', `${login} "app_`, 'app_'],
    ['it is cut off in a record', `{"m":"${login} \\"app_","level":"ERROR"}`, 'app_'],
    ['it is empty', `${login} "" at 12:00`, ''],
    ['it has an apostrophe', `${login} 'o'neill' at 12:00`, "o'neill"],
    ['it has marks of another kind', `${login} "the 'old' one" at 12:00`, "the 'old' one"],
    ['the message is a string of JSON', JSON.stringify({ m: `${login} "app_rw" at 12:00`, n: 1 }), 'app_rw'],
    ['that is a string of JSON', JSON.stringify(JSON.stringify({ m: `${login} "app_rw"`, n: 1 })), 'app_rw'],
    ['it is escaped with numbers', `{"m":"${login} \\u0022app_rw\\u0022"}`, 'app_rw'],
    ['the message is a cell of CSV', `1,"${login} ""app_rw""",2`, 'app_rw'],
    ['the message is a cell of HTML', `<td>${login} &quot;app_rw&quot;</td>`, 'app_rw'],
    ['the message is percent-encoded', encodeURIComponent(`${login} "app_rw" at 12:00`), 'app_rw'],
  ])('ends at its own mark if %s', (_, text, value) => expect(values(text)).toEqual([value]));

  it('does not take the marks of the next rule for its own', () => {
    const rules = [
      { id: 'a', signatures: [`${login} {user}`] },
      { id: 'b', signatures: ['"tape" is full'] },
    ];
    expect(createDiagnoser(rules).diagnose(`${login} "a" and "b"`).findings[0]?.captures[0]?.value).toBe('"a" and "b"');
  });
});

describe('a value in quotation marks that begins a signature', () => {
  const values = valuesOf('"{user}" is locked');

  it.each([
    ['with the same marks', '"app_rw" is locked', 'app_rw'],
    ['with others', "'app_rw' is locked", 'app_rw'],
    ['with none', 'app_rw is locked', 'app_rw'],
    ['escaped', '{"m":"\\"app_rw\\" is locked"}', 'app_rw'],
    ['behind a label', 'FATAL: "app_rw" is locked', 'app_rw'],
    ['behind other marks', 'the "old" user «app_rw» is locked', 'app_rw'],
  ])('is read %s', (_, text, value) => expect(values(text)).toEqual([value]));
});

describe('a value at a message’s edge for which the signature has no marks', () => {
  it.each([
    ['loses those that all of it stands in', '"app_rw"', 'app_rw'],
    ['loses those of one kind', "'it's'", "it's"],
    ['loses typographic ones', '“app_rw”', 'app_rw'],
    ['loses escaped ones', '\\"app_rw\\"', 'app_rw'],
    ['keeps those that a part of it stands in', 'say "hi"', 'say "hi"'],
    ['keeps those of two parts', '"a" and "b"', '"a" and "b"'],
    ['keeps apostrophes', "it's", "it's"],
  ])('%s', (_, user, value) => {
    expect(valuesOf(`${login} {user}`)(`FATAL: ${login} ${user}`)).toEqual([value]);
    expect(valuesOf('{user} is not allowed to log in')(`${user} is not allowed to log in`)).toEqual([value]);
  });

  it('lies where the text has it', () => {
    const { diagnose } = createDiagnoser([{ id: 'a', signatures: [`${login} {user}`] }]);
    const [finding] = diagnose(`${login} say "hi"`).findings;
    expect(finding).toMatchObject({ start: 0, end: login.length + 9 });
    expect(finding?.captures).toEqual([
      { name: 'user', value: 'say "hi"', start: login.length + 1, end: login.length + 9 },
    ]);
  });
});
