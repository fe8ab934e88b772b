import { Prose } from '../../components/prose';
import type { Cause, Rule } from '../../core/ruleset/schema';
import styles from './causes.module.css';

/** Why the error appears; the likely cause first, if it is known. */
export function Causes({ rule, likely }: { rule: Rule; likely: Cause | undefined }) {
  const first = likely ?? (rule.causes.length === 1 ? rule.causes[0] : undefined);
  const others = rule.causes.filter((cause) => cause !== first);
  return (
    <>
      {first && (
        <p className={styles.cause}>
          <Prose text={first.text} />
        </p>
      )}
      {others.length > 0 && (
        <>
          <p>{first ? 'It could also be one of these:' : 'One of these:'}</p>
          <ul className={styles.causes}>
            {others.map((cause) => (
              <li key={cause.id} className={first ? undefined : styles.cause}>
                <Prose text={cause.text} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
