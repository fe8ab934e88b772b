import type { ComponentProps } from 'react';

export type HeadingLevel = 1 | 2 | 3 | 4 | 5;

/** A heading whose level depends on where it stands: a card is a page of its own, or part of one. */
export function Heading({ level, ...props }: { level: HeadingLevel } & ComponentProps<'h1'>) {
  const Tag = `h${level}` as const;
  return <Tag {...props} />;
}
