import type { Finding, Suggestion } from '../../core/diagnosis';

/** What the page sends a diagnosis worker, once. */
export type Task = { rules: { id: string; signatures: string[] }[]; text: string };

/** What the worker sends back: how far it is (0 to 1), then the findings in parcels, then the end. */
export type Report =
  | { kind: 'progress'; share: number }
  | { kind: 'findings'; findings: Finding[] }
  | { kind: 'done'; suggestions: Suggestion[] };
