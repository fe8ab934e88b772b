import Papa from 'papaparse';
import type { ErrorRow } from './log-reader';

/** What spreadsheets run, also in full width. The parser's own expression misses it, and cells of several lines. */
const FORMULA = /^[\s\p{C}]*[=+\-@\t\r＝＋－＠]/u;

/** The first line of a CSV file of {@link errorCsv}. The byte order mark tells spreadsheets that it is UTF-8. */
export const CSV_HEAD = '\ufeffFile,Row,Time,Where,Error,Values,Text\r\n';

/**
 * Takes rows with errors and the titles of rules by id; returns a line of CSV for each. A cell that a spreadsheet would run
 * as a formula gets an apostrophe before it.
 */
export function errorCsv(rows: readonly ErrorRow[], titles: ReadonlyMap<string, string>): string {
  const lines = rows.map(({ row, file, findings }) => [
    file,
    row.number,
    row.time ? new Date(row.time.ms).toISOString().slice(0, row.time.hasZone ? undefined : -1) : '',
    row.where ?? '',
    [...new Set(findings.map(({ ruleId }) => titles.get(ruleId) ?? ruleId))].join('; '),
    findings.flatMap(({ captures }) => captures.map(({ name, value }) => `${name}=${value}`)).join('; '),
    row.text.trim(),
  ]);
  // Some spreadsheets also split at semicolons and tabs.
  const cells = lines.map((line) =>
    line.map((cell) => String(cell).replace(/([;\t\n][^\S\t\n]*)(?=[=+@-]\S)/g, "$1'")),
  );
  return `${Papa.unparse(cells, { escapeFormulae: FORMULA, quotes: true })}\r\n`;
}
