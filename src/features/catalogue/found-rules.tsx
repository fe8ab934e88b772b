import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import type { Ruleset } from '../../core/ruleset/schema';
import styles from './found-rules.module.css';
import { RuleList } from './rule-list';
import { createRuleSearch } from './rule-search';
import { useSearchWords } from './search-words';

/** The errors that hold the words of the search, all of them if there are none, and other ways on if no error does. */
export default function FoundRules({ ruleset }: { ruleset: Ruleset }) {
  const [words] = useSearchWords();
  const search = useMemo(() => createRuleSearch(ruleset), [ruleset]);
  const { found, all } = useMemo(() => search(words), [search, words]);
  return (
    <>
      <p role="status" className={styles.count}>
        {say(found.size, all, ruleset.rules.length, words)}
      </p>
      {found.size > 0 && <RuleList rules={[...found.keys()]} found={found} level={2} />}
      {!all && (
        <p className={styles.ways}>
          <Link to="/">Paste the whole message</Link>
          {ruleset.questions.length > 0 && <Link to="/wizard">Answer a few questions instead</Link>}
        </p>
      )}
    </>
  );
}

function say(found: number, all: boolean, total: number, words: string): string {
  if (!words.trim()) return `${total} errors`;
  if (found === 0) return 'No error has these words. Try fewer or other words.';
  if (!all) return 'No error has all of these words. Closest matches:';
  return `${found} of ${total} errors`;
}
