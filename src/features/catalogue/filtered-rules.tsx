import { Search } from 'lucide-react';
import { useDeferredValue, useId, useMemo } from 'react';
import type { Rule } from '../../core/ruleset/schema';
import { useVisitText } from '../../lib/use-visit-text';
import styles from './filtered-rules.module.css';
import { RuleList } from './rule-list';
import { createRuleSearch } from './rule-search';

/** All errors under a filter that stays for the visit. */
export function FilteredRules({ rules }: { rules: readonly Rule[] }) {
  const [words, setWords] = useVisitText('filter');
  const search = useMemo(() => createRuleSearch(rules), [rules]);
  const settled = useDeferredValue(words);
  const matches = useMemo(() => search(settled), [search, settled]);
  const id = useId();
  return (
    <>
      <search className={`${styles.filter} needs-script`}>
        <label htmlFor={id}>Filter by title, message, cause or fix</label>
        <div className={styles.field}>
          <Search size="1.1em" aria-hidden="true" />
          <input
            id={id}
            type="search"
            data-visit="filter"
            value={words}
            onChange={(event) => setWords(event.target.value)}
            autoComplete="off"
            spellCheck={false}
          />
        </div>
      </search>
      <p role="status" className={styles.count}>
        {say(matches.rules.length, matches.all, rules.length, settled)}
      </p>
      <RuleList rules={matches.rules} level={2} />
    </>
  );
}

function say(found: number, all: boolean, total: number, words: string): string {
  if (!words.trim()) return `${total} errors`;
  if (found === 0) return 'No error holds these words. Try fewer, or others.';
  if (!all) return 'No error holds all of these words. The closest:';
  return `${found} of ${total} errors`;
}
