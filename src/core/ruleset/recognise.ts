import { createDiagnoser, type Finding } from '../diagnosis';
import type { Ruleset } from './schema';
import { situationOf } from './situation';

/** A finding, with what the text around it says about it. */
export type PlacedFinding = Finding & {
  /** Other software uses these words too, and nothing in the text says that they are this product's. */
  isCommon?: boolean;
  /** Its message only points to another in the same row. */
  isPointer?: boolean;
  /** The name of the situation that the text itself tells. */
  situation?: string | undefined;
};

/** In UTF-16 units before and after a finding: a log can be one paragraph of megabytes. */
const REACH = 1000;
const BLANK_LINE = /\n\s*\n/;

/**
 * Takes a dataset and returns the diagnoser of its errors, which leaves out what the paragraph around it shows to be another
 * program's (`unless`). Like any diagnoser, it never throws and takes linear time.
 */
export function createRecogniser({ rules, context }: Pick<Ruleset, 'rules' | 'context'>) {
  const { diagnose } = createDiagnoser(rules);
  const isOurs = anyOf(context);
  const known = new Map(
    rules.map(({ id, unless, commonWords, pointer, causes, resolutions }) => {
      const shown = causes.map((cause) => ({ isShown: anyOf(cause.shownBy), cause: cause.id }));
      return [id, { isForeign: anyOf(unless), commonWords, pointer, shown, resolutions }];
    }),
  );
  const place = (text: string, finding: Finding): PlacedFinding | undefined => {
    const rule = known.get(finding.ruleId);
    const paragraph = paragraphAround(text, finding);
    if (!rule || rule.isForeign.test(paragraph)) return undefined;
    const cause = rule.shown.find(({ isShown }) => isShown.test(paragraph))?.cause;
    const resolution = rule.resolutions.find(({ answers }) => cause && answers === cause);
    const { commonWords: isCommon, pointer: isPointer } = rule;
    return { ...finding, isCommon, isPointer, situation: resolution && situationOf(resolution) };
  };
  return {
    diagnose(text: string) {
      const { findings, suggestions } = diagnose(text);
      const own = findings.flatMap((finding) => place(text, finding) ?? []);
      const isCommon = own.every((finding) => finding.isCommon) && !isOurs.test(text);
      return { findings: own.map((finding) => ({ ...finding, isCommon })), suggestions };
    },
  };
}

/** The text around a finding, up to blank lines. */
function paragraphAround(text: string, { start, end }: Finding): string {
  const before = text.slice(Math.max(0, start - REACH), start).split(BLANK_LINE);
  return before.at(-1) + text.slice(start, end) + text.slice(end, end + REACH).split(BLANK_LINE, 1);
}

/**
 * Matches a text that has one of these words or phrases, in any case and spacing, and with its quotation marks as they are or
 * as JSON and HTML write them; none if there are no phrases.
 */
function anyOf(phrases: readonly string[]): RegExp {
  const escaped = phrases.map((phrase) =>
    phrase
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\s+/g, '(?:\\s|\\\\+[nrt]|&nbsp;)+')
      .replace(/["']/g, '\\\\*(?:["\']|&(?:quot|apos|#34|#39|#x22|#x27);)'),
  );
  return new RegExp(escaped.join('|') || '(?!)', 'i');
}
