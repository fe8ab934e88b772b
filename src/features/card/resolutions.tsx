import { useId, useRef } from 'react';
import { ExternalLink } from '../../components/external-link';
import { Heading, type HeadingLevel } from '../../components/heading';
import { Prose } from '../../components/prose';
import type { Resolution, Rule, Ruleset, Step } from '../../core/ruleset/schema';
import { situationOf, splitResolutions } from '../../core/ruleset/situation';
import { useEarlyChecked } from '../../lib/use-early-input';
import { Progress } from './progress';
import styles from './resolutions.module.css';
import { Steps } from './steps';
import type { Ticks } from './ticks';

/**
 * The resolutions of an error. If there are several, it asks for the reader's situation; its resolution then comes first,
 * and the others are closed.
 */
export function Resolutions({
  rule,
  level,
  situation,
  onSituation,
  ...shared
}: {
  rule: Rule;
  ruleset: Ruleset;
  level: 2 | 3;
  situation: string | undefined;
  onSituation: (situation: string) => void;
  ticks: Ticks;
  message: string;
}) {
  const id = useId();
  const { fitting, others } = splitResolutions(rule, situation);
  const firstUses = new Map<string, Step>();
  for (const step of [...fitting, ...others].flatMap(({ steps }) => steps)) {
    if (step.procedure && !firstUses.has(step.procedure)) firstUses.set(step.procedure, step);
  }
  const body = (resolution: Resolution) => (
    <ResolutionBody
      resolution={resolution}
      isRepeated={(step) => firstUses.get(step.procedure ?? '') !== step}
      {...shared}
    />
  );

  const [only, second] = rule.resolutions;
  // A single resolution needs no title, which would repeat what its steps say.
  if (only && !second) return body(only);
  const article = (resolution: Resolution) => (
    <article key={resolution.title} className={styles.option}>
      <header>
        <Heading level={(level + 1) as HeadingLevel} className={styles.title}>
          {resolution.title}
        </Heading>
        {resolution.when && (
          <p className={styles.when}>
            <Prose text={resolution.when} />
          </p>
        )}
      </header>
      {body(resolution)}
    </article>
  );
  return (
    <>
      <div role="radiogroup" aria-labelledby={id} className={`${styles.situations} unprinted needs-script`}>
        <p id={id}>Which situation is yours?</p>
        {rule.resolutions.map((resolution) => {
          const value = situationOf(resolution);
          return (
            value && (
              <Situation
                key={value}
                resolution={resolution}
                group={id}
                isChosen={value === situation}
                onChoose={() => onSituation(value)}
              />
            )
          );
        })}
      </div>
      {fitting.map(article)}
      {fitting.length > 0 && others.length > 0 ? (
        <details className={`${styles.others} unprinted`}>
          <summary>Other situations</summary>
          {others.map(article)}
        </details>
      ) : (
        others.map(article)
      )}
    </>
  );
}

function Situation({
  resolution: { title, when },
  group,
  isChosen,
  onChoose,
}: {
  resolution: Resolution;
  group: string;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const radio = useRef<HTMLInputElement>(null);
  const isChecked = useEarlyChecked(radio, isChosen, (early) => early && onChoose());
  return (
    <label className={styles.situation}>
      <input ref={radio} type="radio" name={group} checked={isChecked} onChange={onChoose} />
      <span>
        {when && (
          <>
            <Prose text={when} />:{' '}
          </>
        )}
        <strong>{title}</strong>
      </span>
    </label>
  );
}

function ResolutionBody({
  resolution,
  ruleset,
  ticks,
  message,
  isRepeated,
}: {
  resolution: Resolution;
  ruleset: Ruleset;
  ticks: Ticks;
  message: string;
  isRepeated: (step: Step) => boolean;
}) {
  return (
    <>
      {resolution.intro && (
        <p>
          <Prose text={resolution.intro} />
        </p>
      )}
      <Steps resolution={resolution} ruleset={ruleset} ticks={ticks} message={message} isRepeated={isRepeated} />
      <Progress resolution={resolution} ruleset={ruleset} ticks={ticks} />
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
