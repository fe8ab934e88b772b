import { CellRow, FINE_LEVEL, isHeading, MAX_ROW, type Row, type RowReader, readNames } from './row';
import type { Moment, TimeReader } from './time';

/** The name before a value, in records that have a line for each field: "Message : …". */
const FIELD = /^([\p{L}_][^:]{0,60}?)\s*:(?=\s|$)/u;
/** Begins a line of a stack trace. */
const TRACE = /^(?:\s+at\s|Caused by:)/;

/**
 * Lines, and those that belong to the line before: in records of "Name: value", up to where the first name comes again;
 * where many lines begin with a time, those without one; else those that are indented.
 */
export class LineReader implements RowReader {
  readonly isTable = false;
  position = 0;
  /** Whether a line begins a row, given the time that it names. */
  readonly #begins: (line: string, time: Moment | undefined) => boolean;
  readonly #isRecord: boolean;
  /** Lines of which more may follow, how many of their characters have been read, and the time that they name. */
  #rest = '';
  #scanned = 0;
  #time: Moment | undefined;
  #line = 1;

  constructor(
    head: string,
    private readonly times: TimeReader,
  ) {
    const sample = head.split('\n', 100).filter((line) => line.trim());
    const [first = ''] = sample;
    const names = sample.flatMap((line) => FIELD.exec(line)?.[1] ?? []);
    const kinds = new Set(names);
    const records = names.filter((name) => name === names[0]).length;
    // Each record has each field, but for some; values can go on in lines of their own.
    const expected = kinds.size * records;
    const isRegular = expected <= 1.5 * names.length && names.length <= 1.5 * expected;
    const isDense = names.length >= sample.length * (records > 1 ? 0.5 : 0.75);
    // "INFO: …" is no field.
    const areFields = isHeading([...kinds]) && !names.some((name) => FINE_LEVEL.test(name));
    this.#isRecord = kinds.size > 1 && isRegular && isDense && areFields;

    const others = sample.filter((line) => !times.read(line));
    const timed = sample.length - others.length;
    const isIndented = (line: string) => /^\s+\S/.test(line);
    const indented = others.filter(isIndented).length;
    // A stack trace can be long, and is indented.
    const isTimed = timed >= sample.length / 4 || (timed > 1 && indented > 0.8 * others.length);
    const isNested = !isIndented(first) && indented <= 0.8 * sample.length;
    if (this.#isRecord) this.#begins = (line) => FIELD.exec(line)?.[1] === names[0];
    else if (isTimed) this.#begins = (_, time) => time !== undefined;
    else this.#begins = (line) => !(TRACE.test(line) || (isNested && isIndented(line)));
  }

  read(piece: string, isLast: boolean): Row[] {
    const text = this.#rest + piece;
    const rows: Row[] = [];
    let from = 0;
    const take = (to: number) => {
      const row = text.slice(from, to);
      if (row.trim()) rows.push(this.#isRecord ? this.#record(row) : this.#row(row));
      this.#line += row.split('\n').length - 1;
      this.position += to - from;
      from = to;
      this.#time = undefined;
    };
    let at = this.#scanned;
    for (let end = 0; at < text.length; at = end) {
      end = text.indexOf('\n', at) + 1;
      // The line may go on in the next piece.
      if (end === 0 && !isLast) break;
      end ||= text.length;
      const line = text.slice(at, end);
      const own = this.times.read(line);
      if (at > from && this.#begins(line, own)) take(at);
      this.#time ??= own;
    }
    if (isLast || text.length - from > MAX_ROW) take(text.length);
    this.#rest = text.slice(from);
    this.#scanned = Math.max(0, at - from);
    return rows;
  }

  #row(text: string): Row {
    return { number: this.#line, unit: 'line', start: this.position, text, time: this.#time };
  }

  #record(text: string): Row {
    const names: string[] = [];
    const cells: string[] = [];
    for (const line of text.split('\n')) {
      const [field = '', name] = FIELD.exec(line) ?? [];
      if (name) names.push(name);
      if (name) cells.push(line.slice(field.length).trim());
      else if (line.trim()) cells.push(`${cells.pop() ?? ''}\n${line}`);
    }
    return new CellRow(this.#line, this.position, cells, readNames(names, this.times), 'line');
  }
}
