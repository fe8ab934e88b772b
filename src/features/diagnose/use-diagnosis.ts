import { useDeferredValue, useMemo } from 'react';
import { createDiagnoser, type Diagnosis } from '../../core/diagnosis';
import type { Ruleset } from '../../core/ruleset/schema';

/**
 * The diagnosis of a text as it is typed, or null while there is nothing to diagnose or no dataset. It may lag
 * behind the text while the reader types; `text` says which text it is of.
 */
export function useDiagnosis(
  text: string,
  ruleset: Ruleset | undefined,
): { text: string; diagnosis: Diagnosis } | null {
  const diagnoser = useMemo(() => ruleset && createDiagnoser(ruleset.rules), [ruleset]);
  const settled = useDeferredValue(text);
  return useMemo(
    () =>
      diagnoser && settled.trim()
        ? { text: settled, diagnosis: diagnoser.diagnose(settled) }
        : null,
    [diagnoser, settled],
  );
}
