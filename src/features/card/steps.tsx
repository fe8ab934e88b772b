import { useEffect, useId, useRef } from 'react';
import { Link } from 'react-router-dom';
import { Prose } from '../../components/prose';
import { SourceLine } from '../../components/source-line';
import type { Procedure, Resolution, Ruleset, Step } from '../../core/ruleset/schema';
import { SnippetView } from './snippet-view';
import { countedKeys, type Item, stepItems } from './step-key';
import styles from './steps.module.css';
import type { Ticks } from './ticks';

/** What to do, in order, to be ticked off; a procedure or query that a step needs stands under it. */
export function Steps({
  resolution,
  ruleset,
  ticks,
  message,
  isRepeated,
}: {
  resolution: Resolution;
  ruleset: Ruleset;
  ticks: Ticks;
  /** A fixed part of the error's message, for queries. */
  message: string;
  /** Whether the card has shown this step's procedure before: it is then there, but closed. */
  isRepeated: (step: Step) => boolean;
}) {
  return (
    <ol className={styles.steps}>
      {stepItems(resolution, ruleset).map((items) => {
        const { step, procedure, own, parts } = items;
        const snippet = ruleset.snippets.find(({ id }) => id === step.snippet);
        return (
          <li key={own.key}>
            <Tick item={own} counts={countedKeys(items)} ticks={ticks} />
            {step.rule && (
              <p>
                How:{' '}
                <Link to={`/errors/${step.rule}`}>
                  {ruleset.rules.find(({ id }) => id === step.rule)?.title}
                </Link>
              </p>
            )}
            {snippet && (
              <SnippetView snippet={snippet} sources={ruleset.sources} message={message} />
            )}
            {procedure && (
              <ProcedureInPlace
                procedure={procedure}
                side={step.side}
                items={parts}
                ticks={ticks}
                ruleset={ruleset}
                open={!isRepeated(step)}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** A step with its box to tick. One that consists of others is done when they all are, and ticks them all. */
function Tick({ item, counts, ticks }: { item: Item; counts: readonly string[]; ticks: Ticks }) {
  const box = useRef<HTMLInputElement>(null);
  const id = useId();
  const done = counts.filter(ticks.has).length;
  const partly = done > 0 && done < counts.length;
  useEffect(() => {
    if (box.current) box.current.indeterminate = partly;
  }, [partly]);
  return (
    <div className={styles.line}>
      <input
        ref={box}
        id={id}
        type="checkbox"
        className={styles.box}
        checked={done === counts.length}
        onChange={({ target }) => ticks.set(counts, target.checked)}
      />
      <label htmlFor={id} className={styles.text}>
        <Prose text={item.text} />
      </label>
      {item.side && (
        <span className={styles.side}>
          <span className="visually-hidden">Where: </span>
          {item.side}
        </span>
      )}
    </div>
  );
}

/** `side` is said already, by the step that the procedure belongs to; unless they differ, its own steps need not say it. */
function ProcedureInPlace({
  procedure,
  side,
  items,
  ticks,
  ruleset,
  open,
}: {
  procedure: Procedure;
  side: string | undefined;
  items: readonly Item[];
  ticks: Ticks;
  ruleset: Ruleset;
  open: boolean;
}) {
  const sameSide = items.every((item) => item.side === side);
  return (
    <details className={styles.procedure} open={open}>
      <summary>{procedure.title}</summary>
      {procedure.intro && (
        <p>
          <Prose text={procedure.intro} />
        </p>
      )}
      <ol className={styles.substeps}>
        {items.map((item) => (
          <li key={item.key}>
            <Tick
              item={sameSide ? { ...item, side: undefined } : item}
              counts={[item.key]}
              ticks={ticks}
            />
          </li>
        ))}
      </ol>
      {procedure.outro && (
        <p>
          <Prose text={procedure.outro} />
        </p>
      )}
      <SourceLine citation={procedure.source} sources={ruleset.sources} />
    </details>
  );
}
