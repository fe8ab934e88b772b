import { ArrowRight, Check, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { CopyText } from '../../components/copy-text';
import { PageHeading } from '../../components/page-heading';
import { Prose } from '../../components/prose';
import type { Outcome, Ruleset } from '../../core/ruleset/schema';
import { type Answer, reasons } from '../../core/wizard/walk';
import { DidThisFixIt } from './did-this-fix-it';
import styles from './outcome-view.module.css';
import { outcomeAddress, readOutcome, solvedMarkdown, supportMarkdown } from './summary';
import { readTried, type WizardOrigin, wizardPath } from './wizard-address';

/** What the answers come down to, the likeliest first, until one of it has helped or all of it has been tried. */
export function OutcomeView({
  ruleset,
  answers,
  outcomes,
  heading,
}: {
  ruleset: Ruleset;
  answers: readonly Answer[];
  outcomes: readonly Outcome[];
  heading: string;
}) {
  const { search } = useLocation();
  const tried = readTried(search, outcomes.length);
  const current = outcomes.findIndex((_, i) => !tried.no.includes(i + 1)) + 1;
  const path = wizardPath(answers.map(({ option }) => option.id));
  const address = `${path}${search}`;
  const focused = useRef<HTMLHeadingElement>(null);
  const before = useRef(search);

  // The address's path stays the same when an outcome is answered; what comes next takes the focus.
  useEffect(() => {
    if (before.current !== search) focused.current?.focus();
    before.current = search;
  }, [search]);

  const end = tried.yes !== null || current === 0;
  return (
    <div className={styles.page}>
      <PageHeading>{heading}</PageHeading>
      {end && (
        <section className="panel" aria-labelledby="end">
          <h2 ref={focused} id="end" tabIndex={-1} className={styles.title}>
            {tried.yes !== null ? 'Solved' : 'Nothing has helped? Ask support'}
          </h2>
          {tried.yes !== null ? (
            <>
              <p>Keep a record for the ticket, or for the next time.</p>
              <CopyText
                label="Summary"
                button="Copy as Markdown"
                text={solvedMarkdown(ruleset, answers, outcomes, tried)}
              />
            </>
          ) : (
            <>
              <p>
                Copy this and fill in what is missing. With it, whoever helps need not start over.
              </p>
              <CopyText
                label="For support"
                button="Copy as Markdown"
                text={supportMarkdown(ruleset, answers, outcomes, tried)}
              />
            </>
          )}
          <p>
            <Link to={path}>Go through the causes again</Link>
          </p>
        </section>
      )}
      <ol className={styles.outcomes}>
        {outcomes.map((outcome, i) => {
          const number = i + 1;
          const isCurrent = !end && number === current;
          return (
            <li key={`${outcome.rule}/${outcome.cause}`} className={`panel ${styles.outcome}`}>
              {tried.yes === number && (
                <p className={styles.helped}>
                  <Check size="1em" aria-hidden="true" /> This helped
                </p>
              )}
              {tried.no.includes(number) && (
                <p className={styles.failed}>
                  <X size="1em" aria-hidden="true" /> Did not help
                </p>
              )}
              <h2 ref={isCurrent ? focused : null} tabIndex={-1} className={styles.title}>
                {outcomes.length > 1 && `${number}. `}
                <CardLink ruleset={ruleset} outcome={outcome} number={number} address={address}>
                  {readOutcome(ruleset, outcome).rule.title}
                </CardLink>
              </h2>
              <OutcomeGist ruleset={ruleset} answers={answers} outcome={outcome} />
              <p>
                <CardLink ruleset={ruleset} outcome={outcome} number={number} address={address}>
                  Open the card <ArrowRight size="1em" className="inline-icon" aria-hidden="true" />
                </CardLink>
              </p>
              {isCurrent && <DidThisFixIt address={address} outcome={number} />}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** Leads to an outcome's card, its cause opened; the card knows the way back. */
function CardLink({
  ruleset,
  outcome,
  number,
  address,
  children,
}: {
  ruleset: Ruleset;
  outcome: Outcome;
  number: number;
  address: string;
  children: ReactNode;
}) {
  return (
    <Link
      to={outcomeAddress(ruleset, outcome)}
      state={{ wizard: { address, outcome: number } satisfies WizardOrigin }}
    >
      {children}
    </Link>
  );
}

/** The cause, why it is thought of, and what the card will say to do. */
function OutcomeGist({
  ruleset,
  answers,
  outcome,
}: {
  ruleset: Ruleset;
  answers: readonly Answer[];
  outcome: Outcome;
}) {
  const { cause, resolutions } = readOutcome(ruleset, outcome);
  const why = reasons(ruleset.questions, answers, outcome);
  return (
    <>
      <p className={styles.cause}>
        {cause ? <Prose text={cause.text} /> : 'It has several causes. Its card tells them apart.'}
      </p>
      <dl className={styles.gist}>
        <div>
          <dt>What to do</dt>
          <dd>
            {resolutions
              .slice(0, cause ? undefined : 1)
              .map(({ title }) => title)
              .join(', or ')}
          </dd>
        </div>
        {why.length > 0 && (
          <div>
            <dt>Because you answered</dt>
            <dd>
              <ul className={styles.why}>
                {why.map(({ question, option }) => (
                  <li key={question.id}>{option.label}</li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}
