import type { Finding, Suggestion } from '../diagnosis';
import { excerptOf } from './excerpt';
import type { Row } from './rows';
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

/** What a log says of one error, or of rows that are not known and say the same. */
export interface Entry {
  rows: number;
  /** In milliseconds, as in {@link Moment}; undefined where no row has a time. */
  first: number | undefined;
  last: number | undefined;
  /** Rows per equal part of the log's time, in order; empty if it has none. */
  counts: number[];
  where: Tally;
  /** By the value's name. */
  values: Record<string, Tally>;
  /** In the log's order, at most {@link MAX_KEPT}. */
  places: Place[];
}

/** What was diagnosed together: a part of a file, or texts from it. */
type Stretch = { file: string; text: string; start: number };

/** What a log holds. */
export interface LogSummary {
  rows: number;
  /** By rule, most frequent first. A row counts once for a rule, however often the error stands in it. */
  errors: (Entry & { ruleId: string })[];
  /** Rows that look like errors and are not known, most frequent first. */
  unknown: Entry[];
  unknownRows: number;
  /** Rows with a known error. */
  errorRows: number;
  first: number | undefined;
  last: number | undefined;
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
/** Into so many parts a log's time is divided. Until it is known, times are counted in slots. */
const PARTS = 24;
const SLOT_MS = 10_000;

const LOOKS_LIKE_ERROR =
  /\b(?:errors?|fail(?:s|ed|ures?)?|exceptions?|denied|invalid|time(?:-?| )?out|timed out|unable|could not|couldn[’']t|cannot|fatal|critical|un(?:authori[sz]ed|available|expected)|forbidden|refused|rejected)\b|exception\b/i;

/** Counts the rows of a log. What it keeps has a bound, however long the log is. */
export class LogCounter {
  readonly #errors = new Map<string, Counter>();
  readonly #unknown = new Map<string, Counter>();
  readonly #zones = new Set<boolean>();
  rows = 0;
  #unknownRows = 0;
  #errorRows = 0;
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;

  /** Takes the time of a row without counting it: the first and last rows tell what time a log covers. */
  see(time: Moment | undefined): void {
    if (!time) return;
    this.#zones.add(time.hasZone);
    this.#first = Math.min(this.#first, time.ms);
    this.#last = Math.max(this.#last, time.ms);
  }

  /**
   * Counts a row. The offsets of its findings refer to a text that begins `start` characters into the file; `shape` tells
   * what a row has in common with others.
   */
  add(row: Row, findings: readonly Finding[], { file, text, start }: Stretch, shape: (text: string) => string): void {
    this.rows++;
    const isUnknown = findings.length === 0 && (row.isError ?? LOOKS_LIKE_ERROR.test(row.text.slice(0, MAX_EXAMPLE)));
    if (findings.length === 0 && !isUnknown) return;
    const { number, time } = row;
    this.see(time);
    const { unit } = row;
    const lineOf = (at: number) =>
      unit === 'line' ? number + text.slice(row.start - start, at).split('\n').length - 1 : number;
    const placeOf = (at: number) => ({ row: lineOf(at), unit, file, time });
    for (const ruleId of new Set(findings.map((finding) => finding.ruleId))) {
      const own = findings.filter((finding) => finding.ruleId === ruleId);
      counterFor(this.#errors, ruleId).add(row, own, () =>
        own.map((one) => ({ ...placeOf(one.start), ...excerptOf(text, one) })),
      );
    }
    if (!isUnknown) {
      this.#errorRows++;
      return;
    }
    this.#unknownRows++;
    const kind = shape(row.text).replace(/\d+/g, '0').slice(0, MAX_KEPT);
    if (this.#unknown.size >= MAX_KEPT && !this.#unknown.has(kind)) return;
    const counter = counterFor(this.#unknown, kind);
    counter.add(row, [], () =>
      counter.rows > 1 ? [] : [{ row: number, unit, file, time, text: row.text.trim().slice(0, MAX_EXAMPLE) }],
    );
  }

  /** Returns what was counted; `notes` and `suggestions` go along. */
  summary(notes: string[], suggestions: Suggestion[]): LogSummary {
    const [first, last] = this.#first <= this.#last ? [this.#first, this.#last] : [];
    const byRows = (a: Entry, b: Entry) => b.rows - a.rows;
    return {
      rows: this.rows,
      errors: [...this.#errors].map(([ruleId, one]) => ({ ruleId, ...one.entry(first, last) })).sort(byRows),
      unknown: [...this.#unknown.values()].map((one) => one.entry(first, last)).sort(byRows),
      unknownRows: this.#unknownRows,
      errorRows: this.#errorRows,
      first,
      last,
      zone: this.#zones.size > 1 ? 'some' : this.#zones.has(true) ? 'all' : 'none',
      notes,
      suggestions: this.#errors.size > 0 ? [] : suggestions,
    };
  }
}

/** Counts the rows of one error, or of one kind that is not known. */
class Counter {
  rows = 0;
  readonly #places: Place[] = [];
  readonly #values = new Map<string, Map<string, number>>();
  readonly #where = new Map<string, number>();
  readonly #slots = new Map<number, number>();
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;

  add({ time, where }: Row, findings: readonly Finding[], places: () => Place[]): void {
    this.rows++;
    if (where) count(this.#where, where);
    for (const { name, value } of findings.flatMap(({ captures }) => captures)) {
      const counts = this.#values.get(name) ?? new Map<string, number>();
      this.#values.set(name, counts);
      count(counts, value);
    }
    if (this.#places.length < MAX_KEPT) this.#places.push(...places());
    if (!time) return;
    this.#first = Math.min(this.#first, time.ms);
    this.#last = Math.max(this.#last, time.ms);
    const slot = Math.floor(time.ms / SLOT_MS);
    this.#slots.set(slot, (this.#slots.get(slot) ?? 0) + 1);
  }

  entry(first = 0, last = -1): Entry {
    const hasTime = this.#first <= this.#last;
    const counts = new Array<number>(hasTime ? PARTS : 0).fill(0);
    for (const [slot, rows] of this.#slots) {
      const ms = Math.max(first, Math.min(last, (slot + 0.5) * SLOT_MS));
      const part = Math.floor(((ms - first) / (last - first + 1)) * PARTS);
      counts[part] = (counts[part] ?? 0) + rows;
    }
    return {
      rows: this.rows,
      first: hasTime ? this.#first : undefined,
      last: hasTime ? this.#last : undefined,
      counts,
      where: tally(this.#where),
      values: Object.fromEntries([...this.#values].map(([name, counts]) => [name, tally(counts)])),
      places: this.#places,
    };
  }
}

function counterFor(counters: Map<string, Counter>, key: string): Counter {
  const counter = counters.get(key) ?? new Counter();
  counters.set(key, counter);
  return counter;
}

function count(counts: Map<string, number>, value: string): void {
  const before = counts.get(value) ?? 0;
  if (before > 0 || counts.size < MAX_KEPT) counts.set(value, before + 1);
}

function tally(counts: Map<string, number>): Tally {
  return [...counts].sort(([, a], [, b]) => b - a);
}
