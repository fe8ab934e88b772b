import { type ComponentProps, createContext, useContext, useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { useHydrated } from '../lib/hydrated';

/** What the app is called. */
export const AppName = createContext('');

type Props = ComponentProps<'h1'> & { children: string; title?: string };

/** A page's h1, which takes the focus after navigation so that screen readers say it; and its title, if that differs. */
export function PageHeading({ title, ...props }: Props) {
  const appName = useContext(AppName);
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  // On the first page, the focus stays where the browser or the reader put it.
  const isFirstPage = !useHydrated();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new path is a new page, even with the same component
  useEffect(() => {
    if (!isFirstPage) heading.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <>
      <title>{`${title ?? props.children} · ${appName}`}</title>
      <h1 ref={heading} tabIndex={-1} dir="auto" {...props} />
    </>
  );
}
