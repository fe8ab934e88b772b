import { type ReactNode, useId, useState } from 'react';
import { Link } from 'react-router-dom';
import { ExternalLink } from '../../components/external-link';
import { CardValues, Message } from '../../components/message';
import { Paragraph, Prose } from '../../components/prose';
import { SourceLine } from '../../components/source-line';
import type { PlacedFinding } from '../../core/ruleset/recognise';
import { splitResolutions } from '../../core/ruleset/situation';
import { type Values, valueNames } from '../../core/ruleset/values';
import { useTicks } from '../../lib/ticks';
import styles from './card.module.css';
import { CardContext, type CardState, type Choice, useCard } from './card-context';
import { cardSnippets, snippetNames, usedNames, useFilledValues } from './filled-values';
import { Fixed } from './fixed';
import { HandOver } from './hand-over';
import { Resolutions } from './resolutions';
import { SnippetView } from './snippet-view';
import { ValueFields } from './value-fields';

type CardProps = Pick<CardState, 'rule' | 'ruleset' | 'level' | 'onChoice'> & {
  /** The title; none where it stands above the card. */
  heading: ReactNode;
  /** How sure it is that this is the reader's error. */
  certainty?: ReactNode;
  /** The values that are known, from a message or a link. */
  given: Values;
  /** They come from a message, not from a link. */
  isFound?: boolean;
  /** The index of the signature that was found, if a message was. It then stands highlighted beside the card. */
  signature?: number;
  choice: Choice;
};

type Found = Pick<CardProps, 'rule' | 'ruleset' | 'heading' | 'certainty'> & { finding: PlacedFinding };

/** The card of an error that was found in a text, with its values. */
export function FindingCard({ finding, ...props }: Found) {
  const [choice, setChoice] = useState<Choice>({ situation: finding.situation });
  return (
    <Card
      {...props}
      level={3}
      given={new Map(finding.captures.map(({ name, value }) => [name, value]))}
      isFound
      signature={finding.signature}
      choice={choice}
      onChoice={setChoice}
    />
  );
}

/** What to do, without the rest of the card: in one situation, or else with the choice between them. */
export function CardSteps({ situation, ...props }: Pick<CardState, 'rule' | 'ruleset' | 'situation'>) {
  const [choice, setChoice] = useState<Choice>({ situation });
  return (
    <CardScope {...props} level={2} given={new Map()} choice={choice} onChoice={setChoice}>
      <Resolutions isFixed={situation !== undefined} />
    </CardScope>
  );
}

type ScopeProps = Omit<CardProps, 'heading' | 'certainty'> & { children: ReactNode };

/** Gives the parts of a card what they share. */
function CardScope({ given, isFound = false, signature, choice, children, ...props }: ScopeProps) {
  const { rule, ruleset } = props;
  const signatures = signature === undefined ? rule.signatures : rule.signatures.slice(signature, signature + 1);
  const filled = useFilledValues(given, isFound, usedNames(rule, ruleset, signatures), ruleset);
  const ticks = useTicks(rule.id, given);
  const { situation, side } = choice;
  const split = splitResolutions(rule, situation);
  return (
    <CardContext value={{ ...props, situation, side, ...split, signatures, values: filled.values, filled, ticks }}>
      <CardValues value={filled.values}>{children}</CardValues>
    </CardContext>
  );
}

/** One error's card: what it is and what to do, then what else helps. */
export function Card({ heading, certainty, ...props }: CardProps) {
  const { rule, ruleset, level, signature } = props;
  const snippets = ruleset.snippets.filter(({ id }) => rule.snippets.includes(id));
  return (
    <CardScope {...props}>
      <div className={styles.card} data-page={level === 2 || undefined}>
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
            <Section title="Cause" isNamedOnly>
              <Causes />
            </Section>
            <div className={`${styles.actions} unprinted needs-script`}>
              <HandOver />
            </div>
          </header>
          <Section title="Resolution" isNamedOnly>
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
          {signature === undefined && <ErrorMessage />}
          {rule.similar.length > 0 && (
            <Section title="Easily confused with" className="panel">
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

type SectionProps = { title: string; className?: string; isNamedOnly?: boolean; children: ReactNode };

/** A part of a card that screen readers can jump to; its name is shown only where the part does not say it itself. */
function Section({ title, className = '', isNamedOnly, children }: SectionProps) {
  const { level } = useCard();
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section className={`${styles.section} ${className}`} aria-labelledby={id}>
      <Heading id={id} className={isNamedOnly ? 'visually-hidden' : styles.label}>
        {title}
      </Heading>
      {children}
    </section>
  );
}

/** The error's messages with the values, or what the reader notices where there is no message. */
function ErrorMessage() {
  const { rule, ruleset, signatures } = useCard();
  // The queries that use a value ask for it.
  const asked = cardSnippets(rule, ruleset).flatMap(snippetNames);
  return (
    <Section title={signatures.length > 0 ? 'Error message' : 'What you see'} className="panel">
      <Paragraph text={rule.symptom} />
      {signatures.map((signature, i) => (
        <div key={signature} className={styles.text}>
          {i > 0 && <p className={styles.or}>or</p>}
          <p className={styles.message}>
            <Message signature={signature} />
          </p>
        </div>
      ))}
      <ValueFields names={valueNames({ signatures: [...signatures] }).filter((name) => !asked.includes(name))} />
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
