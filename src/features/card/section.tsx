import { type ReactNode, useId } from 'react';
import { Heading, type HeadingLevel } from '../../components/heading';
import styles from './section.module.css';

/** A part of a card, under a small label that screen readers can jump to. */
export function Section({
  title,
  level,
  className = '',
  children,
}: {
  title: string;
  level: HeadingLevel;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={`${styles.section} ${className}`} aria-labelledby={id}>
      <Heading level={level} id={id} className={styles.label}>
        {title}
      </Heading>
      {children}
    </section>
  );
}
