import type { LogSummary } from '../../core/log/summary';
import type { PlacedFinding } from '../../core/ruleset/recognise';
import type { Ruleset } from '../../core/ruleset/schema';

/** A text, or files, which are read in pieces. */
export type Source = string | readonly File[];

/** What the page asks the worker: to get ready for a dataset, or to read a source and answer through a port. */
export type WorkerRequest = { ruleset: Pick<Ruleset, 'rules' | 'context'> } | { source: Source; port: MessagePort };

/** How far the reading is, in bytes of all files. */
export type Progress = { done: number; total: number; rows: number };

/** What was read. */
export type Reading = {
  summary: LogSummary;
  /** All findings of a text, with offsets into it; of files none. */
  findings: PlacedFinding[];
  /** The rows with an error, as CSV. */
  csv: Blob;
  /** The reader ended it early. */
  isPart: boolean;
};

/** What the worker answers. Any message back to it ends the reading early. */
export type WorkerResponse = { progress: Progress } | { reading: Reading };
