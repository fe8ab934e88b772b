import { Search } from 'lucide-react';
import { useDeferredValue, useId, useMemo, useRef } from 'react';
import type { Ruleset } from '../../core/ruleset/schema';
import { useEarlyInput } from '../../lib/use-early-input';
import { useKeptValue } from '../../lib/use-kept-value';
import styles from './filtered-rules.module.css';
import { RuleList } from './rule-list';
import { createRuleSearch } from './rule-search';

/** All errors, with a filter that is kept for the visit. */
export function FilteredRules({ ruleset }: { ruleset: Ruleset }) {
  const [words, setWords] = useKeptValue('visit', 'filter', '');
  const field = useRef<HTMLInputElement>(null);
  const shown = useEarlyInput('value', field, words, setWords);
  const search = useMemo(() => createRuleSearch(ruleset), [ruleset]);
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
            ref={field}
            id={id}
            data-kept="filter"
            type="search"
            value={shown}
            onChange={(event) => setWords(event.target.value)}
            autoComplete="off"
            spellCheck={false}
          />
        </div>
      </search>
      <p role="status" className={styles.count}>
        {say(matches.rules.length, matches.all, ruleset.rules.length, settled)}
      </p>
      <RuleList rules={matches.rules} level={2} />
    </>
  );
}

function say(found: number, all: boolean, total: number, words: string): string {
  if (!words.trim()) return `${total} errors`;
  if (found === 0) return 'No matches. Try fewer or different words.';
  if (!all) return 'No error matches all of these words. Closest matches:';
  return `${found} of ${total} errors`;
}
