import { Fragment, type PropsWithChildren, type ReactNode, useEffect, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { ExternalLink } from '../../components/external-link';
import { FixQuestion } from '../../components/fix-question';
import { CardValues, Message, Paragraph, Prose } from '../../components/prose';
import { Section } from '../../components/section';
import { SourceLine } from '../../components/source-line';
import type { PlacedFinding } from '../../core/ruleset/recognise';
import { situationOf } from '../../core/ruleset/situation';
import { valueNames, valuesFragment } from '../../core/ruleset/values';
import styles from './card.module.css';
import { CardContext, type CardInput, type Choice, choiceQuery, useCard, useCardState } from './card-context';
import { neededNames } from './filled-values';
import { HandOver } from './hand-over';
import { Resolutions } from './resolutions';
import { SnippetView } from './snippet-view';
import { useShared } from './use-shared';
import { ValueFields } from './value-fields';

type CardProps = CardInput & {
  /** The title; none where it stands above the card. */
  heading: ReactNode;
  /** How sure it is that this is the reader's error. */
  certainty?: ReactNode;
};

type Found = Pick<CardProps, 'rule' | 'ruleset' | 'certainty'> & { finding: PlacedFinding; children: ReactNode };

/** The card of an error that was found in a text, with its values. The text itself stands highlighted beside it. */
export function FindingCard({ finding, rule, children, ...props }: Found) {
  const [choice, onChoice] = useState<Choice>({ situation: finding.situation });
  const given = new Map(finding.captures.map(({ name, value }) => [name, value]));
  const found = { ...rule, signatures: rule.signatures.filter((_, i) => i === finding.signature) };
  const heading = (
    <>
      <FoundHeading />
      {children}
    </>
  );
  return (
    <Card
      {...props}
      {...{ choice, onChoice, given, heading }}
      isClose={finding.certainty === 'partial'}
      rule={found}
      level={3}
      isFound
    />
  );
}

/**
 * Leads to the card's own page. The values go along in the history's state, since browsers keep and synchronise addresses.
 * Another tab knows no such state, so the address that it opens carries those that are not to be hidden.
 */
function FoundHeading() {
  const { rule, given, situation } = useCard();
  const { shared } = useShared();
  const navigate = useNavigate();
  const query = choiceQuery({ situation });
  const path = `/errors/${rule.id}${query && `?${query}`}`;
  return (
    <h2 className={styles.title}>
      <Link
        to={path + valuesFragment(shared?.open ?? new Map())}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
          event.preventDefault();
          void navigate(path, { state: { values: given } });
        }}
      >
        {rule.title}
      </Link>
    </h2>
  );
}

/** What to do, without the rest of the card: in one situation, or else with the choice between them. */
export function CardSteps({ situation, ...props }: Pick<CardProps, 'rule' | 'ruleset'> & Pick<Choice, 'situation'>) {
  const [choice, onChoice] = useState<Choice>({ situation });
  return (
    <CardScope {...props} {...{ choice, onChoice }} level={2} given={new Map()}>
      <Resolutions isFixed={situation !== undefined} />
    </CardScope>
  );
}

/** Gives the parts of a card what they share. */
function CardScope({ children, ...input }: PropsWithChildren<CardInput>) {
  const card = useCardState(input);
  return (
    <CardContext value={card}>
      <CardValues value={card.values}>{children}</CardValues>
    </CardContext>
  );
}

/** One error's card: what it is and what to do, then what else helps. */
export function Card({ heading, certainty, ...input }: CardProps) {
  const { rule, ruleset, level } = input;
  const isPage = level === 2;
  const snippets = ruleset.snippets.filter(({ id }) => rule.snippets.includes(id));
  return (
    <CardScope {...input}>
      <div className={styles.card} data-page={isPage || undefined}>
        <div className={`panel ${styles.main}`}>
          <header className={styles.head}>
            <div className={styles.heading}>
              <p className="chips">
                {certainty}
                {rule.seenIn.length > 0 && (
                  <span className="chip">
                    <span className="visually-hidden">Seen in: </span>
                    {rule.seenIn.join(', ')}
                  </span>
                )}
              </p>
              {heading}
            </div>
            <Section level={level} title="Cause" isNamedOnly>
              <Causes />
            </Section>
            <HandOver />
          </header>
          <Section level={level} title="Resolution" isNamedOnly>
            <Resolutions />
          </Section>
          <footer className={styles.foot}>
            <Fixed />
            <SourceLine citation={rule.source} sources={ruleset.sources} showsCheck />
            {ruleset.repository && <Correction repository={ruleset.repository} />}
          </footer>
          {snippets.length > 0 && (
            <details className={styles.more}>
              <summary>Investigate further</summary>
              {snippets.map((snippet) => (
                <SnippetView key={snippet.id} snippet={snippet} isTitled />
              ))}
            </details>
          )}
        </div>
        <div className={styles.aside}>
          {isPage && <ErrorMessage />}
          {rule.similar.length > 0 && (
            <Section level={level} title="Easily confused with" className="panel">
              <ul className={styles.similar}>
                {rule.similar.map((similar) => (
                  <li key={similar.rule}>
                    <Link to={`/errors/${similar.rule}`}>
                      {ruleset.rules.find(({ id }) => id === similar.rule)?.title}
                    </Link>
                    <Paragraph text={similar.difference} />
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </div>
      </div>
    </CardScope>
  );
}

/** The error's messages with the values, or what the reader notices where there is no message. */
function ErrorMessage() {
  const { rule, ruleset, level } = useCard();
  // The queries that use a value ask for it.
  const asked = neededNames(rule, ruleset);
  return (
    <Section level={level} title={rule.signatures.length > 0 ? 'Error message' : 'What you see'} className="panel">
      <Paragraph text={rule.symptom} />
      {rule.signatures.map((signature, i) => (
        <Fragment key={signature}>
          {i > 0 && <p className={styles.or}>or</p>}
          <p className={styles.message} dir="auto">
            <Message signature={signature} />
          </p>
        </Fragment>
      ))}
      <ValueFields names={valueNames(rule).filter((name) => !asked.includes(name))} />
    </Section>
  );
}

/** Why the error appears: the cause that the reader's situation points to, or all in one sentence. */
function Causes() {
  const { rule, likely } = useCard();
  const only = likely?.text ?? rule.summary ?? (rule.causes.length === 1 ? rule.causes[0]?.text : undefined);
  if (only) return <Paragraph text={only} className={styles.cause} />;
  return (
    <ul className={styles.causes}>
      {rule.causes.map((cause) => (
        <li key={cause.id}>
          <Prose text={cause.text} />
        </li>
      ))}
    </ul>
  );
}

/** Asks whether the card has helped. If it has not, it opens the next way out, and leads there. */
function Fixed() {
  const { rule, chosen, choose } = useCard();
  const [advice, setAdvice] = useState<ReactNode>();
  const line = useRef<HTMLParagraphElement>(null);
  const leads = useRef(false);
  const next = rule.resolutions[chosen ? rule.resolutions.indexOf(chosen) + 1 : 1];
  const situation = next && situationOf(next);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the next way is open
  useEffect(() => {
    if (leads.current) line.current?.closest('.panel')?.querySelector<HTMLElement>('[type=radio]:checked')?.focus();
    leads.current = false;
  }, [chosen]);
  const answer = (said: 'yes' | 'no') => {
    if (said === 'yes') return setAdvice('Tick the steps that you did, then select “Copy for a ticket”.');
    if (!situation) {
      const others = rule.similar.length > 0 ? '“Easily confused with”' : <Link to="/errors">all errors</Link>;
      return setAdvice(<>It may be a different error. See {others}.</>);
    }
    leads.current = true;
    choose({ situation });
    setAdvice(`Try “${next.title}” next. It is open above.`);
  };
  return (
    <>
      <FixQuestion onAnswer={answer} />
      <p ref={line} role="status" className="unprinted">
        {advice}
      </p>
    </>
  );
}

/** Leads to a new issue about the card, which holds nothing of the reader's. */
function Correction({ repository }: { repository: string }) {
  const { title, id } = useCard().rule;
  const query = new URLSearchParams({ title: `Correction: ${title}`, body: `Card: ${id}\n\n` });
  return (
    <p className="unprinted">
      <ExternalLink href={`${repository.replace(/\/$/, '')}/issues/new?${query}`}>Suggest a correction</ExternalLink>
    </p>
  );
}
