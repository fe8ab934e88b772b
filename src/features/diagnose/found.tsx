import type { ReactNode } from 'react';
import { Paragraph } from '../../components/prose';
import type { PlacedFinding } from '../../core/ruleset/recognise';
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
  return (
    <div className={`panel ${styles.nothing}`}>
      <h2 className={styles.title}>{rows === 0 ? 'Nothing was read' : 'No known error found'}</h2>
      {rows === undefined ? (
        <>
          <p>If this is only part of the message, paste all of it.</p>
          <Paragraph text={where} />
        </>
      ) : (
        rows > 0 && <p>{sayCount(rows, 'row was', 'rows were')} read.</p>
      )}
      {children}
    </div>
  );
}

/** How sure it is that a text holds an error. */
export function Certainty({ finding }: { finding: PlacedFinding }) {
  if (finding.isCommon) return <span className="chip caution">Other software uses these words too</span>;
  if (finding.certainty === 'exact') return <span className="chip good">Exact match</span>;
  return <span className="chip caution">Close match: check the wording</span>;
}
