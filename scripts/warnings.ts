import { collectProblems, type Problem } from '../src/core/ruleset/problem';
import { createRecogniser, type PlacedFinding } from '../src/core/ruleset/recognise';
import type { Ruleset } from '../src/core/ruleset/schema';

const isPartial = ({ certainty }: PlacedFinding) => certainty === 'partial';

// Fewer prove little: texts differ in many ways.
const MIN_FOUND = 3;
const MIN_NOT_FOUND = 2;

/**
 * Takes a dataset of the right shape and a date such as 2026-11-26; returns what an author should look at, although nothing is wrong
 * with it: few samples, samples that only resemble the message, and sources that were not checked in the year before that
 * date.
 */
export function warnings(ruleset: Ruleset, today: string): Problem[] {
  const aYearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  return collectProblems(ruleset, (report) => {
    for (const [s, { checked }] of ruleset.sources.entries()) {
      if (!checked) report(['sources', s], 'has no date on which it was `checked`');
      else if (checked < aYearAgo) report(['sources', s, 'checked'], `is more than a year ago: ${checked}`);
    }
    const { diagnose } = createRecogniser(ruleset);
    for (const [r, { signatures, samples }] of ruleset.rules.entries()) {
      if (signatures.length === 0) continue;
      const isClose = samples?.found.every(({ text }) => diagnose(text).findings.every(isPartial));
      if (isClose) report(['rules', r, 'samples', 'found'], 'are all close matches: no text has the whole message');
      const [found, notFound] = [samples?.found.length ?? 0, samples?.notFound.length ?? 0];
      if (found >= MIN_FOUND && notFound >= MIN_NOT_FOUND) continue;
      const asked = `at least ${MIN_FOUND} to be found and ${MIN_NOT_FOUND} not to be`;
      report(['rules', r, 'samples'], `are ${found} and ${notFound}; write ${asked}`);
    }
  });
}
