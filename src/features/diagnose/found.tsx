import { type ReactNode, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { Link } from 'react-router-dom';
import { Prose } from '../../components/prose';
import { ValueList } from '../../components/value-list';
import type { Finding } from '../../core/diagnosis';
import type { Rule } from '../../core/ruleset/schema';
import { type FindingGroup, valuesOf } from './findings';
import styles from './found.module.css';
import { Excerpt } from './highlights';
import { PagedList } from './paged-list';
import { LARGE_TEXT } from './text-size';

/** Up to this many repeats of an error are listed without a press. */
const MAX_OPEN_REPEATS = 5;

/** An error in a text; `children` is its card. */
type FoundError = { group: FindingGroup; text: string; children: ReactNode };

/** The only error that a text holds. */
export function OnlyError({ group: { rule, first, repeats }, text, children }: FoundError) {
  return (
    <div className="panel">
      <Head rule={rule} finding={first} />
      {text.length > LARGE_TEXT && <Excerpt text={text} finding={first} />}
      <Repeats text={text} rule={rule} repeats={repeats} />
      {children}
    </div>
  );
}

/** Several errors, in the order of the text. */
export function ErrorList({ children }: { children: ReactNode }) {
  return <PagedList className={styles.findings}>{children}</PagedList>;
}

/** One of several errors. Its card opens on request. */
export function ErrorListItem({ group: { rule, first, repeats }, text, children }: FoundError) {
  return (
    <li className="panel">
      <Head rule={rule} finding={first} />
      <ul className={styles.causes}>
        {rule.causes.map((cause) => (
          <li key={cause.id}>
            <Prose text={cause.text} />
          </li>
        ))}
      </ul>
      <ValueList values={valuesOf(first)} />
      <Excerpt text={text} finding={first} />
      <Repeats text={text} rule={rule} repeats={repeats} />
      <CardOnRequest rule={rule}>{children}</CardOnRequest>
    </li>
  );
}

function Head({ rule, finding }: { rule: Rule; finding: Finding }) {
  const isExact = finding.certainty === 'exact';
  return (
    <header className={styles.head}>
      <p className={styles.chips}>
        <span className={isExact ? styles.exact : styles.partial}>{isExact ? 'Exact match' : 'Close match'}</span>
        {rule.seenIn.length > 0 && <span className={styles.chip}>Seen in: {rule.seenIn.join(', ')}</span>}
      </p>
      <h2 className={styles.title}>
        <CardLink rule={rule} finding={finding} />
      </h2>
    </header>
  );
}

/** The values go along in the history's state, since browsers keep and synchronise addresses. */
function CardLink({ rule, finding }: { rule: Rule; finding: Finding }) {
  return (
    <Link to={`/errors/${rule.id}`} state={{ values: valuesOf(finding) }}>
      {rule.title}
    </Link>
  );
}

function Repeats({ text, rule, repeats }: { text: string; rule: Rule; repeats: Finding[] }) {
  if (repeats.length === 0) return null;
  return (
    <details className={styles.more} open={repeats.length <= MAX_OPEN_REPEATS}>
      <summary>
        {repeats.length} more {repeats.length === 1 ? 'occurrence' : 'occurrences'}
      </summary>
      <PagedList className={styles.repeats}>
        {repeats.map((finding) => (
          <li key={finding.start}>
            <h3>
              <CardLink rule={rule} finding={finding} />
            </h3>
            <Excerpt text={text} finding={finding} />
          </li>
        ))}
      </PagedList>
    </details>
  );
}

/** Renders the card once it is opened or printed: rendering a long list of cards at once would be slow. */
function CardOnRequest({ rule, children }: { rule: Rule; children: ReactNode }) {
  const [isRendered, setRendered] = useState(false);
  useEffect(() => {
    const renderNow = () => flushSync(() => setRendered(true));
    window.addEventListener('beforeprint', renderNow);
    return () => window.removeEventListener('beforeprint', renderNow);
  }, []);
  return (
    <details className={styles.more} onToggle={() => setRendered(true)}>
      <summary>
        What to do: {rule.resolutions.map(({ title }) => title).join(', or ')}
        <span className="visually-hidden"> (for {rule.title})</span>
      </summary>
      {isRendered && children}
    </details>
  );
}
