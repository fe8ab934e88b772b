import { Check, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { CopyText } from '../../components/copy-text';
import { PageHeading } from '../../components/page-heading';
import { Paragraph } from '../../components/prose';
import type { Outcome, Ruleset } from '../../core/ruleset/schema';
import { causeOf } from '../../core/ruleset/situation';
import type { Values } from '../../core/ruleset/values';
import { type Answer, reasons } from '../../core/wizard/walk';
import { useTicks } from '../../lib/ticks';
import { DidThisFixIt } from './did-this-fix-it';
import styles from './outcome-view.module.css';
import { readOutcome } from './read-outcome';
import { summaryMarkdown } from './summary';
import { readTried, type WizardOrigin, wizardPath } from './wizard-address';

const NO_VALUES: Values = new Map();

type Props = { ruleset: Ruleset; answers: readonly Answer[]; outcomes: readonly Outcome[] };

/** The likely causes, the likeliest first, and a summary once one has helped or all have been tried. */
export function OutcomeView({ ruleset, answers, outcomes }: Props) {
  const { search } = useLocation();
  const tried = readTried(search, outcomes);
  const { failed, solved } = tried;
  const ticks = useTicks(solved?.rule ?? '', NO_VALUES);
  const current = solved ? undefined : outcomes.find((outcome) => !failed.includes(outcome));
  const path = wizardPath(answers.map(({ option }) => option.id));
  const next = useRef<HTMLHeadingElement>(null);
  const searchBefore = useRef(search);

  // "Yes" and "No" stay on this page, so what comes next takes the focus.
  useEffect(() => {
    if (searchBefore.current !== search) next.current?.focus();
    searchBefore.current = search;
  }, [search]);

  const heading = outcomes.length === 1 ? 'Likely cause' : 'Likely causes';
  return (
    <div className={styles.page}>
      <title>{`${heading} · ITSMC troubleshooter`}</title>
      <PageHeading>{heading}</PageHeading>
      {!current && (
        <section className="panel" aria-labelledby="end">
          <h2 ref={next} id="end" tabIndex={-1} className={styles.title}>
            {solved ? 'Solved' : 'Nothing has helped? Ask support'}
          </h2>
          <p>
            {solved
              ? 'Keep a record for the ticket, or for the next time.'
              : 'Copy this, fill in the gaps, and send it to support, so that nobody has to start over.'}
          </p>
          <CopyText
            label={solved ? 'Summary' : 'For support'}
            button="Copy as Markdown"
            text={summaryMarkdown(ruleset, answers, tried, ticks)}
          />
          <p>
            <Link to={path}>Go through the causes again</Link>
          </p>
        </section>
      )}
      <ol className={styles.outcomes}>
        {outcomes.map((outcome, i) => {
          const { rule, cause, resolutions, address: card } = readOutcome(ruleset, outcome);
          const why = reasons(ruleset.questions, answers, outcome);
          // The card leads back here.
          const wizard = { address: `${path}${search}`, outcome: i + 1 } satisfies WizardOrigin;
          return (
            <li key={`${outcome.rule}/${outcome.cause}`} className={`panel ${styles.outcome}`}>
              {outcome === solved && (
                <p className={styles.helped}>
                  <Check size="1em" aria-hidden="true" /> This helped
                </p>
              )}
              {failed.includes(outcome) && (
                <p className={styles.failed}>
                  <X size="1em" aria-hidden="true" /> Did not help
                </p>
              )}
              <h2 ref={outcome === current ? next : null} tabIndex={-1} className={styles.title}>
                {outcomes.length > 1 && `${i + 1}. `}
                <Link to={card} state={{ wizard }}>
                  {rule.title}
                </Link>
              </h2>
              <Paragraph text={cause?.text ?? causeOf(rule)} className={styles.cause} />
              {/* Without a cause, the first resolution is where to start. */}
              <p>What to do: {(cause ? resolutions : resolutions.slice(0, 1)).map(({ title }) => title).join(' · ')}</p>
              {why.length > 0 && (
                <p className={styles.why}>Because you answered: {why.map(({ option }) => option.label).join(' · ')}</p>
              )}
              {outcome === current && <DidThisFixIt {...wizard} />}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
