import { useId, useRef } from 'react';
import { ExternalLink } from '../../components/external-link';
import { Paragraph, Prose } from '../../components/prose';
import type { Resolution } from '../../core/ruleset/schema';
import { situationOf } from '../../core/ruleset/situation';
import { useEarlyChecked } from '../../lib/use-early-input';
import { useCard } from './card-context';
import styles from './resolutions.module.css';
import { Steps } from './steps';

/**
 * The resolutions of an error. If there are several, it asks for the reader's situation; its resolution then comes first,
 * and the others are folded up.
 */
export function Resolutions() {
  const { rule, fitting, others } = useCard();
  const id = useId();
  const [only, second] = rule.resolutions;
  // A single resolution needs no title, which would repeat what its steps say.
  if (only && !second) return <ResolutionBody resolution={only} />;
  const toArticle = (resolution: Resolution) => <ResolutionArticle key={resolution.title} resolution={resolution} />;
  return (
    <>
      <div role="radiogroup" aria-labelledby={id} className={`${styles.situations} unprinted needs-script`}>
        <p id={id}>Which situation applies to you?</p>
        {rule.resolutions.map((resolution) => {
          const value = situationOf(resolution);
          return value && <Situation key={value} resolution={resolution} value={value} group={id} />;
        })}
      </div>
      {fitting.map(toArticle)}
      {fitting.length > 0 && others.length > 0 ? (
        <details className={`${styles.others} unprinted`}>
          <summary>Other situations</summary>
          {others.map(toArticle)}
        </details>
      ) : (
        others.map(toArticle)
      )}
    </>
  );
}

function Situation({ resolution, value, group }: { resolution: Resolution; value: string; group: string }) {
  const { title, when } = resolution;
  const { situation, onSituation } = useCard();
  const radio = useRef<HTMLInputElement>(null);
  const isChecked = useEarlyChecked(radio, value === situation, (early) => early && onSituation(value));
  return (
    <label className={styles.situation}>
      <input ref={radio} type="radio" name={group} checked={isChecked} onChange={() => onSituation(value)} />
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

function ResolutionArticle({ resolution }: { resolution: Resolution }) {
  const Heading = useCard().level === 2 ? 'h3' : 'h4';
  return (
    <article className={styles.option}>
      <header>
        <Heading className={styles.title}>{resolution.title}</Heading>
        <Paragraph text={resolution.when} className={styles.when} />
      </header>
      <ResolutionBody resolution={resolution} />
    </article>
  );
}

function ResolutionBody({ resolution }: { resolution: Resolution }) {
  return (
    <>
      <Paragraph text={resolution.intro} />
      <Steps resolution={resolution} />
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
