import type { Finding } from '../../core/diagnosis';
import type { Rule, Ruleset } from '../../core/ruleset/schema';
import { Prose } from '../../ui/prose';
import { SourceLine } from '../../ui/source-line';
import styles from './card.module.css';
import { ErrorMessage } from './error-message';
import { Neighbours } from './neighbours';
import { Resolutions } from './resolutions';
import { Section } from './section';

/**
 * One error's whole card below its title: message, cause, resolution, neighbours, source. `level` is the level
 * of its section headings. With a finding the message is the one that was found, the reader's values in it.
 */
export function Card({
  rule,
  ruleset,
  level,
  finding,
}: {
  rule: Rule;
  ruleset: Ruleset;
  level: 2 | 3;
  finding?: Finding;
}) {
  return (
    <div className={styles.card}>
      <Section title="Error message" level={level}>
        <ErrorMessage rule={rule} finding={finding} />
      </Section>
      <Section title="Cause" level={level}>
        {rule.causes.length === 1 ? (
          rule.causes.map((cause) => (
            <p key={cause.id} className={styles.cause}>
              <Prose text={cause.text} />
            </p>
          ))
        ) : (
          <>
            <p>One of these:</p>
            <ul className={styles.causes}>
              {rule.causes.map((cause) => (
                <li key={cause.id} className={styles.cause}>
                  <Prose text={cause.text} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Section>
      <Section title="Resolution" level={level}>
        <Resolutions rule={rule} ruleset={ruleset} level={level} />
      </Section>
      {rule.similar.length > 0 && (
        <Section title="Easily confused with" level={level}>
          <Neighbours rule={rule} ruleset={ruleset} />
        </Section>
      )}
      <footer className={styles.source}>
        <SourceLine citation={rule.source} sources={ruleset.sources} />
      </footer>
    </div>
  );
}
