import { useId } from 'react';
import { ExternalLink } from '../../components/external-link';
import { Paragraph, Prose } from '../../components/prose';
import { RadioOption } from '../../components/radio-option';
import type { Resolution } from '../../core/ruleset/schema';
import { situationOf } from '../../core/ruleset/situation';
import { useCard } from './card-context';
import styles from './resolutions.module.css';
import { SideSwitch } from './sides';
import { Progress, Steps } from './steps';

/**
 * The ways out of an error. Of several, the one for the reader's situation is open, or else the first; the others are a
 * press away, unless the situation `isFixed`. On paper and without scripts, all that may apply are there.
 */
export function Resolutions({ isFixed = false }) {
  const { rule, fitting, side, onChoice } = useCard();
  const id = useId();
  const ways = isFixed ? fitting : rule.resolutions;
  const choices = ways.length > 1 ? ways.filter(situationOf) : [];
  const open = fitting.length > 0 ? fitting : choices.slice(0, 1);
  const isOpen = (resolution: Resolution) => !choices.includes(resolution) || open.includes(resolution);
  return (
    <>
      {choices.length > 0 && (
        <div role="radiogroup" aria-labelledby={id} className={`${styles.choice} unprinted needs-script`}>
          <p id={id}>What applies to you?</p>
          <div className={styles.tabs}>
            {choices.map((resolution, i) => (
              <RadioOption
                key={resolution.title}
                className={styles.tab}
                name={id}
                aria-labelledby={`${id}-${i}`}
                aria-describedby={`${id}-${i}-when`}
                checked={open.includes(resolution)}
                onChoose={() => onChoice({ situation: situationOf(resolution), side })}
              >
                <strong id={`${id}-${i}`}>{resolution.title}</strong>
                <span id={`${id}-${i}-when`} className={styles.when}>
                  <Prose text={resolution.when ?? ''} />
                </span>
              </RadioOption>
            ))}
          </div>
        </div>
      )}
      <div className={`${styles.bar} unprinted`}>
        <strong>Steps</strong>
        <Progress resolutions={ways.filter(isOpen)} />
        <SideSwitch resolutions={ways.filter(isOpen)} />
      </div>
      {ways.map((resolution) => (
        <Way key={resolution.title} resolution={resolution} isOpen={isOpen(resolution)} />
      ))}
    </>
  );
}

/** What to do in one situation. On paper, a choice that the reader made leaves out the others. */
function Way({ resolution, isOpen }: { resolution: Resolution; isOpen: boolean }) {
  const { level, rule, fitting } = useCard();
  const Heading = level === 2 ? 'h3' : 'h4';
  return (
    <article className={`${styles.way} ${fitting.length > 0 ? styles.other : ''}`} hidden={!isOpen}>
      {rule.resolutions.length > 1 && (
        <header className={`${styles.title} visually-hidden`}>
          <Heading>{resolution.title}</Heading>
          <Paragraph text={resolution.when} />
        </header>
      )}
      <Steps resolution={resolution} />
      <Paragraph text={resolution.intro} className={styles.note} />
      {resolution.links.length > 0 && (
        <ul className={styles.links}>
          {resolution.links.map((link) => (
            <li key={link.url}>
              <ExternalLink href={link.url}>{link.text}</ExternalLink>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
