import type { ReactNode } from 'react';
import { Paragraph } from '../../components/prose';
import type { PlacedFinding } from '../../core/ruleset/recognise';
import type { Rule } from '../../core/ruleset/schema';
import { CardLink } from './card-link';
import styles from './found.module.css';

type NothingProps = {
  where: string | undefined;
  /** How many were read, of files. */
  rows: number | undefined;
  children: ReactNode;
};

/** Says that a text, or files, hold no known error; `children` are the ways on. */
export function NothingFound({ where, rows, children }: NothingProps) {
  return (
    <div className={`panel ${styles.nothing}`}>
      <h2 className={styles.title}>No known error in {rows === undefined ? 'this text' : 'what was read'}</h2>
      {rows === undefined ? (
        <>
          <p>Paste the whole message, or the whole row that contains it.</p>
          <Paragraph text={where} />
        </>
      ) : (
        <p>
          {rows.toLocaleString('en')} {rows === 1 ? 'row was' : 'rows were'} read.
        </p>
      )}
      {children}
    </div>
  );
}

/** The heading of a found error's card; it leads to the card's own page. */
export function FoundHeading({ rule, finding }: { rule: Rule; finding: PlacedFinding }) {
  return (
    <h2 className={styles.title}>
      <CardLink rule={rule} finding={finding} />
    </h2>
  );
}

/** How sure it is that a text holds an error. */
export function Certainty({ finding }: { finding: PlacedFinding }) {
  if (finding.isCommon) return <span className="chip caution">Other software uses these words too</span>;
  if (finding.certainty === 'exact') return <span className="chip good">Exact match</span>;
  return <span className="chip caution">Close match: compare the words</span>;
}
