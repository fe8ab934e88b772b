import { useMemo } from 'react';
import type { Ruleset } from '../../core/ruleset/schema';
import { RuleList } from './rule-list';
import { rulesSharingWords } from './rule-search';

const MAX_RULES = 5;

/** The errors that the words of a text lead to; those with the ids `first` come before all others. */
export default function SimilarRules({
  ruleset,
  text,
  first,
}: {
  ruleset: Ruleset;
  text: string;
  first: readonly string[];
}) {
  const rules = useMemo(() => {
    const best = first.flatMap((id) => ruleset.rules.find((rule) => rule.id === id) ?? []);
    return [...new Set([...best, ...rulesSharingWords(ruleset, text)])].slice(0, MAX_RULES);
  }, [ruleset, text, first]);
  if (rules.length === 0) return null;
  return (
    <section aria-labelledby="similar">
      <h3 id="similar">Errors that share words with it</h3>
      <RuleList rules={rules} level={4} />
    </section>
  );
}
