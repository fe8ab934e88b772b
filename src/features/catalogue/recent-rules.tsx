import { type MouseEvent, useEffect } from 'react';
import { Link } from 'react-router-dom';
import type { Ruleset } from '../../core/ruleset/schema';
import { useKeptValue } from '../../lib/use-kept-value';
import styles from './recent-rules.module.css';

const NONE: readonly string[] = [];
const MAX_KEPT = 5;

/** The ids of the rules whose cards were opened on this device, the latest first. */
const useRecent = () => useKeptValue('device', 'recent', NONE);

/** Notes that a rule's card was opened. Renders nothing. */
export function NoteOpened({ id }: { id: string }) {
  const [, setIds] = useRecent();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each card
  useEffect(() => {
    setIds((before) => [id, ...before.filter((other) => other !== id)].slice(0, MAX_KEPT));
  }, [id]);
  return null;
}

/** The cards that were opened last on this device; nothing if there are none. */
export function RecentRules({ ruleset }: { ruleset: Ruleset }) {
  const [ids, setIds] = useRecent();
  const rules = ids.flatMap((id) => ruleset.rules.find((rule) => rule.id === id) ?? []);
  if (rules.length === 0) return null;
  const clear = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    // The button goes away.
    currentTarget.closest('nav')?.nextElementSibling?.querySelector('a')?.focus();
    setIds(NONE);
  };
  return (
    <nav aria-labelledby="recent" className={styles.recent}>
      <h3 id="recent">Recently opened</h3>
      <ul>
        {rules.map(({ id, title }) => (
          <li key={id}>
            <Link to={`/errors/${id}`}>{title}</Link>
          </li>
        ))}
      </ul>
      <button type="button" className="link-button" onClick={clear}>
        Clear
      </button>
    </nav>
  );
}
