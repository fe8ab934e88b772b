import { useId } from 'react';
import { RadioOption } from '../../components/radio-option';
import type { Resolution, Ruleset } from '../../core/ruleset/schema';
import { type TickableStep, tickableSteps } from '../../lib/ticks';
import { useCard } from './card-context';
import { SendRest } from './hand-over';
import styles from './sides.module.css';

/** The sides on which resolutions have something to do, in order, each once. */
export function sidesIn(resolutions: readonly Resolution[], ruleset: Ruleset): string[] {
  const steps = resolutions
    .flatMap((resolution) => tickableSteps(resolution, ruleset))
    .flatMap(({ step, parts }) => [step, ...parts]);
  return [...new Set(steps.flatMap(({ side }) => side ?? []))];
}

/** Whether a step, or a part of it, belongs to a side; one that names none belongs to all. */
export function isOnSide({ step, parts }: TickableStep, side: string | undefined): boolean {
  return !side || !step.side || [step, ...parts].some((each) => each.side === side);
}

/** Where a step is done, in words and in the side's own colour. */
export function SideChip({ side }: { side: string }) {
  const { sides } = useCard().ruleset;
  return (
    <span className={`chip ${styles.side}`} data-colour={sides.find(({ name }) => name === side)?.colour}>
      <span className="visually-hidden">Where: </span>
      {side}
    </span>
  );
}

/** Shows the steps of all sides or of one. */
export function SideSwitch({ resolutions }: { resolutions: readonly Resolution[] }) {
  const group = useId();
  const { ruleset, situation, side: chosen, onChoice } = useCard();
  const sides = sidesIn(resolutions, ruleset);
  if (sides.length < 2) return null;
  return (
    <>
      <div role="radiogroup" aria-label="Steps of" className={`${styles.switch} unprinted needs-script`}>
        {[undefined, ...sides].map((side) => (
          <RadioOption
            key={side ?? ''}
            name={group}
            checked={side === chosen}
            onChoose={() => onChoice({ situation, side })}
          >
            {side ?? 'All'}
          </RadioOption>
        ))}
      </div>
      {chosen && sides.filter((side) => side !== chosen).map((side) => <SendRest key={side} side={side} />)}
    </>
  );
}
