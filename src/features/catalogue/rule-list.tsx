import { Link } from 'react-router-dom';
import { Prose } from '../../components/prose';
import type { Rule } from '../../core/ruleset/schema';
import { causeOf } from '../../core/ruleset/situation';
import styles from './rule-list.module.css';

/** Errors to choose from, each with its cause. `level` is the level of their headings. */
export function RuleList({ rules, level }: { rules: readonly Rule[]; level: 2 | 3 | 4 }) {
  const Heading = `h${level}` as const;
  return (
    <ul className={styles.list}>
      {rules.map((rule) => (
        <li key={rule.id} className={styles.item}>
          <Heading className={styles.title}>
            <Link to={`/errors/${rule.id}`}>{rule.title}</Link>
          </Heading>
          <p className={styles.cause}>
            <Prose text={causeOf(rule)} />
          </p>
        </li>
      ))}
    </ul>
  );
}
