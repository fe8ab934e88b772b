import { type ReactNode, useId } from 'react';
import { Heading, type HeadingLevel } from '../../ui/heading';
import styles from './section.module.css';

/** A part of a card, under a small label that screen readers can jump to. */
export function Section({
  title,
  level,
  unprinted = false,
  children,
}: {
  title: string;
  level: HeadingLevel;
  /** Whether it is of use on the screen only. */
  unprinted?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={`${styles.section} ${unprinted ? 'unprinted' : ''}`} aria-labelledby={id}>
      <Heading level={level} id={id} className={styles.label}>
        {title}
      </Heading>
      {children}
    </section>
  );
}
