import { type ComponentProps, useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';

/** A page's h1. When the reader comes from another page of ours it takes the focus, so that it is read out. */
export function PageHeading(props: ComponentProps<'h1'>) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key, pathname } = useLocation();
  // The router gives every address that it leads to a key of its own.
  const cameFromHere = key !== 'default';
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address is a new page, even with the same component
  useEffect(() => {
    if (cameFromHere) heading.current?.focus({ preventScroll: true });
  }, [pathname]);
  return <h1 ref={heading} tabIndex={-1} {...props} />;
}
