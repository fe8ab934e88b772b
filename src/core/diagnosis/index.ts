/**
 * The diagnosis engine: tells which known messages a text holds, whatever was done to them on their way, and is silent
 * about everything else. See DESIGN.md.
 */
import type { Capture } from './capture';
import { Engine } from './engine';

export type { Capture } from './capture';

/** A claim: the text holds this message. */
export interface Finding {
  ruleId: string;
  /** Which of the rule's signatures, by index. */
  signature: number;
  /** `exact`: every fixed part is there, in order; `partial`: enough of it to be sure. */
  certainty: 'exact' | 'partial';
  /** UTF-16 offsets in the text as it was given, `end` exclusive. */
  start: number;
  end: number;
  /** In the text's order. */
  captures: Capture[];
}

/** Not a claim: a rule that shares words with the text. */
export interface Suggestion {
  ruleId: string;
  /** Above 0, up to 1. */
  score: number;
}

/** What a text holds. */
export interface Diagnosis {
  /** In the text's order; they do not overlap. */
  findings: Finding[];
  /** Best first, at most five; none if there are findings. */
  suggestions: Suggestion[];
}

/** Finds the messages of one pack of rules. */
export interface Diagnoser {
  /**
   * Diagnoses a text. Never throws, whatever the text; takes time that grows linearly with the text's length and does
   * not grow with the number of rules.
   */
  diagnose(text: string): Diagnosis;
}

/**
 * Prepares a diagnoser for a pack of rules. Signatures are written as `parseSignature` says; one without a single whole
 * fixed word is never found. Takes time linear in the size of the pack.
 */
export function createDiagnoser(rules: { id: string; signatures: string[] }[]): Diagnoser {
  const engine = new Engine(rules);
  return { diagnose: (text) => engine.diagnose(text) };
}
