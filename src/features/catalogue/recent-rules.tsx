import { useEffect } from 'react';
import { Link } from 'react-router-dom';
import type { Ruleset } from '../../core/ruleset/schema';
import { useKeptValue } from '../../lib/use-kept-value';
import styles from './recent-rules.module.css';

const useRecentIds = () => useKeptValue<readonly string[]>('device', 'recent', []);

/** Notes that a rule's card was opened. Renders nothing. */
export function NoteOpened({ id }: { id: string }) {
  const [, setIds] = useRecentIds();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each card
  useEffect(() => setIds((before) => [id, ...before.filter((other) => other !== id)].slice(0, 5)), [id]);
  return null;
}

/** The cards that were opened last on this device; nothing if there are none. */
export function RecentRules({ ruleset }: { ruleset: Ruleset }) {
  const [ids, setIds] = useRecentIds();
  const rules = ids.flatMap((id) => ruleset.rules.find((rule) => rule.id === id) ?? []);
  if (rules.length === 0) return null;
  return (
    <nav aria-label="Recently opened" className={styles.recent}>
      Recently opened
      <ul>
        {rules.map(({ id, title }) => (
          <li key={id}>
            <Link to={`/errors/${id}`}>{title}</Link>
          </li>
        ))}
      </ul>
      <button type="button" className="link-button" onClick={() => setIds([])}>
        Clear
      </button>
    </nav>
  );
}
