import { type Moment, offsetOf, type TimeReader } from './time';

/** One entry of a log: a line with those that belong to it, a row of a table, or a JSON record. */
export interface Row {
  /** Counted from 1; of lines that belong together, that of the first line. */
  readonly number: number;
  readonly unit: 'line' | 'row';
  /** Its first character, as an offset into the decoded text. */
  readonly start: number;
  /** What it says: of cells and fields only those with a message, if there are any, else all of it. */
  readonly text: string;
  readonly time?: Moment | undefined;
  /** Its time as it is written, if a column has it. */
  readonly writtenTime?: string | undefined;
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
export const MAX_ROW = 16_000_000;

const TIME = /time|date/i;
const ZONE = /\b(?:UTC|GMT) ?(?:[+-]\d\d?(?::?\d\d)?)?|[+-]\d\d:\d\d/i;
const TEXT = /message|exception|error|detail|description|text|body|summary|reason/i;
/** Best first. */
const WHERE = [/connect(?:ion|or)/i, /instance|computer|host/i, /source|resource/i];
const LEVEL = /level|severity|type|status/i;
const BAD_LEVEL = /^\s*(?:error|err|critical|fatal|failed|failure|[45]\d\d)\s*$/i;
/** A level of a row that is no error. */
export const FINE_LEVEL = /^\s*(?:info\w*|debug|trace|verbose|success\w*|ok)\s*$/i;

/** Whether cells are the names of columns: short, without sentences and times. That of an index may be empty. */
export function isHeading(cells: readonly string[]): boolean {
  const isName = (cell: string) => /^\s*(?:[\p{L}_$@#][\p{L}\p{N}_ .()[\]/:%&*+?#'’-]{0,60})?\s*$/u.test(cell);
  return cells.every(isName) && cells.some((cell) => TEXT.test(cell) || TIME.test(cell));
}

/** Takes the names of a table's columns or a record's fields, which may repeat and be few; returns what they are about. */
export function readNames(names: readonly string[], times: TimeReader) {
  const named = (pattern: RegExp) => [...names.keys()].filter((i) => pattern.test(names[i] ?? ''));
  const time = named(TIME);
  const zone = time.map((i) => ZONE.exec(names[i] ?? '')?.[0]).find(Boolean);
  return { times, time, zone, text: named(TEXT), where: WHERE.flatMap(named), level: named(LEVEL) };
}

/** What columns are about, by their indexes. */
export type Columns = ReturnType<typeof readNames>;

/**
 * A row of cells. Its text is what the cells with a message say, or else all. Of most rows only that is asked for, so the rest
 * is read on demand.
 */
export class CellRow implements Row {
  readonly text: string;

  constructor(
    readonly number: number,
    readonly start: number,
    private readonly cells: readonly string[],
    private readonly columns: Columns,
    readonly unit: Row['unit'] = 'row',
  ) {
    this.text = cellsAt(cells, columns.text).join('\n') || cells.filter(Boolean).join('\n');
  }

  get time(): Moment | undefined {
    const { time, times, zone } = this.columns;
    for (const cell of time.length > 0 ? cellsAt(this.cells, time) : this.cells) {
      const moment = times.read(cell);
      if (moment) return moment.hasZone || !zone ? moment : { ms: moment.ms - offsetOf(zone), hasZone: true };
    }
    return undefined;
  }

  get writtenTime(): string | undefined {
    return this.cells[this.columns.time[0] ?? -1];
  }

  get where(): string {
    return cellsAt(this.cells, this.columns.where)[0] ?? '';
  }

  get isError(): boolean | undefined {
    let isError: boolean | undefined;
    for (const column of this.columns.level) {
      const cell = this.cells[column] ?? '';
      if (BAD_LEVEL.test(cell)) return true;
      if (FINE_LEVEL.test(cell)) isError = false;
    }
    return isError;
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
