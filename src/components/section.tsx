import { type PropsWithChildren, useId } from 'react';

type Props = { level: 2 | 3; title: string; className?: string | undefined; isNamedOnly?: boolean };

/** A part of a page that screen readers can jump to; its name is shown only where the part does not say it itself. */
export function Section({ level, title, className, isNamedOnly, children }: PropsWithChildren<Props>) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section aria-labelledby={id} className={className}>
      <Heading id={id} className={isNamedOnly ? 'visually-hidden' : undefined}>
        {title}
      </Heading>
      {children}
    </section>
  );
}
