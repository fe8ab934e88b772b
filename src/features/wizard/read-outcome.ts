import type { Outcome, Ruleset } from '../../core/ruleset/schema';
import { situationOf } from '../../core/ruleset/situation';

/** An outcome's rule, its cause if it names one, the resolutions for it, and its card's address with the cause chosen. */
export function readOutcome(ruleset: Ruleset, { rule: ruleId, cause: causeId }: Outcome) {
  const rule = ruleset.rules.find(({ id }) => id === ruleId);
  // A dataset's references are checked before it gets here.
  if (!rule) throw new Error(`no rule "${ruleId}"`);
  const cause = rule.causes.find(({ id }) => id === causeId);
  const own = rule.resolutions.filter(({ answers }) => cause && answers === cause.id);
  const general = rule.resolutions.filter(({ answers }) => !cause || !answers);
  const situation = own[0] && situationOf(own[0]);
  return {
    rule,
    cause,
    resolutions: own.length > 0 ? own : general,
    address: `/errors/${rule.id}${situation ? `?situation=${situation}` : ''}`,
  };
}
