import { useState } from 'react';
import { SourceLine } from '../../components/source-line';
import { ValueList } from '../../components/value-list';
import type { Finding } from '../../core/diagnosis';
import { fingerprint } from '../../core/fingerprint';
import type { Rule, Ruleset } from '../../core/ruleset/schema';
import { splitResolutions } from '../../core/ruleset/situation';
import { type Values, valueNames } from '../../core/ruleset/values';
import { placeholders } from '../../core/snippet/fill';
import { CardValues } from '../../lib/card-values';
import styles from './card.module.css';
import { Causes } from './causes';
import { ErrorMessage } from './error-message';
import { Neighbours } from './neighbours';
import { PassOn } from './pass-on';
import { Resolutions } from './resolutions';
import { Section } from './section';
import { fixedPart, SnippetView } from './snippet-view';
import { useTicks } from './ticks';
import { useFilledValues } from './use-filled-values';
import { ValueFields } from './value-fields';

type CardProps = {
  rule: Rule;
  ruleset: Ruleset;
  /** The level of the section headings. */
  level: 2 | 3;
  /** The values that are known, from a message or a link. */
  given: Values;
  /** The index of the signature that was found, if a message was. */
  signature?: number;
  /** The reader's situation, whose resolution comes first. */
  situation: string | undefined;
  onSituation: (situation: string) => void;
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
export function Card({ rule, ruleset, level, given, signature, situation, onSituation }: CardProps) {
  const signatures = signature === undefined ? rule.signatures : rule.signatures.slice(signature, signature + 1);
  const names = usedNames(rule, ruleset, signatures);
  const { values, missing, type } = useFilledValues(given, names);
  const ticks = useTicks(`${rule.id} ${fingerprint(JSON.stringify([...given]))}`, given.size > 0);
  const { likely } = splitResolutions(rule, situation);
  const message = fixedPart(signatures[0] ?? '');
  const serving = ruleset.snippets.filter(({ id }) => rule.snippets.includes(id));
  return (
    <CardValues value={values}>
      <div className={styles.card}>
        <Section title="Error message" level={level}>
          <ErrorMessage signatures={signatures} symptom={rule.symptom} />
          <ValueList values={new Map([...values].filter(([name]) => given.has(name)))} />
          <ValueFields names={missing} values={values} onType={type} />
        </Section>
        <Section title="Cause" level={level}>
          <Causes rule={rule} likely={likely} />
        </Section>
        <Section title="Resolution" level={level}>
          <Resolutions
            rule={rule}
            ruleset={ruleset}
            level={level}
            situation={situation}
            onSituation={onSituation}
            ticks={ticks}
            message={message}
          />
        </Section>
        {serving.length > 0 && (
          <Section title="Look closer" level={level}>
            {serving.map((snippet) => (
              <SnippetView key={snippet.id} snippet={snippet} sources={ruleset.sources} message={message} />
            ))}
          </Section>
        )}
        <Section title="Pass it on" level={level} className="unprinted needs-script">
          <PassOn
            rule={rule}
            ruleset={ruleset}
            signatures={signatures}
            values={values}
            situation={situation}
            ticks={ticks}
          />
        </Section>
        {rule.similar.length > 0 && (
          <Section title="Easily confused with" level={level}>
            <Neighbours rule={rule} ruleset={ruleset} />
          </Section>
        )}
        <footer className={styles.source}>
          <SourceLine citation={rule.source} sources={ruleset.sources} />
        </footer>
      </div>
    </CardValues>
  );
}

/** Names that a snippet's placeholders can have beside the values of a message. */
const BUILT_IN_NAMES = ['message', 'query'];

/** The names of the values that the card shows: those of the message, then those that only snippets use. */
function usedNames(rule: Rule, ruleset: Ruleset, signatures: readonly string[]): string[] {
  const ids = [
    ...rule.resolutions.flatMap(({ steps }) => steps.flatMap(({ snippet }) => snippet ?? [])),
    ...rule.snippets,
  ];
  const inSnippets = ruleset.snippets
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ code, forms }) => [code, ...forms.map((form) => form.code)])
    .flatMap(placeholders)
    .filter((name) => !BUILT_IN_NAMES.includes(name));
  return [...new Set([...valueNames({ ...rule, signatures: [...signatures] }), ...inSnippets])];
}
