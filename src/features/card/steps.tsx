import { Link } from 'react-router-dom';
import type { Procedure, Resolution, Ruleset, Step } from '../../core/ruleset/schema';
import { Prose } from '../../ui/prose';
import { SourceLine } from '../../ui/source-line';
import styles from './steps.module.css';

/** What to do, in order; a procedure that a step needs stands under it. */
export function Steps({
  steps,
  ruleset,
  isRepeated,
}: {
  steps: Resolution['steps'];
  ruleset: Ruleset;
  /** Whether the card has shown this step's procedure before: it is then there, but closed. */
  isRepeated: (step: Step) => boolean;
}) {
  return (
    <ol className={styles.steps}>
      {steps.map((step) => {
        const procedure = ruleset.procedures.find(({ id }) => id === step.procedure);
        return (
          <li key={step.text}>
            <StepLine text={step.text} side={step.side} />
            {step.rule && (
              <p>
                How:{' '}
                <Link to={`/errors/${step.rule}`}>
                  {ruleset.rules.find(({ id }) => id === step.rule)?.title}
                </Link>
              </p>
            )}
            {procedure && (
              <ProcedureInPlace
                procedure={procedure}
                side={step.side}
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

function StepLine({ text, side }: { text: string; side: string | undefined }) {
  return (
    <div className={styles.line}>
      <p>
        <Prose text={text} />
      </p>
      {side && (
        <span className={styles.side}>
          <span className="unseen">Where: </span>
          {side}
        </span>
      )}
    </div>
  );
}

/** `side` is said already, by the step that the procedure belongs to; unless they differ, its own steps need not say it. */
function ProcedureInPlace({
  procedure,
  side,
  ruleset,
  open,
}: {
  procedure: Procedure;
  side: string | undefined;
  ruleset: Ruleset;
  open: boolean;
}) {
  const sameSide = procedure.steps.every((step) => step.side === side);
  return (
    <details className={styles.procedure} open={open}>
      <summary>{procedure.title}</summary>
      {procedure.intro && (
        <p>
          <Prose text={procedure.intro} />
        </p>
      )}
      <ol className={styles.substeps}>
        {procedure.steps.map((step) => (
          <li key={step.text}>
            <StepLine text={step.text} side={sameSide ? undefined : step.side} />
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
