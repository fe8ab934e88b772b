import Papa from 'papaparse';
import { type Moment, TimeReader } from './time';

/** One entry of a log: a line with those that belong to it, a row of a table, or a JSON record. */
export interface Row {
  /** Counted from 1; of lines that belong together, that of the first line. */
  readonly number: number;
  readonly unit: 'line' | 'row';
  /** Its first character, as an offset into the decoded text. */
  readonly start: number;
  /** What it says: of a table only the cells with a message, else all of it. */
  readonly text: string;
  readonly time?: Moment | undefined;
  /** Which connection, host or source it is about; empty if it does not say. */
  readonly where?: string;
  /** Whether it is an error, if a column says so. */
  readonly isError?: boolean | undefined;
}

/** Takes a text in pieces, one after the other. */
export interface RowReader {
  /** Rows of a table are best diagnosed by their `text`. For others, what surrounds them helps to understand them. */
  readonly isTable: boolean;
  /** Where the next row begins, of which more is to come; as an offset into the whole text. */
  position: number;
  /** Returns the rows that have become complete. */
  read(piece: string, isLast: boolean): Row[];
}

/** A longer row is taken for several, in characters: a quotation mark or a bracket may never be closed. */
const MAX_ROW = 16_000_000;
/** The same for lines that belong together, which are read again until they are complete. */
const MAX_LINES = 1 << 18;

const TIME = /time|date/i;
const TEXT = /message|exception|error|detail|description|text|body|summary|reason/i;
/** Best first. */
const WHERE = [/connect(?:ion|or)/i, /instance|computer|host/i, /source|resource/i];
const LEVEL = /level|severity|type|status/i;
const BAD_LEVEL = /^\s*(?:error|err|critical|fatal|failed|failure|[45]\d\d)\s*$/i;
const FINE_LEVEL = /^\s*(?:info\w*|debug|trace|verbose|success\w*|ok)\s*$/i;

/** Takes the beginning of a text and returns a reader for its kind. `note` is told what is wrong in it. */
export function createRowReader(head: string, note: (what: string, row: number) => void): RowReader {
  const times = new TimeReader(head);
  const level = recordLevel(head.trimStart());
  if (level !== undefined) return new JsonReader(level, times);
  const delimiter = ['\t', ',', ';', '|'].find((one) => isTable(head, one));
  return delimiter ? new TableReader(delimiter, times, note) : new LineReader(head, times);
}

/** Whether a character splits the first lines into equally many cells, under a heading or, for tabs, without one. */
function isTable(head: string, delimiter: string): boolean {
  const { data } = Papa.parse<string[]>(head, { delimiter, newline: '\n', preview: 20, skipEmptyLines: 'greedy' });
  const [first = [], second] = data;
  if (!second) return false;
  const shareOf = (isFit: (width: number) => boolean) =>
    data.filter(({ length }) => isFit(length)).length / data.length;
  if (isHeading(first) && first.length > 2) return shareOf((width) => width > 1) > 0.5;
  if (isHeading(first) ? first.length < 2 : first.length < 3 || delimiter !== '\t') return false;
  return shareOf((width) => width === first.length) >= 0.8;
}

/** Names are short, without sentences and times. An index has none. */
function isHeading(cells: readonly string[]): boolean {
  const isName = (cell: string) => /^\s*(?:[\p{L}_$@#][\p{L}\p{N}_ .()[\]/:-]{0,60})?\s*$/u.test(cell);
  return cells.every(isName) && cells.some((cell) => TEXT.test(cell) || TIME.test(cell));
}

/** What a table's columns, or a record's fields, are about. Their names may repeat, and be fewer than the cells. */
function readNames(names: readonly string[], times: TimeReader) {
  const named = (pattern: RegExp) => [...names.keys()].filter((i) => pattern.test(names[i] ?? ''));
  const time = named(TIME);
  const isUtc = time.some((i) => /\bUTC\b/i.test(names[i] ?? ''));
  return { times, time, isUtc, text: named(TEXT), where: WHERE.flatMap(named), level: named(LEVEL) };
}
type Columns = ReturnType<typeof readNames>;

/** A row of cells. Of most rows only the text is asked for, so the rest is read on demand. */
class CellRow implements Row {
  readonly unit = 'row';

  constructor(
    readonly number: number,
    readonly start: number,
    private readonly cells: readonly string[],
    private readonly columns: Columns,
    readonly text = cellsAt(cells, columns.text).join('\n') || cells.filter(Boolean).join('\n'),
  ) {}

  get time(): Moment | undefined {
    const { time, times, isUtc } = this.columns;
    for (const cell of time.length > 0 ? cellsAt(this.cells, time) : this.cells) {
      const moment = times.read(cell);
      if (moment) return { ...moment, hasZone: moment.hasZone || isUtc };
    }
    return undefined;
  }

  get where(): string {
    return cellsAt(this.cells, this.columns.where)[0] ?? '';
  }

  get isError(): boolean | undefined {
    const levels = cellsAt(this.cells, this.columns.level);
    if (levels.some((level) => BAD_LEVEL.test(level))) return true;
    return levels.some((level) => FINE_LEVEL.test(level)) ? false : undefined;
  }
}

/** The cells of some columns, without empty ones. */
function cellsAt(cells: readonly string[], columns: readonly number[]): string[] {
  const found: string[] = [];
  for (const column of columns) {
    const cell = cells[column];
    if (cell) found.push(cell);
  }
  return found;
}

class TableReader implements RowReader {
  readonly isTable = true;
  position = 0;
  #rest = '';
  #columns: Columns | undefined;
  #width = 0;
  #rows = 0;

  constructor(
    private readonly delimiter: string,
    private readonly times: TimeReader,
    private readonly note: (what: string, row: number) => void,
  ) {}

  read(piece: string, isLast: boolean): Row[] {
    const text = this.#rest + piece;
    const base = this.position;
    const rows: Row[] = [];
    const take = (cells: string[], end: number, isBroken: boolean) => {
      if (isBroken) this.note('has a quotation mark that is not closed', this.#rows + 1);
      const row = this.#row(cells);
      if (row) rows.push(row);
      this.position = end;
    };
    new Papa.Parser({
      delimiter: this.delimiter,
      step: ({ data, meta, errors }) => take((data as string[][])[0] ?? [], meta.cursor, errors.length > 0),
    }).parse(text, base, !isLast);
    this.#rest = text.slice(this.position - base);
    if (this.#rest.length < MAX_ROW || isLast) return rows;
    // Such a mark would take in all that follows. Its line is a row as it is, and reading goes on behind it.
    const end = this.#rest.indexOf('\n') + 1 || this.#rest.length;
    const after = this.#rest.slice(end);
    take([this.#rest.slice(0, end)], this.position + end, true);
    this.#rest = '';
    return [...rows, ...this.read(after, false)];
  }

  #row(cells: string[]): Row | undefined {
    if (!cells.some((cell) => cell.trim())) return undefined;
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

/** Lines. Where many begin with a time, those without one belong to the line before. */
class LineReader implements RowReader {
  readonly isTable = false;
  position = 0;
  readonly #isTimed: boolean;
  #rest = '';
  #line = 1;

  constructor(
    head: string,
    private readonly times: TimeReader,
  ) {
    const sample = head.split('\n', 100).filter((line) => line.trim());
    this.#isTimed = sample.filter((line) => times.read(line)).length >= sample.length / 4;
  }

  read(piece: string, isLast: boolean): Row[] {
    const text = this.#rest + piece;
    const rows: Row[] = [];
    let from = 0;
    let time: Moment | undefined;
    const take = (to: number) => {
      const row = text.slice(from, to);
      if (row.trim()) rows.push({ number: this.#line, unit: 'line', start: this.position, text: row, time });
      this.#line += row.split('\n').length - 1;
      this.position += to - from;
      from = to;
    };
    for (let at = 0; at < text.length; ) {
      const end = text.indexOf('\n', at) + 1 || text.length;
      const own = this.times.read(text.slice(at, end));
      if (at > from && (own || !this.#isTimed || at - from > MAX_LINES)) take(at);
      if (at === from) time = own;
      at = end;
    }
    if (isLast || text.length - from > MAX_LINES) take(text.length);
    this.#rest = text.slice(from);
    return rows;
  }
}

/** The level of the records in the tables of a query's answer. */
const IN_TABLES = 4;

/** How deep in JSON its records lie; undefined if it has none. */
function recordLevel(head: string): number | undefined {
  if (/^\{\s*"tables"\s*:/.test(head)) return IN_TABLES;
  if (/^\[\s*[[{]/.test(head)) return 1;
  const [line = '', next = ''] = head.split('\n', 2);
  const isRecord = /^[[{]/.test(line) && fieldsOf(line).length > 0;
  if (isRecord && next.startsWith('{')) return 0;
  if (/^\{[^[{]*\[\s*[[{]/.test(head)) return 2;
  return isRecord ? 0 : undefined;
}

/** JSON records: those of a list, the rows of the tables of a query's answer, or one a line. */
class JsonReader implements RowReader {
  readonly isTable = false;
  position = 0;
  #rest = '';
  /** Offsets into the rest: how far it has been scanned, and where an open string and an open record begin, or -1. */
  #scanned = 0;
  #string = -1;
  #record = -1;
  #depth = 0;
  #rows = 0;
  #names: string[] = [];
  #isHeading = false;

  constructor(
    /** How deep the records lie. */
    private level: number,
    private readonly times: TimeReader,
  ) {}

  read(piece: string, isLast: boolean): Row[] {
    const text = this.#rest + piece;
    const rows: Row[] = [];
    const take = (end: number) => {
      if (this.#record >= 0) rows.push(...this.#row(text.slice(this.#record, end), this.position + this.#record));
      this.#record = -1;
    };
    let at = this.#scanned;
    for (; at < text.length; at++) {
      const character = text[at];
      if (character === '\\') at++;
      else if (character === '"') this.#string = this.#string < 0 ? at : -1;
      else if (this.#string >= 0) {
        if (character !== '\n') continue;
        // No string goes on in another line, so this mark began none.
        at = this.#string;
        this.#string = -1;
      } else if (character === '[' || character === '{') {
        if (this.#depth++ === this.level) this.#record = at;
      } else if (character === ']' || character === '}') {
        this.#depth = Math.max(0, this.#depth - 1);
        if (this.#depth === this.level) take(at + 1);
      }
    }
    let keep = Math.min(text.length, ...[this.#record, this.#string].filter((start) => start >= 0));
    if (isLast || text.length - keep > MAX_ROW) {
      take(text.length);
      keep = text.length;
      // Where a bracket is never closed, each one outside others begins a record from then on.
      this.level = this.#depth = 0;
    }
    this.#rest = text.slice(keep);
    this.#scanned = at - keep;
    this.#record = Math.max(-1, this.#record - keep);
    this.#string = Math.max(-1, this.#string - keep);
    this.position += keep;
    return rows;
  }

  /** The row of a record; none if it names a column of the rows that follow. */
  #row(text: string, start: number): Row[] {
    const fields = fieldsOf(text);
    const isList = text.startsWith('[');
    const isColumn = this.level === IN_TABLES && !isList;
    if (isColumn) {
      const name = fields.find(([field]) => field === 'name')?.[1] ?? '';
      this.#names = this.#isHeading ? [...this.#names, name] : [name];
    }
    this.#isHeading = isColumn;
    if (isColumn) return [];
    const names = isList ? this.#names : fields.map(([name]) => name);
    const cells = fields.map(([, cell]) => cell);
    return [new CellRow(++this.#rows, start, cells, readNames(names, this.times), text)];
  }
}

/** The fields of a JSON record, with their values as text; none if it is broken or too deep. */
function fieldsOf(json: string): [name: string, text: string][] {
  try {
    return Object.entries(JSON.parse(json)).map(([name, value]) => [
      name,
      value instanceof Object ? JSON.stringify(value) : String(value ?? ''),
    ]);
  } catch {
    return [];
  }
}
