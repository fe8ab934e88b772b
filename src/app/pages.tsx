import { type ComponentType, lazy, useState } from 'react';
import { matchPath } from 'react-router-dom';
// The card is what nearly every visit ends at, so it comes with the app.
import ErrorPage from '../pages/error';

type Page = {
  /** The addresses that it answers, in the router's language. */
  path: string;
  /** The name of its file, if that is fetched on its own. */
  file?: string;
  element: ComponentType;
  /** Fetches its code. */
  load: () => Promise<unknown>;
};

const files = import.meta.glob<{ default: ComponentType }>(['../pages/*.tsx', '!../pages/error.tsx']);

/** All pages; the first whose path matches an address answers it. */
export const pages: readonly Page[] = [
  page('/', 'home'),
  page('/errors', 'errors'),
  { path: '/errors/:id', element: ErrorPage, load: async () => {} },
  page('/wizard/map', 'wizard-map'),
  page('/wizard/*', 'wizard'),
  page('/integrate', 'integrate'),
  page('/changes', 'changes'),
  page('*', 'not-found'),
];

/** The page at an address, which is a path below the base. */
export function pageAt(address: string): Page | undefined {
  return pages.find(({ path }) => matchPath(path, address));
}

/** A page whose code comes when it is needed. Code that is already loaded renders at once, without a blank frame. */
function page(path: string, file: string): Page {
  const fetchCode = files[`../pages/${file}.tsx`];
  if (!fetchCode) throw new Error(`no page "${file}"`);
  let loaded: ComponentType | undefined;
  const load = async () => {
    const code = await fetchCode();
    loaded = code.default;
    return code;
  };
  const LazyPage = lazy(load);
  const element = () => {
    // Keep the same component, or the page would be remounted once its code has loaded.
    const [Element] = useState<ComponentType>(() => loaded ?? LazyPage);
    return <Element />;
  };
  return { path, file, element, load };
}
