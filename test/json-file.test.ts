import { expect, it } from 'vitest';
import { linesOf } from '../scripts/json-file';

it('tells on which line each field and entry begins', () => {
  const text = '{\r\n  "a": "x{,\\"\\\\",\n  "list": [\n    1, {"b": -2.5e3}\n,true],\n"__proto__": {"c": null}}\n';
  expect(Object.entries(Object.fromEntries(linesOf(text)))).toEqual([
    ['', 1],
    ['a', 2],
    ['list', 3],
    ['list[0]', 4],
    ['list[1]', 4],
    ['list[1].b', 4],
    ['list[2]', 5],
    ['__proto__', 6],
    ['__proto__.c', 6],
  ]);
});

it.each([
  ['{\n// hi\n"a": 1}', 2, 'is a comment, which JSON does not have: delete it'],
  ['{"a": 1, /* x */\n"b": 2}', 1, 'is a comment'],
  ['{"a": [1,\n2,\n]}', 2, 'the comma before ] is one too many'],
  ['{"a": 1\n"b": 2}', 1, 'a comma is missing before "b"'],
  ['{"a": 1,\n"a": 2}', 2, '"a" is there twice'],
  ['{\n"a" 1}', 2, 'a colon is missing after "a"'],
  ['{"a":\n}', 2, 'a value is missing before }'],
  ['{\n"a": [1,\n2', 3, 'the [ on line 2 is never closed'],
  ['{"a": [1\n}', 2, '} closes the [ on line 1'],
  ['{"a": 1}\n}', 2, '} stands after the end'],
  ['{"a":\n"x\ny"}', 2, 'a text is not closed, or has a line break'],
  ['{\na: 1}', 2, 'a needs double quotes'],
  ["{'a': 1}", 1, 'is no quotation mark'],
  ['{"a": True}', 1, 'True needs double quotes, or is misspelt'],
  ['{"a": 1, 2}', 1, 'a name in double quotes is missing before 2'],
  ['\n', 2, 'is empty'],
])('says where %j is no JSON, and what to do', (text, line, message) => {
  expect(() => linesOf(text)).toThrow(expect.objectContaining({ line, message: expect.stringContaining(message) }));
  if (!message.includes('twice')) expect(() => JSON.parse(text)).toThrow();
});
