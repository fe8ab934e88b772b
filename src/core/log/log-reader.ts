import type { Diagnoser, Finding, Suggestion } from '../diagnosis';
import type { Row, RowReader } from './row';
import { createRowReader } from './rows';
import { LogCounter, type LogSummary } from './summary';
import { TimeReader } from './time';

/** A row with errors. */
export type ErrorRow = { row: Row; file: string; findings: readonly Finding[] };

/** How much of a file shows what kind of log it is, in characters. */
const HEAD = 1 << 15;
/** Text is diagnosed in stretches, in characters. A message may begin in one and end, within the margin, in the next. */
const STRETCH = 1 << 19;
const MARGIN = 1 << 14;
/** So many of them are kept, of rows of at most so many characters. */
const [MAX_SHAPES, MAX_SILENT] = [20_000, 2000];

/** Numbers and identifiers, which differ between rows that say the same. */
const VARYING = /\b[0-9a-f]{8}(?:(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]*)\b|\d{4,}/gi;

/** Of a date with a time, all but the seconds; a duration has no date. */
const MINUTE = /^.*\d[-/.].*\d:\d\d(?=:\d\d)/;

/** Reads logs of any length, one after the other, and counts their errors. */
export class LogReader {
  /** Whether a date has shown that those before it were read wrongly: see {@link TimeReader}. */
  misreadDates = false;
  readonly #counter: LogCounter;
  /** What is wrong with the log: in which row first, if it is one row, and how often. */
  readonly #notes = new Map<string, { row: number | undefined; count: number }>();
  /** What texts have in common that differ in numbers and identifiers, except for those that messages contain. */
  readonly #shape: (text: string) => string;
  /** Shapes of rows without an error, of which a log has few. */
  readonly #silent = new Set<string>();
  #suggestions: Suggestion[] | undefined;

  #file = '';
  #reader: RowReader | undefined;
  #times: TimeReader | undefined;
  /** Text that waits for its diagnosis, where it begins in the file, and the rows in it; of a table there is none. */
  #text = '';
  #start = 0;
  #queue: Row[] = [];
  /** Where the last finding ends. */
  #doneTo = 0;

  /**
   * `signatures` are those of the diagnoser. `onErrorRow` is told each row with an error, in the log's order, and the text
   * that the offsets of its findings refer to, which begins `start` characters into the file. `isDayFirst` says how dates
   * with slashes are read whose file does not show it at its beginning.
   */
  constructor(
    private readonly diagnoser: Diagnoser,
    signatures: readonly string[],
    private readonly onErrorRow: (row: ErrorRow, text: string, start: number) => void = () => {},
    private readonly isDayFirst = false,
  ) {
    const fixed = new Set(signatures.flatMap((signature) => signature.match(VARYING) ?? []));
    this.#shape = (text) => text.replace(VARYING, (found) => (fixed.has(found) ? found : '0'));
    this.#counter = new LogCounter(this.#shape);
  }

  /** Begins a file, or a pasted text if it has no name. */
  begin(file: string): void {
    this.#file = file;
    this.#reader = undefined;
    this.#text = '';
    this.#start = 0;
    this.#doneTo = 0;
  }

  /** Notes what is wrong with the file, or with one of its rows, to complete the sentence "<file name> …". */
  note(what: string, row?: number): void {
    const note = `${this.#file || 'The text'} ${what}`;
    const before = this.#notes.get(note);
    this.#notes.set(note, { row: before?.row ?? row, count: (before?.count ?? 0) + 1 });
  }

  /**
   * Reads the next piece of the file, `isLast` the last one. With `keepsOffsets`, for a text that comes in one piece, returns
   * its findings with offsets into it, also where it is a table; what is returned otherwise says nothing of places.
   */
  read(piece: string, isLast: boolean, keepsOffsets = false): Finding[] {
    this.#text += piece;
    if (!this.#reader && !isLast && this.#text.length < HEAD) return [];
    const next = this.#reader ? piece : this.#text;
    if (!this.#reader) {
      this.#times = new TimeReader(next, this.isDayFirst);
      this.#reader = createRowReader(next, this.#times, (what, row) => this.note(what, row));
    }
    const rows = this.#reader.read(next, isLast);
    const isTable = this.#reader.isTable && !keepsOffsets;
    for (const row of rows) {
      if (isTable && this.#silent.has(this.#shape(row.text))) this.#count(row, [], '', 0);
      else this.#queue.push(row);
    }
    // Reading a time takes long, and rows of one minute follow one another.
    let minute = '';
    for (const row of rows) {
      const { writtenTime = '' } = row;
      if (minute && writtenTime.startsWith(minute)) continue;
      minute = MINUTE.exec(writtenTime)?.[0] ?? '';
      this.#counter.see(row.time);
    }
    this.#counter.see(rows.at(-1)?.time);
    this.misreadDates ||= this.#times?.wasWrong === true;
    if (isTable) return this.#diagnoseRows();
    return isLast || this.#text.length > STRETCH ? this.#diagnoseText(isLast, this.#reader.position) : [];
  }

  /** What has been read so far. */
  get rows(): number {
    return this.#counter.rows + this.#queue.length;
  }

  /** What all logs hold that have been read. */
  summary(): LogSummary {
    const notes = [...this.#notes].map(([note, { row, count }]) => {
      if (row === undefined) return note;
      const more = count > 1 ? ` and ${(count - 1).toLocaleString('en')} more` : '';
      return `${note}: row ${row.toLocaleString('en')}${more}`;
    });
    return this.#counter.summary(notes, this.#suggestions ?? []);
  }

  /** Diagnoses the texts of the rows that wait, each one once. */
  #diagnoseRows(): Finding[] {
    const byText = new Map<string, Finding[]>(this.#queue.map(({ text }) => [text, []]));
    const all = [...byText.keys()].join('\n\n');
    const findings = this.#diagnose(all);
    if (this.#silent.size > MAX_SHAPES) this.#silent.clear();
    let end = 0;
    let at = 0;
    for (const [text, own] of byText) {
      end += text.length + 2;
      for (; (findings[at]?.start ?? end) < end; at++) own.push(findings[at] as Finding);
      if (own.length === 0 && text.length < MAX_SILENT) this.#silent.add(this.#shape(text));
    }
    for (const row of this.#queue) this.#count(row, byText.get(row.text) ?? [], all, 0);
    this.#queue = [];
    this.#text = '';
    return [];
  }

  /** Diagnoses the text that waits, except for its end if there is more to come. `position` is where the next row begins. */
  #diagnoseText(isLast: boolean, position: number): Finding[] {
    const start = this.#start;
    const whole = start + this.#text.length;
    const end = isLast ? whole : (this.#queue.find((row) => row.start >= whole - MARGIN)?.start ?? position);
    const rows = this.#queue.filter((row) => row.start < end);
    // What has no rows, such as JSON without records, is one.
    if (isLast && start + rows.length === 0) rows.push({ number: 1, unit: 'line', start, text: this.#text });
    if (rows.length === 0 || !/\S/.test(this.#text)) return [];
    const isNew = ({ start: at }: Finding) => start + at >= this.#doneTo && start + at < end;
    const findings = this.#diagnose(this.#text).filter(isNew);
    this.#doneTo = start + (findings.at(-1)?.end ?? this.#doneTo - start);
    let at = 0;
    for (const [i, row] of rows.entries()) {
      const from = at;
      while (at < findings.length && start + (findings[at] as Finding).start < (rows[i + 1]?.start ?? end)) at++;
      this.#count(row, findings.slice(from, at), this.#text, start);
    }
    this.#queue = this.#queue.slice(rows.length);
    this.#text = this.#text.slice(end - start);
    this.#start = end;
    return findings;
  }

  #diagnose(text: string): Finding[] {
    const { findings, suggestions } = this.diagnoser.diagnose(text);
    this.#suggestions ??= suggestions;
    return findings;
  }

  #count(row: Row, all: readonly (Finding & { isPointer?: boolean })[], text: string, start: number): void {
    // What only points to another error of the row says less than that one.
    const telling = all.length > 1 ? all.filter(({ isPointer }) => !isPointer) : all;
    const findings = telling.length > 0 ? telling : all;
    this.#counter.add(row, findings, this.#file, text, start);
    if (findings.length > 0) this.onErrorRow({ row, file: this.#file, findings }, text, start);
  }
}
