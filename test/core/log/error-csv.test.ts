import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { CSV_HEAD, errorCsv } from '../../../src/core/log/error-csv';

const finding = { ruleId: 'a', signature: 0, certainty: 'exact' as const, start: 0, end: 1 };

it('holds each row with its error, and no cell that a spreadsheet would run', () => {
  const text = '=HYPERLINK("https://evil.example";"x")\nsecond line; =SUM(1);-cmd;\t@x; - a list\n=1';
  const csv = errorCsv(
    [
      {
        file: '+a.csv',
        row: {
          number: 7,
          unit: 'row',
          start: 0,
          text,
          where: '\u200b＝SUM(1)',
          time: { ms: Date.UTC(2026, 10, 20, 14), hasZone: true },
        },
        findings: [{ ...finding, captures: [{ name: 'alert', value: '-1+1\n"x", y', start: 0, end: 1 }] }],
      },
    ],
    new Map([['a', 'Title, one']]),
  );
  const [head, row] = Papa.parse<string[]>(CSV_HEAD.slice(1) + csv).data;
  expect(head).toEqual(['File', 'Row', 'Time', 'Where', 'Error', 'Values', 'Text']);
  expect(row).toEqual([
    "'+a.csv",
    '7',
    '2026-11-20T14:00:00.000Z',
    "'\u200b＝SUM(1)",
    'Title, one',
    'alert=-1+1\n"x", y',
    // Some also split at semicolons and tabs.
    "'=HYPERLINK(\"https://evil.example\";\"x\")\nsecond line; '=SUM(1);'-cmd;\t'@x; - a list\n'=1",
  ]);
});
