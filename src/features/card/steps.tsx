import { useEffect, useId, useRef } from 'react';
import { Link } from 'react-router-dom';
import { Prose } from '../../components/prose';
import { SourceLine } from '../../components/source-line';
import type { Procedure, Resolution, Ruleset, Step } from '../../core/ruleset/schema';
import { useEarlyChecked } from '../../lib/use-early-input';
import { SnippetView } from './snippet-view';
import { countedKeys, type Item, stepItems } from './step-key';
import styles from './steps.module.css';
import type { Ticks } from './ticks';

/** Steps to tick off, in order, each with the procedure or query that it needs. */
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
  /** A fixed part of the error's message, for queries to search for. */
  message: string;
  /** Whether an earlier step has shown the same procedure, which is then closed. */
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
                How: <Link to={`/errors/${step.rule}`}>{ruleset.rules.find(({ id }) => id === step.rule)?.title}</Link>
              </p>
            )}
            {snippet && <SnippetView snippet={snippet} sources={ruleset.sources} message={message} />}
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

/** A step with its checkbox. A step that consists of others is done when all of them are, and ticks all of them. */
function Tick({ item, counts, ticks }: { item: Item; counts: readonly string[]; ticks: Ticks }) {
  const box = useRef<HTMLInputElement>(null);
  const id = useId();
  const done = counts.filter(ticks.has).length;
  const partly = done > 0 && done < counts.length;
  const isChecked = useEarlyChecked(box, done === counts.length, (early) => ticks.set(counts, early));
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
        checked={isChecked}
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

/** The procedure's steps name their side only if it differs from the one that its own step has named. */
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
            <Tick item={sameSide ? { ...item, side: undefined } : item} counts={[item.key]} ticks={ticks} />
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
