import { CellRow, MAX_ROW, type Row, type RowReader, readNames } from './row';
import type { TimeReader } from './time';

/** The level of the records in the tables of a query's answer. */
const IN_TABLES = 4;

/** Takes the beginning of a text; returns how deep in JSON its records lie, or undefined if it has none. */
export function recordLevel(head: string): number | undefined {
  if (/^\{(?:[^[\n]|\n(?!\{))*"tables"\s*:/.test(head)) return IN_TABLES;
  if (/^\[\s*[[{]/.test(head)) return 1;
  // Objects of several lines, one after the other.
  if (head.startsWith('{') && /^\}\s*^\{/m.test(head)) return 0;
  const [line = '', next = ''] = head.split('\n', 2);
  const isRecord = /^[[{]/.test(line) && fieldsOf(line).length > 0;
  if (isRecord && next.startsWith('{')) return 0;
  if (/^\{[^[{]*\[\s*[[{]/.test(head)) return 2;
  return isRecord ? 0 : undefined;
}

/** JSON records: those of a list, the rows of the tables of a query's answer, or one a line. */
export class JsonReader implements RowReader {
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
    private readonly note: (what: string, row: number) => void,
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
        // Where each line is a record, one that is not complete ends with its line.
        if (this.level === 0 && character === '{' && this.#depth > 0 && text[at - 1] === '\n') {
          take(at);
          this.#depth = 0;
        }
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
    if (cells.length === 0 && text.length > 2) this.note('has a record that is not complete JSON', this.#rows + 1);
    return [new CellRow(++this.#rows, start, cells, readNames(names, this.times))];
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
