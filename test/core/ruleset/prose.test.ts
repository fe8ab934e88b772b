import { expect, it } from 'vitest';
import { parseProse } from '../../../src/core/ruleset/prose';

const nested = (open: string, close: string, length: number) => {
  const depth = Math.floor(length / (open.length + close.length));
  return open.repeat(depth) + close.repeat(depth);
};

it.each([
  ['asterisks', '*', '*'],
  ['emphasis', '*a ', 'a* '],
  ['brackets', '[', ']'],
  ['links', '[a', '](https://example.com)'],
])('prose with deeply nested %s does not throw and keeps its text', (_, open, close) => {
  expect(parseProse(nested(open, close, 1000))).not.toEqual([]);
  const long = nested(open, close, 50_000);
  expect(parseProse(long)).toEqual([{ kind: 'text', text: long }]);
});
