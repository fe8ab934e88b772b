import { Link } from 'react-router-dom';
import { Heading, type HeadingLevel } from '../../components/heading';
import { Message } from '../../components/message';
import { Prose } from '../../components/prose';
import type { Rule } from '../../core/ruleset/schema';
import styles from './rule-list.module.css';

/** Errors to choose from: title, message, causes. `level` is the level of their headings. */
export function RuleList({ rules, level }: { rules: readonly Rule[]; level: HeadingLevel }) {
  return (
    <ul className={styles.list}>
      {rules.map((rule) => (
        <li key={rule.id} className={styles.item}>
          <Heading level={level} className={styles.title}>
            <Link to={`/errors/${rule.id}`}>{rule.title}</Link>
          </Heading>
          {rule.signatures.map((signature) => (
            <p key={signature} className={styles.message}>
              <Message signature={signature} />
            </p>
          ))}
          {rule.symptom && (
            <p>
              <Prose text={rule.symptom} />
            </p>
          )}
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
