import type { Outcome, Ruleset } from '../../core/ruleset/schema';
import { situationOf } from '../../core/ruleset/situation';

/** An outcome's rule, and if it names a cause that, its situation, and its sign; its card's address with that chosen. */
export function readOutcome(ruleset: Ruleset, { rule: ruleId, cause: causeId }: Outcome) {
  const rule = ruleset.rules.find(({ id }) => id === ruleId);
  // A dataset's references are checked before it gets here.
  if (!rule) throw new Error(`no rule "${ruleId}"`);
  const cause = rule.causes.find(({ id }) => id === causeId);
  const own = rule.resolutions.find(({ answers }) => cause && answers === cause.id);
  const only = rule.resolutions.length === 1 ? rule.resolutions[0] : undefined;
  const situation = own && situationOf(own);
  return {
    rule,
    cause,
    situation,
    sign: (own ?? only)?.when ?? rule.symptom,
    address: `/errors/${rule.id}${situation ? `?situation=${situation}` : ''}`,
  };
}
