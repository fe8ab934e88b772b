import { useEffect, useId, useRef, useState } from 'react';
import { Link } from 'react-router-dom';
import { Paragraph, Prose } from '../../components/prose';
import { SourceLine } from '../../components/source-line';
import type { Resolution } from '../../core/ruleset/schema';
import { useEarlyChecked } from '../../lib/use-early-input';
import { useCard } from './card-context';
import { SnippetView } from './snippet-view';
import styles from './steps.module.css';
import { type TickableStep, tickableSteps } from './ticks';

/** The steps of a resolution, to be ticked off, and how many of them are done. */
export function Steps({ resolution }: { resolution: Resolution }) {
  const { ruleset } = useCard();
  const items = tickableSteps(resolution, ruleset);
  return (
    <>
      <ol className={styles.steps}>
        {items.map((item) => {
          const { step, key, counted } = item;
          const snippet = ruleset.snippets.find(({ id }) => id === step.snippet);
          return (
            <li key={key}>
              <Tick text={step.text} side={step.side} counted={counted} />
              {step.rule && (
                <p>
                  See <Link to={`/errors/${step.rule}`}>{ruleset.rules.find(({ id }) => id === step.rule)?.title}</Link>
                  .
                </p>
              )}
              {snippet && <SnippetView snippet={snippet} />}
              <ProcedureView item={item} />
            </li>
          );
        })}
      </ol>
      <Progress keys={items.flatMap(({ counted }) => counted)} />
    </>
  );
}

/** A step with its checkbox, which is ticked when all `counted` keys are, and ticks them all. */
function Tick({ text, side, counted }: { text: string; side: string | undefined; counted: readonly string[] }) {
  const { ticks } = useCard();
  const box = useRef<HTMLInputElement>(null);
  const id = useId();
  const done = counted.filter(ticks.has).length;
  const isPartlyDone = done > 0 && done < counted.length;
  const isChecked = useEarlyChecked(box, done === counted.length, (early) => ticks.set(counted, early));
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
      {side && (
        <span className={styles.side}>
          <span className="visually-hidden">Where: </span>
          {side}
        </span>
      )}
    </div>
  );
}

/** The procedure of a step, if it has one. It is open where it first appears on the card. */
function ProcedureView({ item: { step, procedure, parts } }: { item: TickableStep }) {
  const { ruleset, fitting, others } = useCard();
  if (!procedure) return null;
  const first = [...fitting, ...others].flatMap(({ steps }) => steps).find((other) => other.procedure === procedure.id);
  // Its steps name their side only if one of them differs from the step above.
  const isSameSide = parts.every(({ side }) => side === step.side);
  return (
    <details className={styles.procedure} open={step === first}>
      <summary>{procedure.title}</summary>
      <Paragraph text={procedure.intro} />
      <ol className={styles.substeps}>
        {parts.map((part) => (
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

/** How many steps are done, and a button to start over. Empty until the first is done. */
function Progress({ keys }: { keys: readonly string[] }) {
  const { ticks } = useCard();
  const id = useId();
  const done = keys.filter(ticks.has).length;
  const [hasBegun, setBegun] = useState(done > 0);
  if (done > 0 && !hasBegun) setBegun(true);
  return (
    <div className={`${styles.progress} unprinted`}>
      {hasBegun && <progress max={keys.length} value={done} aria-labelledby={id} />}
      <span id={id} role="status">
        {hasBegun && `${done} of ${keys.length} done`}
      </span>
      {/* It stays after clearing, because it has the focus then. */}
      {hasBegun && (
        <button type="button" className="link-button" onClick={() => ticks.set(keys, false)}>
          Clear
        </button>
      )}
    </div>
  );
}
