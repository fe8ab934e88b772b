import type { LogSummary } from '../../core/log/summary';
import type { PlacedFinding } from '../../core/ruleset/recognise';
import type { Ruleset } from '../../core/ruleset/schema';

/** What the page asks the worker: to get ready for this dataset, to read a text or files, to end the reading early. */
export type WorkerRequest =
  | { kind: 'prepare'; ruleset: Pick<Ruleset, 'rules' | 'context'> }
  | { kind: 'read'; run: number; source: Source }
  | { kind: 'end' };

/** A text, or files, which are read in pieces. */
export type Source = string | readonly File[];

/** How far the reading is, in bytes of all files. */
export type Progress = { done: number; total: number; rows: number };

/** What a source holds. */
export type Reading = {
  summary: LogSummary;
  /** All findings of a text, with offsets into it; of files none. */
  findings: PlacedFinding[];
  /** The rows with an error, as CSV. */
  csv: Blob;
  /** The reader ended it early. */
  isPart: boolean;
};

export type WorkerResponse = { run: number } & (
  | { kind: 'progress'; progress: Progress }
  | { kind: 'done'; reading: Reading }
);
