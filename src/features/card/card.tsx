import type { Finding } from '../../core/diagnosis';
import type { Cause, Rule, Ruleset } from '../../core/ruleset/schema';
import { Prose } from '../../ui/prose';
import { SourceLine } from '../../ui/source-line';
import styles from './card.module.css';
import { ErrorMessage } from './error-message';
import { Neighbours } from './neighbours';
import { Resolutions } from './resolutions';
import { Section } from './section';

/**
 * One error's whole card below its title: message, cause, resolution, neighbours, source. `level` is the level
 * of its section headings. With a finding the message is the one that was found, the reader's values in it. With a
 * cause (an id) that cause and what answers it come first; an unknown one counts as none.
 */
export function Card({
  rule,
  ruleset,
  level,
  finding,
  cause,
}: {
  rule: Rule;
  ruleset: Ruleset;
  level: 2 | 3;
  finding?: Finding;
  cause?: string | undefined;
}) {
  const likely = rule.causes.find(({ id }) => id === cause);
  return (
    <div className={styles.card}>
      <Section title="Error message" level={level}>
        <ErrorMessage rule={rule} finding={finding} />
      </Section>
      <Section title="Cause" level={level}>
        <Causes rule={rule} likely={likely} />
      </Section>
      <Section title="Resolution" level={level}>
        <Resolutions rule={rule} ruleset={ruleset} level={level} likely={likely} />
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

function Causes({ rule, likely }: { rule: Rule; likely: Cause | undefined }) {
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
