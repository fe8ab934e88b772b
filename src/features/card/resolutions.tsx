import { useId } from 'react';
import type { Cause, Resolution, Rule, Ruleset, Step } from '../../core/ruleset/schema';
import { ExternalLink } from '../../ui/external-link';
import { Heading, type HeadingLevel } from '../../ui/heading';
import { Prose } from '../../ui/prose';
import styles from './resolutions.module.css';
import { Steps } from './steps';

/**
 * The ways out of an error. Where there are several, a list says first which is whose, and leads there; if the
 * likely cause is known, what answers it comes first, and the rest is folded up.
 */
export function Resolutions({
  rule,
  ruleset,
  level,
  likely,
}: {
  rule: Rule;
  ruleset: Ruleset;
  level: 2 | 3;
  likely: Cause | undefined;
}) {
  const id = useId();
  const fitting = rule.resolutions.filter(({ answers }) => answers && answers === likely?.id);
  const others = rule.resolutions.filter((resolution) => !fitting.includes(resolution));
  const firstUses = new Map<string, Step>();
  for (const step of [...fitting, ...others].flatMap(({ steps }) => steps)) {
    if (step.procedure && !firstUses.has(step.procedure)) firstUses.set(step.procedure, step);
  }
  const isRepeated = (step: Step) => firstUses.get(step.procedure ?? '') !== step;

  const [only, second] = rule.resolutions;
  // An only way out needs no title: it would say again what its steps say.
  if (only && !second) return <Way resolution={only} ruleset={ruleset} isRepeated={isRepeated} />;
  const article = (resolution: Resolution) => (
    <article key={resolution.title} className={styles.option}>
      <header>
        <Heading
          level={(level + 1) as HeadingLevel}
          id={`${id}-${rule.resolutions.indexOf(resolution)}`}
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
  );
  if (fitting.length > 0) {
    return (
      <>
        {fitting.map(article)}
        {others.length > 0 && (
          <details className={styles.others}>
            <summary>If it is another cause</summary>
            {others.map(article)}
          </details>
        )}
      </>
    );
  }
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
      {rule.resolutions.map(article)}
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
