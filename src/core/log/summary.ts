import type { Finding, Suggestion } from '../diagnosis';
import { excerptOf } from './excerpt';
import type { Row } from './row';
import type { Moment } from './time';

/** A place in a log: where an error stands, or an example of rows that are not known. */
export interface Place {
  /** Its line, or its row in a table, counted from 1; and the file, which is empty for a pasted text. */
  row: number;
  unit: 'line' | 'row';
  file: string;
  time: Moment | undefined;
  text: string;
  /** With offsets into `text`. */
  finding?: Finding;
}

/** Values and how many rows have each, most frequent first; at most {@link MAX_KEPT}. */
export type Tally = [value: string, rows: number][];

/** From the first time to the last, in milliseconds as in {@link Moment}; undefined where no row has a time. */
export interface Period {
  first: number | undefined;
  last: number | undefined;
}

/** What a log says of one error, or of rows that are not known and say the same. */
export interface Entry extends Period {
  rows: number;
  /** Rows per equal part of the log's time, in order; empty if it has none. */
  counts: number[];
  where: Tally;
  /** By the value's name. */
  values: Record<string, Tally>;
  /** In the log's order, at most {@link MAX_KEPT}. */
  places: Place[];
}

/** What a log holds. */
export interface LogSummary extends Period {
  rows: number;
  /** By rule, most frequent first. A row counts once for a rule, however often the error stands in it. */
  errors: (Entry & { ruleId: string })[];
  /** Rows that look like errors and are not known, most frequent first. */
  unknown: Entry[];
  unknownRows: number;
  /** Rows with a known error. */
  errorRows: number;
  /** Whether the times name a zone. Those that do not are taken as UTC. */
  zone: 'all' | 'some' | 'none';
  /** What is wrong with the log or could not be read, as sentences. */
  notes: string[];
  /** Of the log's beginning; none if an error was found. */
  suggestions: Suggestion[];
}

/** Different values, places and kinds of unknown rows that are kept. A log can have millions. */
export const MAX_KEPT = 200;
/** How much is kept of a row that is not known, in characters. */
const MAX_EXAMPLE = 2000;
/** Into so many parts a log's time is divided. */
const PARTS = 24;
/** Until a log's time is known, rows are counted in slots: short enough for a part to have dozens of them. */
const MAX_SLOTS = 2000;

const LOOKS_LIKE_ERROR =
  /\b(?:(?<!\b(?:no|0|without) )errors?|fail(?:s|ed|ures?)?|exceptions?|denied|invalid|time(?:-?| )?out|timed out|unable|could not|couldn[’']t|cannot|fatal|critical|un(?:authori[sz]ed|available|expected)|forbidden|refused|rejected)\b|exception\b/i;

/** The level that a line names near its beginning, perhaps as level=info or, in .NET, as "info:". */
const IS_FINE =
  /^(?:info|dbug|trce):|^.{0,80}?\b(?:INFO|Information|DEBUG|TRACE|VERBOSE|(?:level|severity)[\s"]*[=:][\s"]*(?:info|debug|trace))\b/s;
/** Words with a digit, names in quotation marks, and values of fields: rows that differ only in these say the same. */
const DIFFERING = /(?<!\S)\S*\d\S*|"[^"\s]*"|'[^'\s]*'|(?<==)[^\s"',;]+/g;
/** The names of a record's fields, which say nothing: "error": null. */
const FIELDS = /"[\w .@$-]*"\s*:/g;

/** Counts the rows of a log. What it keeps has a bound, however many rows there are. */
export class LogCounter {
  readonly #errors = new Map<string, Counter>();
  readonly #unknown = new Map<string, Counter>();
  readonly #zones = new Set<boolean>();
  readonly #period: Period = { first: undefined, last: undefined };
  rows = 0;
  #unknownRows = 0;
  #errorRows = 0;

  /** `shape` tells what a text has in common with others that say the same. */
  constructor(private readonly shape: (text: string) => string) {}

  /** Takes the time of a row without counting it. */
  see(time: Moment | undefined): void {
    if (!time) return;
    this.#zones.add(time.hasZone);
    extend(this.#period, time.ms);
  }

  /** Counts a row of a file. The offsets of its findings refer to `text`, which begins `start` characters into the file. */
  add(row: Row, findings: readonly Finding[], file: string, text: string, start: number): void {
    this.rows++;
    const example = row.text.slice(0, MAX_EXAMPLE).trim();
    if (findings.length === 0 && !(row.isError ?? looksLikeError(example))) return;
    const { number, unit, time } = row;
    this.see(time);
    if (findings.length === 0) {
      this.#unknownRows++;
      const kind = this.shape(example).replace(DIFFERING, '0').slice(0, MAX_KEPT);
      if (this.#unknown.size >= MAX_KEPT && !this.#unknown.has(kind)) return;
      const { places } = counterFor(this.#unknown, kind).add(row, findings);
      if (places.length === 0) places.push(copy({ row: number, unit, file, time, text: example }));
      return;
    }
    this.#errorRows++;
    for (const ruleId of new Set(findings.map((finding) => finding.ruleId))) {
      const own = findings.filter((finding) => finding.ruleId === ruleId);
      const { places } = counterFor(this.#errors, ruleId).add(row, own);
      for (const finding of own.slice(0, MAX_KEPT - places.length)) {
        const before = unit === 'line' ? text.slice(row.start - start, finding.start).split('\n').length - 1 : 0;
        places.push(copy({ row: number + before, unit, file, time, ...excerptOf(text, finding) }));
      }
    }
  }

  /** Returns what was counted; `notes` and `suggestions` go along. */
  summary(notes: string[], suggestions: Suggestion[]): LogSummary {
    const byRows = (a: Entry, b: Entry) => b.rows - a.rows;
    const entry = (counter: Counter) => counter.entry(this.#period);
    return {
      rows: this.rows,
      errors: [...this.#errors].map(([ruleId, counter]) => ({ ruleId, ...entry(counter) })).sort(byRows),
      unknown: [...this.#unknown.values()].map(entry).sort(byRows),
      unknownRows: this.#unknownRows,
      errorRows: this.#errorRows,
      ...this.#period,
      zone: this.#zones.size > 1 ? 'some' : this.#zones.has(true) ? 'all' : 'none',
      notes,
      suggestions: this.#errors.size > 0 ? [] : suggestions,
    };
  }
}

/** Counts the rows of one error, or of one kind that is not known. */
class Counter {
  #rows = 0;
  readonly places: Place[] = [];
  readonly #values = new Map<string, Map<string, number>>();
  readonly #where = new Map<string, number>();
  #slots = new Map<number, number>();
  #slotMs = 1;
  readonly #period: Period = { first: undefined, last: undefined };

  add({ time, where }: Row, findings: readonly Finding[]): this {
    this.#rows++;
    if (where) count(this.#where, where);
    for (const { name, value } of findings.flatMap(({ captures }) => captures)) {
      const counts = this.#values.get(name) ?? new Map<string, number>();
      this.#values.set(name, counts);
      count(counts, value);
    }
    if (time) {
      extend(this.#period, time.ms);
      this.#countSlot(time.ms, 1);
    }
    return this;
  }

  #countSlot(ms: number, rows: number): void {
    const slot = Math.floor(ms / this.#slotMs);
    this.#slots.set(slot, (this.#slots.get(slot) ?? 0) + rows);
    if (this.#slots.size <= MAX_SLOTS) return;
    const [before, beforeMs] = [this.#slots, this.#slotMs];
    this.#slots = new Map();
    this.#slotMs *= 2;
    for (const [slot, rows] of before) this.#countSlot(slot * beforeMs, rows);
  }

  /** Takes the period of the whole log. */
  entry({ first = 0, last = 0 }: Period): Entry {
    const counts = new Array<number>(this.#slots.size > 0 ? PARTS : 0).fill(0);
    for (const [slot, rows] of this.#slots) {
      const ms = Math.max(first, Math.min(last, (slot + 0.5) * this.#slotMs));
      const part = Math.floor(((ms - first) / (last - first + 1)) * PARTS);
      counts[part] = (counts[part] ?? 0) + rows;
    }
    return {
      rows: this.#rows,
      ...this.#period,
      counts,
      where: tally(this.#where),
      values: Object.fromEntries([...this.#values].map(([name, counts]) => [name, tally(counts)])),
      places: this.places,
    };
  }
}

function looksLikeError(text: string): boolean {
  if (!LOOKS_LIKE_ERROR.test(text)) return false;
  const said = text.replace(FIELDS, '');
  return LOOKS_LIKE_ERROR.test(said) && !IS_FINE.test(said);
}

/** A part of a text keeps the whole text in memory, its copy does not. */
const copy = structuredClone;

function extend(period: Period, ms: number): void {
  period.first = Math.min(period.first ?? ms, ms);
  period.last = Math.max(period.last ?? ms, ms);
}

function counterFor(counters: Map<string, Counter>, key: string): Counter {
  const counter = counters.get(key) ?? new Counter();
  counters.set(key, counter);
  return counter;
}

function count(counts: Map<string, number>, value: string): void {
  const before = counts.get(value);
  if (before) counts.set(value, before + 1);
  else if (counts.size < MAX_KEPT) counts.set(copy(value), 1);
}

function tally(counts: Map<string, number>): Tally {
  return [...counts].sort(([, a], [, b]) => b - a);
}
