import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, startTransition } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router-dom';
import { App } from './app/app';
import { followEarly, redoEarly } from './app/early';
import { pageAt } from './app/pages';
import { rulesetQuery } from './features/ruleset/ruleset-query';
import { RulesetRetry } from './features/ruleset/ruleset-retry';
import './components/tokens.css';
import './components/base.css';

const base = import.meta.env.BASE_URL;
const queryClient = new QueryClient();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

/** Ends when the app is ready; fails if it can't be. What happens meanwhile is up to build/boot.js. */
export const started = start(root).then(redoEarly);

/**
 * Takes over the page that the build drew, if it is this address's and of the same dataset; else draws anew. What is
 * drawn already stays in sight until all that is needed is there.
 */
async function start(root: HTMLElement): Promise<void> {
  const { path: drawn, edition: drawnFrom } = root.dataset;
  if (drawn !== undefined) tidyAddress(drawn);
  const address = here();
  const loading = Promise.allSettled([
    queryClient.fetchQuery(rulesetQuery),
    pageAt(address)?.load(),
  ]);
  followEarly();
  if (!root.hasChildNodes()) return draw(root);
  const [ruleset, code] = await loading;
  if (code.status === 'rejected') throw code.reason;
  if (drawn !== address) return draw(root);
  if (ruleset.status === 'rejected') {
    // What is drawn can be read without the dataset; only what can be done with it has to wait.
    await retry(root);
    return start(root);
  }
  if (ruleset.value.edition !== drawnFrom) return draw(root);
  // The dataset has taken its time.
  await new Promise((resolve) => setTimeout(resolve));
  // Meanwhile the reader may have gone back.
  if (here() !== drawn) return draw(root);
  return new Promise((resolve) => {
    // Within a transition, React stops every few milliseconds to let the reader's own doings through.
    startTransition(() => {
      hydrateRoot(root, app({ takesOver: true, onReady: resolve }));
    });
  });
}

/** The page's address below the base. */
function here(): string {
  return `/${location.pathname.slice(base.length)}`;
}

function draw(root: HTMLElement): Promise<void> {
  // The app brings its own.
  document.querySelector('head > title')?.remove();
  return new Promise((resolve) => {
    createRoot(root).render(app({ takesOver: false, onReady: resolve }));
  });
}

function app(how: { takesOver: boolean; onReady: () => void }) {
  return (
    <StrictMode>
      <BrowserRouter basename={base}>
        <App queryClient={queryClient} {...how} />
      </BrowserRouter>
    </StrictMode>
  );
}

/** Says above the page why the dataset is not there, until it is. */
async function retry(root: HTMLElement): Promise<void> {
  const place = document.createElement('div');
  root.querySelector('main')?.prepend(place);
  const notice = createRoot(place);
  await new Promise<void>((resolve) => {
    notice.render(
      <QueryClientProvider client={queryClient}>
        <RulesetRetry onLoaded={resolve} />
      </QueryClientProvider>,
    );
  });
  notice.unmount();
  place.remove();
}

/** The same page has further addresses on most hosts, with ".html" or "/" at the end. */
function tidyAddress(drawn: string): void {
  const { pathname, search, hash } = location;
  const own = base.slice(0, -1) + drawn;
  const others = [`${own}.html`, `${own}/`, `${own}index.html`, `${own}/index.html`];
  if (others.includes(pathname)) history.replaceState(history.state, '', own + search + hash);
}
