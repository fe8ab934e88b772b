import { useEffect, useId, useRef } from 'react';
import { Link } from 'react-router-dom';
import { Paragraph, Prose } from '../../components/prose';
import { SourceLine } from '../../components/source-line';
import type { Resolution } from '../../core/ruleset/schema';
import { stepsOf, type TickableStep, tickableSteps } from '../../lib/ticks';
import { useEarlyInput } from '../../lib/use-early-input';
import { useCard } from './card-context';
import { SnippetView } from './snippet-view';
import styles from './steps.module.css';

/** The steps of a resolution, to be ticked off; those of one side alone if the reader chose it. */
export function Steps({ resolution }: { resolution: Resolution }) {
  const { rule, ruleset, side, chosen } = useCard();
  const steps = tickableSteps(resolution, ruleset);
  // On paper, where all ways follow one another, the details of a step that several share are printed once.
  const printedBefore = chosen ? [] : stepsOf(rule.resolutions.slice(0, rule.resolutions.indexOf(resolution)), ruleset);
  // A step that names no side belongs to all.
  const shown = steps.filter(
    ({ step, parts }) => !side || !step.side || [step, ...parts].some((each) => each.side === side),
  );
  if (shown.length === 0) return <p>There is nothing to do in {side}.</p>;
  return (
    <ol className={styles.steps}>
      {shown.map((item) => {
        const { step, key, counted } = item;
        // Of another side's step, only the parts are of use.
        const isOwn = !side || !step.side || step.side === side;
        const snippet = isOwn && ruleset.snippets.find(({ id }) => id === step.snippet);
        return (
          <li key={key} className={printedBefore.some((each) => each.key === key) ? styles.printedBefore : undefined}>
            <Tick text={step.text} side={step.side} counted={counted} />
            {step.rule && (
              <p>
                How: <Link to={`/errors/${step.rule}`}>{ruleset.rules.find(({ id }) => id === step.rule)?.title}</Link>
              </p>
            )}
            {snippet && <SnippetView snippet={snippet} />}
            <Procedure item={item} isOpen={item === steps[0] || !isOwn} />
          </li>
        );
      })}
    </ol>
  );
}

/** A step with its checkbox, which is ticked when all `counted` keys are, and ticks them all. */
function Tick({ text, side, counted }: { text: string; side: string | undefined; counted: readonly string[] }) {
  const { ticks } = useCard();
  const box = useRef<HTMLInputElement>(null);
  const id = useId();
  const done = counted.filter(ticks.has).length;
  const isPartlyDone = done > 0 && done < counted.length;
  const isChecked = useEarlyInput('checked', box, done === counted.length, (early) => ticks.set(counted, early));
  useEffect(() => {
    if (box.current) box.current.indeterminate = isPartlyDone;
  }, [isPartlyDone]);
  return (
    <div className={styles.line}>
      <input
        ref={box}
        id={id}
        type="checkbox"
        className={styles.box}
        checked={isChecked}
        onChange={({ target }) => ticks.set(counted, target.checked)}
      />
      <label htmlFor={id} className={styles.text}>
        <Prose text={text} />
      </label>
      {side && <SideChip side={side} />}
    </div>
  );
}

/** The procedure of a step, if it has one. */
function Procedure({ item, isOpen }: { item: TickableStep; isOpen: boolean }) {
  const { ruleset, side } = useCard();
  const { step, procedure, parts } = item;
  if (!procedure) return null;
  // Its steps name their side only if one of them differs from the step above.
  const isSameSide = parts.every((part) => part.side === step.side);
  return (
    <details className={styles.procedure} open={isOpen}>
      <summary>{procedure.title}</summary>
      <Paragraph text={procedure.intro} />
      <ol className={styles.substeps}>
        {parts
          .filter((part) => !side || !part.side || part.side === side)
          .map((part) => (
            <li key={part.key}>
              <Tick text={part.text} side={isSameSide ? undefined : part.side} counted={[part.key]} />
            </li>
          ))}
      </ol>
      <Paragraph text={procedure.outro} />
      <SourceLine citation={procedure.source} sources={ruleset.sources} />
    </details>
  );
}

/** How many steps are done, and while one is, a button to start over. */
export function Progress({ resolutions }: { resolutions: readonly Resolution[] }) {
  const { ruleset, ticks } = useCard();
  const steps = stepsOf(resolutions, ruleset);
  const keys = steps.flatMap(({ counted }) => counted);
  const done = steps.filter(({ counted }) => counted.every(ticks.has)).length;
  const status = useRef<HTMLSpanElement>(null);
  const reset = () => {
    // The button goes, and would take the focus with it.
    status.current?.focus({ preventScroll: true });
    ticks.set(keys, false);
  };
  return (
    <>
      <span ref={status} role="status" tabIndex={-1} className={styles.progress}>
        {done} of {steps.length} done
      </span>
      {keys.some(ticks.has) && (
        <button type="button" className="link-button" onClick={reset}>
          Reset steps
        </button>
      )}
    </>
  );
}

/** Where a step is done, in words and in the side's own colour. */
function SideChip({ side }: { side: string }) {
  const { sides } = useCard().ruleset;
  return (
    <span className={`chip ${styles.side}`} data-colour={sides.find(({ name }) => name === side)?.colour}>
      <span className="visually-hidden">Where: </span>
      {side}
    </span>
  );
}
