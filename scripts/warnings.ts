import { collectProblems, type Problem } from '../src/core/ruleset/problem';
import type { Ruleset } from '../src/core/ruleset/schema';

// Fewer prove little: texts differ in many ways.
const MIN_FOUND = 3;
const MIN_NOT_FOUND = 2;

/**
 * Takes a dataset of the right shape and a date such as 2026-11-26; returns what an author should look at, although nothing is wrong
 * with it: few samples, and sources that were not checked in the year before that date.
 */
export function warnings(ruleset: Ruleset, today: string): Problem[] {
  const aYearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  return collectProblems(ruleset, (report) => {
    for (const [s, { checked }] of ruleset.sources.entries()) {
      if (!checked) report(['sources', s], 'has no date on which it was `checked`');
      else if (checked < aYearAgo) report(['sources', s, 'checked'], `is more than a year ago: ${checked}`);
    }
    for (const [r, { signatures, samples }] of ruleset.rules.entries()) {
      if (signatures.length === 0) continue;
      const [found, notFound] = [samples?.found.length ?? 0, samples?.notFound.length ?? 0];
      if (found >= MIN_FOUND && notFound >= MIN_NOT_FOUND) continue;
      const asked = `at least ${MIN_FOUND} to be found and ${MIN_NOT_FOUND} not to be`;
      report(['rules', r, 'samples'], `are ${found} and ${notFound}; write ${asked}`);
    }
  });
}
