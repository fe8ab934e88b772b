import { useId, useRef } from 'react';
import { ExternalLink } from '../../components/external-link';
import { Paragraph, Prose } from '../../components/prose';
import type { Resolution } from '../../core/ruleset/schema';
import { situationOf } from '../../core/ruleset/situation';
import { useEarlyChecked } from '../../lib/use-early-input';
import { useCard } from './card-context';
import styles from './resolutions.module.css';
import { SideSwitch } from './sides';
import { Progress, Steps } from './steps';

/**
 * The ways out of an error. Of several, the one for the reader's situation is open, or else the first; the others are a
 * press away. On paper and without scripts, all that may apply are there.
 */
export function Resolutions() {
  const { rule, fitting, situation } = useCard();
  const id = useId();
  const isChosen = fitting.length > 0;
  const choices = rule.resolutions.length > 1 ? rule.resolutions.flatMap((each) => situationOf(each) ?? []) : [];
  const chosen = isChosen ? situation : choices[0];
  const isOpen = (resolution: Resolution) =>
    choices.length === 0 || [chosen, undefined].includes(situationOf(resolution));
  const open = rule.resolutions.filter(isOpen);
  return (
    <>
      {choices.length > 0 && (
        <div role="radiogroup" aria-labelledby={id} className={`${styles.choice} unprinted needs-script`}>
          <p id={id}>What applies to you?</p>
          <div className={styles.tabs} data-many={choices.length > 3 || undefined}>
            {rule.resolutions.map((resolution) => {
              const value = situationOf(resolution);
              return value && <Tab key={value} {...{ resolution, value, group: id, isChosen: value === chosen }} />;
            })}
          </div>
        </div>
      )}
      <div className={`${styles.bar} unprinted`}>
        <strong>Steps</strong>
        <Progress resolutions={open} />
        <SideSwitch resolutions={open} />
      </div>
      {rule.resolutions.map((resolution) => (
        <Way
          key={resolution.title}
          resolution={resolution}
          isOpen={isOpen(resolution)}
          // What was chosen leaves out the others for good.
          className={isChosen ? styles.other : undefined}
        />
      ))}
    </>
  );
}

type TabProps = { resolution: Resolution; value: string; group: string; isChosen: boolean };

function Tab({ resolution: { title, when }, value, group, isChosen }: TabProps) {
  const { side, onChoice } = useCard();
  const radio = useRef<HTMLInputElement>(null);
  const id = `${group}-${value}`;
  const choose = () => onChoice({ situation: value, side });
  const isChecked = useEarlyChecked(radio, isChosen, (early) => early && choose());
  return (
    <label className={styles.tab}>
      <input
        ref={radio}
        type="radio"
        name={group}
        aria-labelledby={id}
        aria-describedby={when && `${id}-when`}
        checked={isChecked}
        onChange={choose}
      />
      <strong id={id}>{title}</strong>
      {when && (
        <span id={`${id}-when`} className={styles.when}>
          <Prose text={when} />
        </span>
      )}
    </label>
  );
}

type WayProps = { resolution: Resolution; isOpen: boolean; className: string | undefined };

/** What to do in one situation. The choice above names it; where there is no choice, its title does. */
function Way({ resolution, isOpen, className = '' }: WayProps) {
  const { level, rule } = useCard();
  const Heading = level === 2 ? 'h3' : 'h4';
  return (
    <article className={`${styles.way} ${className}`} hidden={!isOpen}>
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
