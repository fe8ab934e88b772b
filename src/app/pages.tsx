import { type ComponentType, lazy, useState } from 'react';
import { matchPath } from 'react-router-dom';
// The card is what nearly every visit ends at, so it comes with the app.
import ErrorPage from '../pages/error';

const files = import.meta.glob<{ default: ComponentType }>(['../pages/*.tsx', '!../pages/error.tsx']);

/** All pages, by the addresses that they answer in the router's language; the first that matches counts. */
export const pages = [
  page('/', 'home'),
  page('/errors', 'errors'),
  { path: '/errors/:id', file: undefined, element: ErrorPage, load: async () => {} },
  page('/wizard/map', 'wizard-map'),
  page('/wizard/*', 'wizard'),
  page('/integrate', 'integrate'),
  page('/changes', 'changes'),
  page('*', 'not-found'),
];

/** The page at an address, which is a path below the base. */
export function pageAt(address: string) {
  return pages.find(({ path }) => matchPath(path, address));
}

/** A page whose code is fetched by `load`, or when it is needed. Once there, it renders at once, without a blank frame. */
function page(path: string, file: string) {
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
