import { type ReactNode, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { CardValues } from '../../components/message';
import { Paragraph } from '../../components/prose';
import type { PlacedFinding } from '../../core/ruleset/recognise';
import type { Rule } from '../../core/ruleset/schema';
import { causeOf } from '../../core/ruleset/situation';
import { CardLink } from './card-link';
import { type FindingGroup, valuesOf } from './findings';
import styles from './found.module.css';
import { Excerpt } from './highlights';
import { PagedList } from './paged-list';
import { LARGE_TEXT } from './text-size';

/** Up to this many repeats of an error are listed without a press. */
const MAX_OPEN_REPEATS = 5;

/** An error in a text; `children` is its card. */
type FoundError = { group: FindingGroup; text: string; children: ReactNode };

/** Says that a text holds no known error; `children` are the ways on. */
export function NothingFound({ where, children }: { where: string | undefined; children: ReactNode }) {
  return (
    <div className={`panel ${styles.nothing}`}>
      <h2 className={styles.title}>No known error in this text</h2>
      <p>Paste the whole message, or the whole row that contains it.</p>
      <Paragraph text={where} />
      {children}
    </div>
  );
}

/** Several errors, in the order of the text. */
export function ErrorList({ children }: { children: ReactNode }) {
  return <ol className={styles.findings}>{children}</ol>;
}

/** One of several errors. Its card opens on request. */
export function ErrorListItem({ group, text, children }: FoundError) {
  const { rule, first } = group;
  return (
    <li className="panel">
      <header className={styles.head}>
        <h2 className={styles.title}>
          <CardLink rule={rule} finding={first} />
        </h2>
        {(first.isCommon || first.certainty === 'partial') && <Certainty finding={first} />}
      </header>
      <CardValues value={valuesOf(first)}>
        <Paragraph text={causeOf(rule)} />
      </CardValues>
      <Excerpt text={text} finding={first} />
      <Repeats group={group} text={text} />
      <CardOnRequest rule={rule}>{children}</CardOnRequest>
    </li>
  );
}

/** The heading of a found error's card. What stands in the box is not said again. */
export function FoundHeading({ group: { rule, first }, text }: Omit<FoundError, 'children'>) {
  return (
    <>
      <h2 className={styles.title}>
        <CardLink rule={rule} finding={first} />
      </h2>
      {text.length > LARGE_TEXT && <Excerpt text={text} finding={first} />}
    </>
  );
}

/** How sure it is that a text holds an error. */
export function Certainty({ finding }: { finding: PlacedFinding }) {
  if (finding.isCommon) return <span className="chip caution">Other software uses these words too</span>;
  if (finding.certainty === 'exact') return <span className="chip good">Exact match</span>;
  return <span className="chip caution">Close match: compare the words</span>;
}

/** Where else in the text an error stands. */
export function Repeats({ group: { rule, repeats }, text }: Omit<FoundError, 'children'>) {
  if (repeats.length === 0) return null;
  return (
    <details className={`panel ${styles.more}`} open={repeats.length <= MAX_OPEN_REPEATS}>
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
        What to do: {rule.resolutions.map(({ title }) => title).join(' · ')}
        <span className="visually-hidden"> (for {rule.title})</span>
      </summary>
      {isRendered && children}
    </details>
  );
}
