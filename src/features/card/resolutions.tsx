import { useId } from 'react';
import type { Resolution, Rule, Ruleset, Step } from '../../core/ruleset/schema';
import { ExternalLink } from '../../ui/external-link';
import { Heading, type HeadingLevel } from '../../ui/heading';
import { Prose } from '../../ui/prose';
import styles from './resolutions.module.css';
import { Steps } from './steps';

/** The ways out of an error. Where there are several, a list says first which is whose, and leads there. */
export function Resolutions({
  rule,
  ruleset,
  level,
}: {
  rule: Rule;
  ruleset: Ruleset;
  level: 2 | 3;
}) {
  const id = useId();
  const firstUses = new Map<string, Step>();
  for (const step of rule.resolutions.flatMap(({ steps }) => steps)) {
    if (step.procedure && !firstUses.has(step.procedure)) firstUses.set(step.procedure, step);
  }
  const isRepeated = (step: Step) => firstUses.get(step.procedure ?? '') !== step;

  const [only, second] = rule.resolutions;
  // An only way out needs no title: it would say again what its steps say.
  if (only && !second) return <Way resolution={only} ruleset={ruleset} isRepeated={isRepeated} />;
  return (
    <>
      <p>Which situation is yours?</p>
      <ul className={styles.situations}>
        {rule.resolutions.map((resolution, i) => (
          <li key={resolution.title}>
            {resolution.when && (
              <>
                <Prose text={resolution.when} />:{' '}
              </>
            )}
            <button
              type="button"
              className="link-button"
              onClick={() => document.getElementById(`${id}-${i}`)?.focus()}
            >
              {resolution.title}
            </button>
          </li>
        ))}
      </ul>
      {rule.resolutions.map((resolution, i) => (
        <article key={resolution.title} className={styles.option}>
          <header>
            <Heading
              level={(level + 1) as HeadingLevel}
              id={`${id}-${i}`}
              tabIndex={-1}
              className={styles.title}
            >
              {resolution.title}
            </Heading>
            {resolution.when && (
              <p className={styles.when}>
                <Prose text={resolution.when} />
              </p>
            )}
          </header>
          <Way resolution={resolution} ruleset={ruleset} isRepeated={isRepeated} />
        </article>
      ))}
    </>
  );
}

function Way({
  resolution,
  ruleset,
  isRepeated,
}: {
  resolution: Resolution;
  ruleset: Ruleset;
  isRepeated: (step: Step) => boolean;
}) {
  return (
    <>
      {resolution.intro && (
        <p>
          <Prose text={resolution.intro} />
        </p>
      )}
      <Steps steps={resolution.steps} ruleset={ruleset} isRepeated={isRepeated} />
      {resolution.links.length > 0 && (
        <ul className={styles.links}>
          {resolution.links.map((link) => (
            <li key={link.url}>
              <ExternalLink href={link.url}>{link.text}</ExternalLink>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
