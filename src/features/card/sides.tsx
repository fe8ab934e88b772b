import { useId, useMemo, useRef } from 'react';
import type { Resolution, Ruleset } from '../../core/ruleset/schema';
import { type TickableStep, tickableSteps } from '../../lib/ticks';
import { useEarlyChecked } from '../../lib/use-early-input';
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
  const { procedures, rules } = useCard().ruleset;
  const all = useMemo(() => {
    const steps = [...procedures, ...rules.flatMap(({ resolutions }) => resolutions)].flatMap((each) => each.steps);
    return [...new Set(steps.map((step) => step.side))];
  }, [procedures, rules]);
  return (
    <span className={`chip ${styles.side}`} data-side={all.indexOf(side)}>
      <span className="visually-hidden">Where: </span>
      {side}
    </span>
  );
}

/** Shows the steps of all sides or of one. */
export function SideSwitch({ resolutions }: { resolutions: readonly Resolution[] }) {
  const group = useId();
  const { ruleset, side: chosen } = useCard();
  const sides = sidesIn(resolutions, ruleset);
  if (sides.length < 2) return null;
  return (
    <>
      <div role="radiogroup" aria-label="Steps of" className={`${styles.switch} unprinted needs-script`}>
        {[undefined, ...sides].map((side) => (
          <SideOption key={side ?? ''} side={side} group={group} />
        ))}
      </div>
      {chosen && sides.filter((side) => side !== chosen).map((side) => <SendRest key={side} side={side} />)}
    </>
  );
}

function SideOption({ side, group }: { side: string | undefined; group: string }) {
  const { situation, side: chosen, onChoice } = useCard();
  const radio = useRef<HTMLInputElement>(null);
  const choose = () => onChoice({ situation, side });
  const isChecked = useEarlyChecked(radio, side === chosen, (early) => early && choose());
  return (
    <label>
      <input ref={radio} type="radio" name={group} className="visually-hidden" checked={isChecked} onChange={choose} />
      {side ?? 'All'}
    </label>
  );
}
