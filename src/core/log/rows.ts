import Papa from 'papaparse';
import { JsonReader, recordLevel } from './json-reader';
import { LineReader } from './line-reader';
import { CellRow, type Columns, isHeading, MAX_ROW, type Row, type RowReader, readNames } from './row';
import type { TimeReader } from './time';

/** A time as the logs of Java and Python have it, whose comma separates no cells. */
const MILLISECONDS = /^.{0,40}\d\d:\d\d:\d\d,\d{3}\b(?!,)/;

/** A first line that tells spreadsheets what separates the cells. */
const SEPARATOR = /^sep=.\r?\n/i;

const BROKEN = 'has a quotation mark that is not closed';
/** After so many marks that are not closed they are taken for letters: to look for the end of each takes long. */
const MAX_BROKEN = 3;

/** Takes the beginning of a text and a reader of its times; returns a reader for its kind. `note` is told what is wrong in it. */
export function createRowReader(head: string, times: TimeReader, note: (what: string, row: number) => void): RowReader {
  const level = recordLevel(head.trimStart());
  if (level !== undefined) return new JsonReader(level, times, note);
  const delimiter = ['\t', ',', ';', '|'].find((one) => isTable(head, one));
  return delimiter ? new TableReader(delimiter, times, note) : new LineReader(head, times);
}

/** Whether a character splits the first lines into equally many cells, under a heading or, for tabs, without one. */
function isTable(head: string, delimiter: string): boolean {
  const { data } = Papa.parse<string[]>(head.replace(SEPARATOR, ''), {
    delimiter,
    newline: '\n',
    preview: 20,
    skipEmptyLines: 'greedy',
  });
  const [first = [], second] = data;
  if (!second || MILLISECONDS.test(second.join(delimiter))) return false;
  const shareOf = (isFit: (width: number) => boolean) =>
    data.filter(({ length }) => isFit(length)).length / data.length;
  if (isHeading(first) && first.length > 2) return shareOf((width) => width > 1) > 0.5;
  if (isHeading(first) ? first.length < 2 : first.length < 3 || delimiter !== '\t') return false;
  return shareOf((width) => width === first.length) >= 0.8;
}

class TableReader implements RowReader {
  readonly isTable = true;
  position = 0;
  #rest = '';
  #columns: Columns | undefined;
  #width = 0;
  #rows = 0;
  #broken = 0;

  constructor(
    private readonly delimiter: string,
    private readonly times: TimeReader,
    private readonly note: (what: string, row: number) => void,
  ) {}

  read(piece: string, isLast: boolean): Row[] {
    const text = this.#rest + piece;
    const base = this.position;
    const rows: Row[] = [];
    const take = (cells: string[], end: number) => {
      const row = this.#row(cells);
      if (row) rows.push(row);
      this.position = end;
    };
    let isOpen = false;
    new Papa.Parser({
      delimiter: this.delimiter,
      // fastMode treats quotation marks as ordinary characters.
      ...(this.#broken > MAX_BROKEN && { fastMode: true }),
      step: ({ data, meta, errors }) => {
        isOpen = errors.some(({ code }) => code === 'MissingQuotes');
        if (isOpen) return;
        if (errors.length > 0) this.note(BROKEN, this.#rows + 1);
        take((data as string[][])[0] ?? [], meta.cursor);
      },
    }).parse(text, base, !isLast);
    this.#rest = text.slice(this.position - base);
    if (!isOpen && (this.#rest.length < MAX_ROW || isLast)) return rows;
    // Such a mark would take in all that follows. Its line is a row, and reading goes on behind it.
    this.note(BROKEN, this.#rows + 1);
    this.#broken++;
    const end = this.#rest.indexOf('\n') + 1 || this.#rest.length;
    const after = this.#rest.slice(end);
    const [cells = []] = Papa.parse<string[]>(this.#rest.slice(0, end), { delimiter: this.delimiter }).data;
    take(cells, this.position + end);
    this.#rest = '';
    return [...rows, ...this.read(after, isLast)];
  }

  #row(cells: string[]): Row | undefined {
    if (!cells.some((cell) => cell.trim())) return undefined;
    if (!this.#columns && SEPARATOR.test(`${cells.join(this.delimiter)}\n`)) return undefined;
    if (cells.at(-1)?.endsWith('\r')) cells.push(cells.pop()?.slice(0, -1) ?? '');
    if (!this.#columns) {
      const names = isHeading(cells) ? cells : [];
      this.#columns = readNames(names, this.times);
      this.#width = cells.length;
      if (names.length > 0) return undefined;
    }
    this.#rows++;
    if (cells.length !== this.#width) this.note('has rows with more or fewer cells than its first', this.#rows);
    return new CellRow(this.#rows, this.position, cells, this.#columns);
  }
}
