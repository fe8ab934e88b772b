import { Link } from 'react-router-dom';
import type { Ruleset } from '../../core/ruleset/schema';
import styles from './found-rules.module.css';
import { RuleList } from './rule-list';
import { useRuleSearch } from './rule-search';
import { useSearchWords } from './search-box';

/** The errors that hold the words of the search, or all until there are some. If no error holds them all, other ways on. */
export default function FoundRules({ ruleset }: { ruleset: Ruleset }) {
  const [words] = useSearchWords();
  const { found, all } = useRuleSearch(ruleset, words);
  const rules = all && found.size === 0 ? ruleset.rules : [...found.keys()];
  const count = rules.length < ruleset.rules.length ? `${rules.length} of ${ruleset.rules.length}` : rules.length;
  const closest = rules.length > 0 ? 'No error has all of these words. Closest matches:' : 'No error has these words.';
  return (
    <>
      <p role="status" className={styles.count}>
        {all ? `${count} ${count === 1 ? 'error' : 'errors'}` : closest}
      </p>
      {rules.length > 0 && <RuleList rules={rules} found={found} level={2} />}
      {!all && (
        <p className={styles.ways}>
          <Link to="/">Paste the whole message</Link>
          {ruleset.questions.length > 0 && <Link to="/wizard">Answer a few questions instead</Link>}
        </p>
      )}
    </>
  );
}
