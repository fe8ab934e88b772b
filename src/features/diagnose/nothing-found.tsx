import type { ReactNode } from 'react';
import { Prose } from '../../components/prose';
import styles from './found.module.css';

/** Says that a text holds no known error, and how to go on; `children` are the ways. */
export function NothingFound({ where, children }: { where: string | undefined; children: ReactNode }) {
  return (
    <div className={`panel ${styles.nothing}`}>
      <h2 className={styles.title}>No known error in this text</h2>
      <p>
        Paste the whole message, or the whole row that contains it.
        {where && (
          <>
            {' '}
            <Prose text={where} />
          </>
        )}
      </p>
      {children}
    </div>
  );
}
