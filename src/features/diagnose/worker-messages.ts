import type { Finding, Suggestion } from '../../core/diagnosis';

/** What a worker is to diagnose. */
export type Task = { rules: { id: string; signatures: string[] }[]; text: string };

/** What the page sends it: the text in parcels, then the rules, once. */
export type Order = { kind: 'text'; text: string } | { kind: 'diagnose'; rules: Task['rules'] };

/** What the worker sends back: how far it is (0 to 1), then the findings in parcels, then the end. */
export type Report =
  | { kind: 'progress'; share: number }
  | { kind: 'findings'; findings: Finding[] }
  | { kind: 'done'; suggestions: Suggestion[] };
