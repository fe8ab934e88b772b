import { Link } from 'react-router-dom';
import { Prose } from '../../components/prose';
import type { Rule, Ruleset } from '../../core/ruleset/schema';
import styles from './neighbours.module.css';

/** The errors easily taken for this one, each with what tells it apart. */
export function Neighbours({ rule, ruleset }: { rule: Rule; ruleset: Ruleset }) {
  const titles = new Map(ruleset.rules.map(({ id, title }) => [id, title]));
  return (
    <ul className={styles.neighbours}>
      {rule.similar.map((similar) => (
        <li key={similar.rule}>
          <Link to={`/errors/${similar.rule}`}>{titles.get(similar.rule)}</Link>
          <p>
            <Prose text={similar.difference} />
          </p>
        </li>
      ))}
    </ul>
  );
}
