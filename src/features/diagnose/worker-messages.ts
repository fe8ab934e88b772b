import type { Suggestion } from '../../core/diagnosis';
import type { PlacedFinding } from '../../core/ruleset/recognise';
import type { Ruleset } from '../../core/ruleset/schema';

/** What the page sends to the worker: the dataset, once; then for each text its pieces and the number of its run. */
export type WorkerRequest =
  | { kind: 'prepare'; ruleset: Pick<Ruleset, 'rules' | 'context'> }
  | { kind: 'text'; text: string }
  | { kind: 'diagnose'; run: number };

/** What the worker sends back about a run: its progress from 0 to 1, then the findings in pieces, then the end. */
export type WorkerResponse = { run: number } & (
  | { kind: 'progress'; share: number }
  | { kind: 'findings'; findings: PlacedFinding[] }
  | { kind: 'done'; suggestions: Suggestion[] }
);
