import { StrictMode, startTransition } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router-dom';
import { App } from './app/app';
import { pageAt } from './app/pages';

const base = import.meta.env.BASE_URL;

/** Resolves once the page is hydrated; rejects if the app could not be loaded. */
export const started = start();

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  const path = tidyPath(root.dataset.path);
  // Keep the prerendered page visible until the code of its page has loaded.
  await pageAt(path)?.load();
  await new Promise<void>((resolve) => {
    const app = (
      <StrictMode>
        <BrowserRouter basename={base}>
          <App onHydrated={resolve} />
        </BrowserRouter>
      </StrictMode>
    );
    if (root.dataset.path === path) {
      // In a transition, React yields to input every few milliseconds.
      startTransition(() => {
        hydrateRoot(root, app);
      });
    } else {
      // React renders its own title.
      document.querySelector('head > title')?.remove();
      createRoot(root).render(app);
    }
  });
}

/** The path below the base. Most hosts also serve a page with ".html" or "/" at its end, which goes from the address. */
function tidyPath(prerendered: string | undefined): string {
  const { pathname, search, hash } = location;
  const path = `/${pathname.slice(base.length)}`;
  const tidy = path.replace(/\/+$/, '').replace(/(\/index)?\.html$/, '') || '/';
  if (tidy === path || tidy !== prerendered) return path;
  history.replaceState(history.state, '', base.slice(0, -1) + tidy + search + hash);
  return tidy;
}
