import { type ReactNode, useState } from 'react';
import { Link } from 'react-router-dom';
import type { Diagnosis, Finding } from '../../core/diagnosis';
import type { Rule, Ruleset } from '../../core/ruleset/schema';
import { Message } from '../../ui/message';
import { Prose } from '../../ui/prose';
import { ValueList } from '../../ui/value-list';
import styles from './diagnosis-view.module.css';
import { Excerpt } from './highlights';
import { LARGE_TEXT } from './text-size';

/** How many of very many findings to list at once; each further press lists as many again. */
const LISTED = 25;

type DrawCard = (rule: Rule, finding: Finding) => ReactNode;
type Shown = { text: string; diagnosis: Diagnosis; ruleset: Ruleset };

/**
 * What a pasted text holds: the one error's card (drawn by `card`), a list of several errors, or a plain "none"
 * with what was tried and what it may have meant.
 */
export function DiagnosisView({ card, ...shown }: Shown & { card: DrawCard }) {
  const { findings } = shown.diagnosis;
  const [only] = findings;
  if (!only) return <NothingFound {...shown} />;
  if (findings.length > 1) return <SeveralFound card={card} {...shown} />;
  return ruleOf(shown.ruleset, only.ruleId, (rule) => (
    <div className={styles.panel}>
      <FindingHead rule={rule} finding={only} />
      {shown.text.length > LARGE_TEXT && <Excerpt text={shown.text} finding={only} />}
      {card(rule, only)}
    </div>
  ));
}

/** One line that says what was found, for those who hear the page. */
export function diagnosisSummary({ findings }: Diagnosis, ruleset: Ruleset): string {
  const titles = [...new Set(findings.map(({ ruleId }) => ruleId))].map(
    (id) => ruleset.rules.find((rule) => rule.id === id)?.title ?? id,
  );
  if (findings.length === 0) return 'No known error recognised';
  return `${findings.length === 1 ? '1 error' : `${findings.length} errors`} recognised: ${titles.join(', ')}`;
}

function FindingHead({ rule, finding }: { rule: Rule; finding: Finding }) {
  return (
    <header className={styles.head}>
      <p className={styles.chips}>
        <span className={finding.certainty === 'exact' ? styles.exact : styles.partial}>
          {finding.certainty === 'exact' ? 'Exact match' : 'Close match'}
        </span>
        {rule.seenIn.length > 0 && (
          <span className={styles.chip}>Seen in: {rule.seenIn.join(', ')}</span>
        )}
      </p>
      <h2 className={styles.title}>
        <Link to={`/errors/${rule.id}`}>{rule.title}</Link>
      </h2>
    </header>
  );
}

function SeveralFound({ card, ...shown }: Shown & { card: DrawCard }) {
  const [listed, setListed] = useState(LISTED);
  const { text, diagnosis, ruleset } = shown;
  const more = diagnosis.findings.length - listed;
  return (
    <>
      <p className={styles.count}>
        {diagnosis.findings.length} errors recognised, in the order of your text
      </p>
      <ol className={styles.findings}>
        {diagnosis.findings.slice(0, listed).map((finding) =>
          ruleOf(ruleset, finding.ruleId, (rule) => (
            <li key={finding.start} className={styles.panel}>
              <FindingHead rule={rule} finding={finding} />
              <ul className={styles.causes}>
                {rule.causes.map((cause) => (
                  <li key={cause.id}>
                    <Prose text={cause.text} />
                  </li>
                ))}
              </ul>
              <ValueList captures={finding.captures} />
              <Excerpt text={text} finding={finding} />
              <CardOnDemand rule={rule} draw={() => card(rule, finding)} />
            </li>
          )),
        )}
      </ol>
      {more > 0 && (
        <button type="button" className="button" onClick={() => setListed(listed + LISTED)}>
          Show {Math.min(more, LISTED)} more of {more}
        </button>
      )}
    </>
  );
}

/** A whole card in the list, drawn when it is opened: a long list of them would be slow to draw at once. */
function CardOnDemand({ rule, draw }: { rule: Rule; draw: () => ReactNode }) {
  const [opened, setOpened] = useState(false);
  return (
    <details className={styles.more} onToggle={() => setOpened(true)}>
      <summary>
        What to do<span className="unseen"> about {rule.title}</span>
      </summary>
      {opened && draw()}
    </details>
  );
}

function NothingFound({ diagnosis, ruleset }: Shown) {
  const texts = ruleset.rules.reduce((sum, rule) => sum + rule.signatures.length, 0);
  return (
    <div className={styles.panel}>
      <h2 className={styles.title}>No known error recognised</h2>
      <p>
        Your text was compared with the {texts} messages of {ruleset.rules.length} known errors,
        from its first line to its last, whatever its upper and lower case, quotes, escapes and line
        breaks.
      </p>
      {diagnosis.suggestions.length > 0 && (
        <div className={styles.suggestions}>
          <h3>Did you mean</h3>
          <ul>
            {diagnosis.suggestions.map(({ ruleId }) =>
              ruleOf(ruleset, ruleId, (rule) => (
                <li key={ruleId}>
                  <Link to={`/errors/${rule.id}`}>{rule.title}</Link>
                  {rule.signatures.map((signature) => (
                    <p key={signature} className={styles.message}>
                      <Message signature={signature} />
                    </p>
                  ))}
                </li>
              )),
            )}
          </ul>
          <p>These only share words with your text. Compare before you act on one.</p>
        </div>
      )}
      <p>
        Paste the whole message, or the whole row it stands in. Or look it up in{' '}
        <Link to="/errors">all errors</Link>.
      </p>
    </div>
  );
}

/** Draws with a rule that a finding or suggestion names; ids come from the same dataset, so it is there. */
function ruleOf(ruleset: Ruleset, id: string, draw: (rule: Rule) => ReactNode): ReactNode {
  const rule = ruleset.rules.find((candidate) => candidate.id === id);
  return rule ? draw(rule) : null;
}
