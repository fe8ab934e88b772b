import type { Finding, Suggestion } from '../../core/diagnosis';

type Rules = { id: string; signatures: string[] }[];

/** What the page sends to the worker: the text in pieces, then the rules, once. */
export type WorkerRequest = { kind: 'text'; text: string } | { kind: 'diagnose'; rules: Rules };

/** What the worker sends back: its progress from 0 to 1, then the findings in pieces, then the end. */
export type WorkerResponse =
  | { kind: 'progress'; share: number }
  | { kind: 'findings'; findings: Finding[] }
  | { kind: 'done'; suggestions: Suggestion[] };
