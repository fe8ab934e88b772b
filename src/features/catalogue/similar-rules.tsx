import { Section } from '../../components/section';
import type { Suggestion } from '../../core/diagnosis';
import type { Ruleset } from '../../core/ruleset/schema';
import { RuleList } from './rule-list';
import { useRuleSearch } from './rule-search';

type Props = { ruleset: Ruleset; text: string; suggestions: readonly Suggestion[] };

/** The errors that a text resembles, then those that its words lead to; five at most. */
export default function SimilarRules({ ruleset, text, suggestions }: Props) {
  const { closest } = useRuleSearch(ruleset, text);
  const best = suggestions.flatMap(({ ruleId }) => ruleset.rules.find(({ id }) => id === ruleId) ?? []);
  const rules = [...new Set([...best, ...closest.keys()])].slice(0, 5);
  if (rules.length === 0) return null;
  return (
    <Section level={3} title="Errors that match some of its words">
      <RuleList rules={rules} level={4} />
    </Section>
  );
}
