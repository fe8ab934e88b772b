import type { Diagnoser, Finding, Suggestion } from '../diagnosis';
import { createRowReader, type Row, type RowReader } from './rows';
import { LogCounter, type LogSummary } from './summary';

/** A row with errors. */
export type ErrorRow = { row: Row; file: string; findings: readonly Finding[] };

/** Text is diagnosed in stretches, in characters. A message may begin in one and end, within the margin, in the next. */
const STRETCH = 1 << 19;
const MARGIN = 1 << 14;
/** Rows of a table wait until so many characters have come together. Soon most turn out to say what others said. */
const BATCH = 1 << 16;
const MAX_SHAPES = 20_000;

/** Numbers and identifiers, which differ between rows that say the same. */
const VARYING = /\b[0-9a-f]{8}(?:(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]*)\b|\d{4,}/gi;

/** Reads logs of any length, one after the other, and counts their errors. */
export class LogReader {
  readonly #counter = new LogCounter();
  /** What is wrong with the log: in which row first, if it is one row, and how often. */
  readonly #notes = new Map<string, { row: number | undefined; count: number }>();
  /** Shapes of rows without an error. */
  readonly #silent = new Set<string>();
  readonly #fixedNumbers: ReadonlySet<string>;
  #suggestions: Suggestion[] | undefined;

  #file = '';
  #reader: RowReader | undefined;
  /** Rows that wait for their diagnosis, and the text that they are in, which begins at an offset into the whole text. */
  #queue: Row[] = [];
  #text = '';
  #textStart = 0;
  /** Where the last finding ends. */
  #doneTo = 0;
  #queued = 0;

  /**
   * `signatures` are those of the diagnoser. `onErrorRow` is told each row with an error, in the log's order, and the text
   * that the offsets of its findings refer to, which begins `start` characters into the file.
   */
  constructor(
    private readonly diagnoser: Diagnoser,
    signatures: readonly string[],
    private readonly onErrorRow: (row: ErrorRow, text: string, start: number) => void = () => {},
  ) {
    this.#fixedNumbers = new Set(signatures.flatMap((signature) => signature.match(VARYING) ?? []));
  }

  /** Begins a file, or a pasted text if it has no name. */
  begin(file: string): void {
    this.#file = file;
    this.#reader = undefined;
    this.#text = '';
    this.#textStart = 0;
    this.#doneTo = 0;
  }

  /** Notes what is wrong with the file, or with one of its rows, to complete the sentence "<file name> …". */
  note(what: string, row?: number): void {
    const note = `${this.#file || 'The text'} ${what}`;
    const before = this.#notes.get(note);
    this.#notes.set(note, { row: before?.row ?? row, count: (before?.count ?? 0) + 1 });
  }

  /** Reads the next piece of the file. Returns the findings, with offsets into the file, unless it is a table. */
  read(piece: string, isLast: boolean, keepsOffsets = false): Finding[] {
    this.#reader ??= createRowReader(piece, (what, row) => this.note(what, row));
    const isTable = this.#reader.isTable && !keepsOffsets;
    const rows = this.#reader.read(piece, isLast);
    for (const row of [...rows.slice(0, 1), ...rows.slice(-1)]) this.#counter.see(row.time);
    for (const row of rows) {
      if (isTable && this.#silent.has(this.#shape(row.text))) this.#count(row, [], '', 0);
      else this.#queue.push(row);
      this.#queued += row.text.length;
    }
    if (!isTable) this.#text += piece;
    const isFull = isTable ? this.#queued > BATCH : this.#text.length > STRETCH;
    if (!isLast && !isFull) return [];
    this.#queued = 0;
    return isTable ? this.#diagnoseRows() : this.#diagnoseText(isLast);
  }

  /** What has been read so far; `rows` counts those that wait too. */
  get rows(): number {
    return this.#counter.rows + this.#queue.length;
  }

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
      if (own.length === 0) this.#silent.add(this.#shape(text));
    }
    for (const row of this.#queue) this.#count(row, byText.get(row.text) ?? [], all, 0);
    this.#queue = [];
    return [];
  }

  /** Diagnoses the text that waits, except for its end if there is more to come. */
  #diagnoseText(isLast: boolean): Finding[] {
    const start = this.#textStart;
    const stop = start + this.#text.length - MARGIN;
    const next = this.#queue.find((row) => row.start >= stop)?.start ?? this.#reader?.position ?? 0;
    const end = isLast ? start + this.#text.length : next;
    const rows = this.#queue.filter((row) => row.start < end);
    // What has no rows, such as JSON without records, is one.
    if (isLast && this.rows === 0 && this.#text.trim()) rows.push({ number: 1, unit: 'line', start, text: this.#text });
    if (rows.length === 0) return [];
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
    this.#textStart = end;
    return findings;
  }

  #diagnose(text: string): Finding[] {
    const { findings, suggestions } = this.diagnoser.diagnose(text);
    this.#suggestions ??= suggestions;
    return findings;
  }

  #count(row: Row, findings: readonly Finding[], text: string, start: number): void {
    this.#counter.add(row, findings, { file: this.#file, text, start }, (own) => this.#shape(own));
    if (findings.length > 0) this.onErrorRow({ row, file: this.#file, findings }, text, start);
  }

  /** What texts have in common that differ in numbers and identifiers, except for those that messages contain. */
  #shape(text: string): string {
    return text.replace(VARYING, (found) => (this.#fixedNumbers.has(found) ? found : '0000'));
  }
}
