import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, startTransition } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router-dom';
import { App } from './app/app';
import { pageAt } from './app/pages';
import { rulesetQuery } from './features/ruleset/ruleset-query';
import { RulesetRetry } from './features/ruleset/ruleset-retry';
import { keepTyped } from './ui/use-visit-text';
import './ui/tokens.css';
import './ui/base.css';

const base = import.meta.env.BASE_URL;
const queryClient = new QueryClient();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

/** Ends when the app has started; fails if it can't. Then the page says so: see hosting/boot.js. */
export const started = start(root);

/**
 * Takes over the page that the build drew, if it is this address's and of the same dataset; else draws anew. What is
 * drawn already stays in sight until all that is needed is there.
 */
async function start(root: HTMLElement): Promise<void> {
  const { path: drawn, edition: drawnFrom } = root.dataset;
  if (drawn !== undefined) tidyAddress(drawn);
  const address = `/${location.pathname.slice(base.length)}`;
  const loading = Promise.allSettled([
    queryClient.fetchQuery(rulesetQuery),
    pageAt(address)?.load(),
  ]);
  if (!root.hasChildNodes()) return draw(root);
  const [ruleset, code] = await loading;
  if (code.status === 'rejected') throw code.reason;
  if (drawn !== address) return draw(root);
  // A card can be read without the dataset; only what can be done with it has to wait.
  if (ruleset.status === 'rejected' && address.startsWith('/errors')) return offerRetry(root);
  keepTyped(root);
  if (ruleset.status === 'rejected' || ruleset.value.edition !== drawnFrom) return draw(root);
  root.dataset.started = '';
  // Within a transition, React stops every few milliseconds to let the reader's own doings through.
  startTransition(() => {
    hydrateRoot(root, app(true));
  });
}

function draw(root: HTMLElement): void {
  // The app brings its own.
  document.querySelector('head > title')?.remove();
  root.dataset.started = '';
  createRoot(root).render(app(false));
}

function app(takesOver: boolean) {
  return (
    <StrictMode>
      <BrowserRouter basename={base}>
        <App queryClient={queryClient} takesOver={takesOver} />
      </BrowserRouter>
    </StrictMode>
  );
}

function offerRetry(root: HTMLElement): void {
  const place = document.createElement('div');
  root.querySelector('main')?.prepend(place);
  const notice = createRoot(place);
  const goOn = () => {
    notice.unmount();
    place.remove();
    void start(root);
  };
  notice.render(
    <QueryClientProvider client={queryClient}>
      <RulesetRetry onLoaded={goOn} />
    </QueryClientProvider>,
  );
}

/** The same page has further addresses on most hosts, with ".html" or "/" at the end. */
function tidyAddress(drawn: string): void {
  const { pathname, search, hash } = location;
  const own = base.slice(0, -1) + drawn;
  const others = [`${own}.html`, `${own}/`, `${own}index.html`, `${own}/index.html`];
  if (others.includes(pathname)) history.replaceState(history.state, '', own + search + hash);
}
