import { type ReactNode, useId, useState } from 'react';
import { Link } from 'react-router-dom';
import { Message } from '../../components/message';
import { Paragraph, Prose } from '../../components/prose';
import { SourceLine } from '../../components/source-line';
import { ValueList } from '../../components/value-list';
import type { Finding } from '../../core/diagnosis';
import { fingerprint } from '../../core/fingerprint';
import { splitResolutions } from '../../core/ruleset/situation';
import type { Values } from '../../core/ruleset/values';
import { CardValues } from '../../lib/card-values';
import styles from './card.module.css';
import { CardContext, type CardState, useCard } from './card-context';
import { usedNames, useFilledValues } from './filled-values';
import { Resolutions } from './resolutions';
import { ShareCard } from './share-card';
import { SnippetView } from './snippet-view';
import { useTicks } from './ticks';
import { ValueFields } from './value-fields';

type CardProps = Pick<CardState, 'rule' | 'ruleset' | 'level' | 'situation' | 'onSituation'> & {
  /** The values that are known, from a message or a link. */
  given: Values;
  /** The index of the signature that was found, if a message was. */
  signature?: number;
};

/** The card of an error that was found in a text, with its values. */
export function FindingCard({ finding, ...props }: Pick<CardProps, 'rule' | 'ruleset'> & { finding: Finding }) {
  const [situation, setSituation] = useState<string>();
  return (
    <Card
      {...props}
      level={3}
      given={new Map(finding.captures.map(({ name, value }) => [name, value]))}
      signature={finding.signature}
      situation={situation}
      onSituation={setSituation}
    />
  );
}

/** One error's card, below its title. */
export function Card({ given, signature, ...props }: CardProps) {
  const { rule, ruleset, situation } = props;
  const signatures = signature === undefined ? rule.signatures : rule.signatures.slice(signature, signature + 1);
  const filled = useFilledValues(given, usedNames(rule, ruleset, signatures));
  const { values } = filled;
  const ticks = useTicks(`${rule.id} ${fingerprint(JSON.stringify([...given]))}`, given.size > 0);
  const snippets = ruleset.snippets.filter(({ id }) => rule.snippets.includes(id));
  return (
    <CardContext value={{ ...props, ...splitResolutions(rule, situation), signatures, values, ticks }}>
      <CardValues value={values}>
        <div className={styles.card}>
          <Section title="Error message">
            <ErrorMessage />
            <ValueList values={new Map([...values].filter(([name]) => given.has(name)))} />
            <ValueFields {...filled} />
          </Section>
          <Section title="Cause">
            <Causes />
          </Section>
          <Section title="Resolution">
            <Resolutions />
          </Section>
          {snippets.length > 0 && (
            <Section title="Investigate further">
              {snippets.map((snippet) => (
                <SnippetView key={snippet.id} snippet={snippet} />
              ))}
            </Section>
          )}
          <Section title="Share this card" className="unprinted needs-script">
            <ShareCard />
          </Section>
          {rule.similar.length > 0 && (
            <Section title="Easily confused with">
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
          <footer className={styles.source}>
            <SourceLine citation={rule.source} sources={ruleset.sources} />
          </footer>
        </div>
      </CardValues>
    </CardContext>
  );
}

/** A part of a card, under a small label that screen readers can jump to. */
function Section({ title, className = '', children }: { title: string; className?: string; children: ReactNode }) {
  const { level } = useCard();
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section className={`${styles.section} ${className}`} aria-labelledby={id}>
      <Heading id={id} className={styles.label}>
        {title}
      </Heading>
      {children}
    </section>
  );
}

/** The error's messages, and what the reader notices where there is none. */
function ErrorMessage() {
  const { rule, signatures } = useCard();
  return (
    <>
      {rule.symptom && (
        <p>
          <Prose text={rule.symptom} />
          {signatures.length === 0 && ' There is no error message.'}
        </p>
      )}
      {signatures.map((signature, i) => (
        <div key={signature} className={styles.text}>
          {i > 0 && <p className={styles.or}>or</p>}
          <p className={styles.message}>
            <Message signature={signature} />
          </p>
        </div>
      ))}
    </>
  );
}

/** Why the error appears; the likely cause first, if it is known. */
function Causes() {
  const { rule, likely } = useCard();
  const first = likely ?? (rule.causes.length === 1 ? rule.causes[0] : undefined);
  const others = rule.causes.filter((cause) => cause !== first);
  return (
    <>
      <Paragraph text={first?.text} className={styles.cause} />
      {others.length > 0 && (
        <>
          <p>{first ? 'Other possible causes:' : 'Possible causes:'}</p>
          <ul className={styles.causes}>
            {others.map((cause) => (
              <li key={cause.id} className={first ? undefined : styles.cause}>
                <Prose text={cause.text} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
