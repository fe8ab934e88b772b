import { collectProblems, type Problem } from '../src/core/ruleset/problem';
import type { Ruleset } from '../src/core/ruleset/schema';

// Fewer prove little: texts differ in many ways.
const MIN_FOUND = 3;
const MIN_NOT_FOUND = 2;

/** Takes a dataset of the right shape and returns what an author should look at, although nothing is wrong with it. */
export function warnings(ruleset: Ruleset): Problem[] {
  return collectProblems(ruleset, (report) => {
    for (const [r, { signatures, samples }] of ruleset.rules.entries()) {
      if (signatures.length === 0) continue;
      const [found, notFound] = [samples?.found.length ?? 0, samples?.notFound.length ?? 0];
      if (found >= MIN_FOUND && notFound >= MIN_NOT_FOUND) continue;
      const asked = `at least ${MIN_FOUND} to be found and ${MIN_NOT_FOUND} not to be`;
      report(['rules', r, 'samples'], `are ${found} and ${notFound}; write ${asked}`);
    }
  });
}
