import type { Finding, Suggestion } from '../../core/diagnosis';

type Rules = { id: string; signatures: string[] }[];

/** What the page sends to the worker: the rules, once; then for each text its pieces and the number of its run. */
export type WorkerRequest =
  | { kind: 'prepare'; rules: Rules }
  | { kind: 'text'; text: string }
  | { kind: 'diagnose'; run: number };

/** What the worker sends back about a run: its progress from 0 to 1, then the findings in pieces, then the end. */
export type WorkerResponse = { run: number } & (
  | { kind: 'progress'; share: number }
  | { kind: 'findings'; findings: Finding[] }
  | { kind: 'done'; suggestions: Suggestion[] }
);
