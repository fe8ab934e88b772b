import { expect, it } from 'vitest';
import { TimeReader } from '../../../src/core/log/time';

const at = Date.UTC(2026, 10, 20, 14, 1, 12);

it.each([
  ['2026-11-20T14:01:12Z', at, true],
  ['2026-11-20 14:01:12', at, false],
  ['2026-11-20 14:01:12,345 ERROR', at + 345, false],
  ['2026-11-20T14:01:12.3456789+02:00', at + 345 - 2 * 3_600_000, true],
  ['2026-11-20T14:01:12-0530', at + 5.5 * 3_600_000, true],
  ['2026/11/20 14:01:12 UTC', at, true],
  ['11/20/2026, 2:01:12.000 PM', at, false],
  ['11/20/2026, 2:01:12 PM', at, false],
  ['11/20/2026, 2:01:12 p.m.', at, false],
  ['11/20/2026 2:01:12\u00a0PM', at, false],
  ['2026-11-20_14:01:12 x', at, false],
  ['20 November 2026 at 14:01:12', at, false],
  ['20-NOV-26 14:01:12', at, false],
  ['20261120 14:01:12 x', at, false],
  ['11/20/2026 12:01 AM', Date.UTC(2026, 10, 20, 0, 1), false],
  ['20/11/2026 14:01:12', at, false],
  ['20.11.2026 14:01:12', at, false],
  ['20 Nov 2026 14:01:12', at, false],
  ['[20/Nov/2026:14:01:12 +0000] "GET /"', at, true],
  ['Nov 20, 2026 2:01:12 PM', at, false],
  ['1795183272', at, true],
  ['1795183272000', at, true],
  ['<134>1 2026-11-20T14:01:12Z host', at, true],
])('reads %s', (text, ms, hasZone) => {
  expect(new TimeReader(text).read(text)).toEqual({ ms, hasZone });
});

it('takes a time without a year for the last such day', () => {
  const { ms = 0 } = new TimeReader('').read('Nov 20 14:01:12 host sshd') ?? {};
  expect(ms).toBeLessThan(Date.now() + 86_400_000);
  expect(new Date(ms).getUTCMonth()).toBe(10);
});

it('tells the order of day and month by the rest of the log', () => {
  const read = (head: string) => new Date(new TimeReader(head).read('3/4/2026 10:00')?.ms ?? 0).getUTCMonth();
  expect([read(''), read('13/4/2026 10:00')]).toEqual([2, 3]);
});

it('notices that day and month have another order than it took them for', () => {
  const reader = new TimeReader('');
  const month = (text: string) => new Date(reader.read(text)?.ms ?? 0).getUTCMonth();
  expect([month('5/11/2026 10:00'), reader.wasWrong]).toEqual([4, false]);
  expect([month('20/11/2026 10:00'), reader.wasWrong, month('5/11/2026 10:00')]).toEqual([10, true, 10]);
  expect(new Date(new TimeReader('', true).read('5/11/2026 10:00')?.ms ?? 0).getUTCMonth()).toBe(10);
  // Its own beginning counts more than what another file showed.
  expect(new Date(new TimeReader('11/20/2026', true).read('5/11/2026 10:00')?.ms ?? 0).getUTCMonth()).toBe(4);
  const odd = new TimeReader('');
  expect([odd.read('20/20/2026 10:00'), odd.wasWrong]).toEqual([undefined, false]);
});

it('reads nothing else', () => {
  for (const text of [
    '11/20/2026, 1:32:',
    '11/20/2026, 1:32:4',
    '7:41 AM',
    '14:01:12',
    '2026-11-20',
    'v1.2.3 4:05',
    '99/99/2026 10:00',
    '0001-01-01T00:00:00Z',
    '',
    'a'.repeat(10_000),
  ]) {
    expect(new TimeReader('').read(text)).toBeUndefined();
  }
});
