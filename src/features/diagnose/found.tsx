import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { Paragraph } from '../../components/prose';
import type { PlacedFinding } from '../../core/ruleset/recognise';
import type { Rule } from '../../core/ruleset/schema';
import { valuesFragment } from '../../core/ruleset/values';
import styles from './found.module.css';
import { sayCount } from './text-size';

type NothingProps = {
  where: string | undefined;
  /** How many were read, of files. */
  rows: number | undefined;
  children: ReactNode;
};

/** Says that a text, or files, hold no known error; `children` are the ways on. */
export function NothingFound({ where, rows, children }: NothingProps) {
  const title = rows === undefined ? 'No known error in this text' : 'No known error in what was read';
  return (
    <div className={`panel ${styles.nothing}`}>
      <h2 className={styles.title}>{rows === 0 ? 'Nothing was read' : title}</h2>
      {rows === undefined ? (
        <>
          <p>Paste the whole message, or the whole row that contains it.</p>
          <Paragraph text={where} />
        </>
      ) : (
        rows > 0 && <p>{sayCount(rows, 'row was', 'rows were')} read.</p>
      )}
      {children}
    </div>
  );
}

/**
 * The heading of a found error's card; it leads to the card's own page with the values. They go along in the history's
 * state, since browsers keep and synchronise addresses. Another tab or window knows no such state, so the address that it
 * opens carries them.
 */
export function FoundHeading({ rule, finding }: { rule: Rule; finding: PlacedFinding }) {
  const navigate = useNavigate();
  const values = new Map(finding.captures.map(({ name, value }) => [name, value]));
  const path = `/errors/${rule.id}${finding.situation ? `?situation=${finding.situation}` : ''}`;
  return (
    <h2 className={styles.title}>
      <Link
        to={path + valuesFragment(values)}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
          event.preventDefault();
          void navigate(path, { state: { values } });
        }}
      >
        {rule.title}
      </Link>
    </h2>
  );
}

/** How sure it is that a text holds an error. */
export function Certainty({ finding }: { finding: PlacedFinding }) {
  if (finding.isCommon) return <span className="chip caution">Other software uses these words too</span>;
  if (finding.certainty === 'exact') return <span className="chip good">Exact match</span>;
  return <span className="chip caution">Close match: compare the words</span>;
}
