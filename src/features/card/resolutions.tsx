import { useId } from 'react';
import { LinkList } from '../../components/external-link';
import { Paragraph, Prose } from '../../components/prose';
import { RadioOption } from '../../components/radio-option';
import type { Resolution } from '../../core/ruleset/schema';
import { situationOf } from '../../core/ruleset/situation';
import { stepsOf } from '../../lib/ticks';
import { useCard } from './card-context';
import { SendRest } from './hand-over';
import styles from './resolutions.module.css';
import { Progress, Steps } from './steps';

/**
 * The ways out of an error. Of several, the one for the reader's situation is open, or else the first; the others are a
 * press away, unless the situation `isFixed`. On paper and without scripts, all that may apply are there.
 */
export function Resolutions({ isFixed = false }) {
  const { rule, chosen, choose } = useCard();
  const id = useId();
  const ways = isFixed && chosen ? [chosen] : rule.resolutions;
  const choices = ways.length > 1 ? ways.filter(situationOf) : [];
  const first = chosen ?? choices[0];
  const isOpen = (resolution: Resolution) => !choices.includes(resolution) || resolution === first;
  const open = ways.filter(isOpen);
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
                checked={resolution === first}
                onChoose={() => choose({ situation: situationOf(resolution) })}
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
        <Progress resolutions={open} />
        <SideSwitch resolutions={open} />
      </div>
      {ways.map((resolution) => (
        <Way key={resolution.title} resolution={resolution} isOpen={isOpen(resolution)} />
      ))}
    </>
  );
}

/** What to do in one situation. On paper, a choice that the reader made leaves out the others. */
function Way({ resolution, isOpen }: { resolution: Resolution; isOpen: boolean }) {
  const { level, rule, chosen } = useCard();
  const Heading = level === 2 ? 'h3' : 'h4';
  return (
    <article className={`${styles.way} ${chosen ? styles.other : ''}`} hidden={!isOpen}>
      {rule.resolutions.length > 1 && (
        <header className={`${styles.title} visually-hidden`}>
          <Heading>{resolution.title}</Heading>
          <Paragraph text={resolution.when} />
        </header>
      )}
      <Steps resolution={resolution} />
      <Paragraph text={resolution.intro} className={styles.note} />
      <LinkList links={resolution.links} className={styles.links} />
    </article>
  );
}

/** Shows the steps of all sides or of one. */
function SideSwitch({ resolutions }: { resolutions: readonly Resolution[] }) {
  const group = useId();
  const { ruleset, side: chosen, choose } = useCard();
  const steps = stepsOf(resolutions, ruleset).flatMap(({ step, parts }) => [step, ...parts]);
  const sides = [...new Set(steps.flatMap(({ side }) => side ?? []))];
  if (sides.length < 2) return null;
  return (
    <>
      <div role="radiogroup" aria-label="Show steps of" className={`${styles.switch} unprinted needs-script`}>
        {[undefined, ...sides].map((side) => (
          <RadioOption key={side ?? ''} name={group} checked={side === chosen} onChoose={() => choose({ side })}>
            {side ?? 'All'}
          </RadioOption>
        ))}
      </div>
      {chosen && sides.map((side) => side !== chosen && <SendRest key={side} side={side} />)}
    </>
  );
}
