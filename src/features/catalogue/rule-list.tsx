import { Link } from 'react-router-dom';
import { Message } from '../../components/message';
import { Paragraph, Prose } from '../../components/prose';
import type { Rule } from '../../core/ruleset/schema';
import styles from './rule-list.module.css';

/** Errors to choose from, with their messages and causes. `level` is the level of their headings. */
export function RuleList({ rules, level }: { rules: readonly Rule[]; level: 2 | 3 }) {
  const Heading = `h${level}` as const;
  return (
    <ul className={styles.list}>
      {rules.map((rule) => (
        <li key={rule.id} className={styles.item}>
          <Heading className={styles.title}>
            <Link to={`/errors/${rule.id}`}>{rule.title}</Link>
          </Heading>
          {rule.signatures.map((signature) => (
            <p key={signature} className={styles.message}>
              <Message signature={signature} />
            </p>
          ))}
          <Paragraph text={rule.symptom} />
          <ul className={styles.causes}>
            {rule.causes.map((cause) => (
              <li key={cause.id}>
                <Prose text={cause.text} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
