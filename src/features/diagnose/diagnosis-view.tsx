import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Link, useLocation } from 'react-router-dom';
import { Message } from '../../components/message';
import { Prose } from '../../components/prose';
import { ValueList } from '../../components/value-list';
import type { Diagnosis, Finding } from '../../core/diagnosis';
import type { Rule, Ruleset } from '../../core/ruleset/schema';
import type { Values } from '../../core/ruleset/values';
import styles from './diagnosis-view.module.css';
import { Excerpt } from './highlights';
import { LISTED, MoreButton } from './more-button';
import { LARGE_TEXT } from './text-size';

/** So many repeats of an error are listed without being asked for. */
const OPEN_REPEATS = 5;

/** How the page draws a finding's card. */
export type DrawCard = (rule: Rule, finding: Finding) => ReactNode;
/** How the page offers to report a text that holds no known error. */
export type DrawReport = (text: string, diagnosis: Diagnosis) => ReactNode;
type Shown = { text: string; diagnosis: Diagnosis; ruleset: Ruleset };

/**
 * What a pasted text holds: the one error's card (drawn by `card`), a list of several errors, or a plain "none"
 * with what was tried and what it may have meant.
 */
export function DiagnosisView({
  card,
  report,
  ...shown
}: Shown & { card: DrawCard; report: DrawReport }) {
  const { text, diagnosis, ruleset } = shown;
  const runs = useMemo(() => toRuns(diagnosis.findings), [diagnosis]);
  const [only] = runs;
  if (!only) return <NothingFound {...shown} report={report} />;
  if (runs.length > 1) return <SeveralFound runs={runs} card={card} {...shown} />;
  const rule = ruleOf(ruleset, only.first.ruleId);
  return (
    <div className="panel">
      <FindingHead rule={rule} finding={only.first} />
      {text.length > LARGE_TEXT && <Excerpt text={text} finding={only.first} />}
      <Repeats text={text} rule={rule} findings={only.more} />
      {card(rule, only.first)}
    </div>
  );
}

/** One line that says what was found, for those who hear the page or see only a part of it. */
export function diagnosisSummary({ findings }: Diagnosis, ruleset: Ruleset): string {
  const counts = new Map<string, number>();
  for (const { ruleId } of findings) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  const kinds = [...counts].map(([id, count]) => {
    const { title } = ruleOf(ruleset, id);
    return count > 1 ? `${title} (${count} times)` : title;
  });
  if (findings.length === 0) return 'No known error recognised';
  return `${findings.length === 1 ? '1 error' : `${findings.length} errors`} recognised: ${kinds.join(', ')}`;
}

/** Findings of one rule that follow each other: the same trouble, said again. */
type Run = { first: Finding; more: Finding[] };

function toRuns(findings: readonly Finding[]): Run[] {
  const runs: Run[] = [];
  for (const finding of findings) {
    const last = runs.at(-1);
    if (last?.first.ruleId === finding.ruleId) last.more.push(finding);
    else runs.push({ first: finding, more: [] });
  }
  return runs;
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
        <Link to={`/errors/${rule.id}`} state={{ values: valuesOf(finding) }}>
          {rule.title}
        </Link>
      </h2>
    </header>
  );
}

function SeveralFound({ runs, card, text, ruleset }: Shown & { runs: Run[]; card: DrawCard }) {
  const [listed, setListed] = useState(LISTED);
  const list = useRef<HTMLOListElement>(null);
  return (
    <>
      <ol ref={list} className={styles.findings}>
        {runs.slice(0, listed).map(({ first, more }) => {
          const rule = ruleOf(ruleset, first.ruleId);
          return (
            <li key={first.start} className="panel">
              <FindingHead rule={rule} finding={first} />
              <ul className={styles.causes}>
                {rule.causes.map((cause) => (
                  <li key={cause.id}>
                    <Prose text={cause.text} />
                  </li>
                ))}
              </ul>
              <ValueList values={valuesOf(first)} />
              <Excerpt text={text} finding={first} />
              <Repeats text={text} rule={rule} findings={more} />
              <CardOnDemand rule={rule} draw={() => card(rule, first)} />
            </li>
          );
        })}
      </ol>
      <MoreButton total={runs.length} listed={listed} onMore={setListed} list={list} />
    </>
  );
}

/** The further findings of a run: each with its title, its place and its values. */
function Repeats({ text, rule, findings }: { text: string; rule: Rule; findings: Finding[] }) {
  const [listed, setListed] = useState(LISTED);
  const list = useRef<HTMLOListElement>(null);
  if (findings.length === 0) return null;
  return (
    <details className={styles.more} open={findings.length <= OPEN_REPEATS}>
      <summary>{findings.length} more like it</summary>
      <ol ref={list} className={styles.repeats}>
        {findings.slice(0, listed).map((finding) => (
          <li key={finding.start}>
            <h3>
              <Link to={`/errors/${rule.id}`} state={{ values: valuesOf(finding) }}>
                {rule.title}
              </Link>
            </h3>
            <Excerpt text={text} finding={finding} />
          </li>
        ))}
      </ol>
      <MoreButton total={findings.length} listed={listed} onMore={setListed} list={list} />
    </details>
  );
}

/** A whole card in the list, drawn when it is opened or printed: a long list of them would be slow to draw at once. */
function CardOnDemand({ rule, draw }: { rule: Rule; draw: () => ReactNode }) {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    const drawNow = () => flushSync(() => setDrawn(true));
    window.addEventListener('beforeprint', drawNow);
    return () => window.removeEventListener('beforeprint', drawNow);
  }, []);
  return (
    <details className={styles.more} onToggle={() => setDrawn(true)}>
      <summary>
        What to do: {rule.resolutions.map(({ title }) => title).join(', or ')}
        <span className="visually-hidden"> (for {rule.title})</span>
      </summary>
      {drawn && draw()}
    </details>
  );
}

function NothingFound({ text, diagnosis, ruleset, report }: Shown & { report: DrawReport }) {
  const inWizard = useLocation().pathname.startsWith('/wizard');
  const texts = ruleset.rules.reduce((sum, rule) => sum + rule.signatures.length, 0);
  return (
    <div className="panel">
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
            {diagnosis.suggestions
              .map(({ ruleId }) => ruleOf(ruleset, ruleId))
              .map((rule) => (
                <li key={rule.id}>
                  <Link to={`/errors/${rule.id}`}>{rule.title}</Link>
                  {rule.signatures.map((signature) => (
                    <p key={signature} className={styles.message}>
                      <Message signature={signature} />
                    </p>
                  ))}
                </li>
              ))}
          </ul>
          <p>These only share words with your text. Compare before you act on one.</p>
        </div>
      )}
      <p>
        Paste the whole message, or the whole row it stands in. Or look it up in{' '}
        <Link to="/errors">all errors</Link>.
        {ruleset.questions.length > 0 && !inWizard && (
          <>
            {' '}
            If there is no message, <Link to="/wizard">answer a few questions</Link>.
          </>
        )}
      </p>
      {ruleset.where && (
        <p>
          <Prose text={ruleset.where} />
        </p>
      )}
      {report(text, diagnosis)}
    </div>
  );
}

function valuesOf({ captures }: Finding): Values {
  return new Map(captures.map(({ name, value }) => [name, value]));
}

/** The rule that a finding or suggestion names: the diagnosis was made with the same dataset, so it is there. */
function ruleOf(ruleset: Ruleset, id: string): Rule {
  const rule = ruleset.rules.find((candidate) => candidate.id === id);
  if (!rule) throw new Error(`a diagnosis names a rule that is not in its dataset: ${id}`);
  return rule;
}
