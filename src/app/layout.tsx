import { Plug } from 'lucide-react';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { Link, NavLink, useLocation, useNavigationType } from 'react-router-dom';
import { NoticeBar } from '../features/notice/notice-bar';
import { UpdateBar } from '../features/offline/update-bar';
import { useRuleset } from '../features/ruleset/ruleset-query';
import { ErrorBoundary } from './error-boundary';
import styles from './layout.module.css';
import { usePrefetch } from './use-prefetch';

/** What every page stands in. */
export function Layout({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const ruleset = useRuleset().data;
  const way = useNavigationType();

  useForgottenHead(pathname);
  usePrefetch();

  // A new page starts at its top; on the way back the browser knows where the reader was.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new address is a new page
  useEffect(() => {
    if (way !== 'POP') window.scrollTo(0, 0);
  }, [pathname]);

  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: a link to a place on the page, which works without scripts */}
      <a
        href="#content"
        className={`${styles.skip} visually-hidden`}
        onClick={(event) => {
          // The address's own fragment stays: it may hold a card's values, or a text.
          event.preventDefault();
          document.getElementById('content')?.focus();
        }}
      >
        Skip to the content
      </a>
      <header className={`${styles.header} unprinted`}>
        <div className={styles.bar}>
          <Link to="/" className={styles.brand}>
            <Plug size="1.25em" aria-hidden="true" />
            ITSMC troubleshooter
          </Link>
          <nav aria-label="Main">
            <NavLink to="/" end>
              Paste an error
            </NavLink>
            <NavLink to="/errors">All errors</NavLink>
            {/* Last, so that nothing moves if the dataset turns out to have none. */}
            {ruleset?.questions.length !== 0 && <NavLink to="/wizard">No message?</NavLink>}
          </nav>
        </div>
      </header>
      <div className="unprinted">
        <NoticeBar ruleset={ruleset} />
      </div>
      <main id="content" className={styles.main} tabIndex={-1}>
        <ErrorBoundary key={pathname}>
          <Suspense>{children}</Suspense>
        </ErrorBoundary>
      </main>
      <footer className={`${styles.footer} unprinted`}>
        <p>
          What you paste stays in this browser. Not affiliated with Microsoft or ServiceNow; each
          card names its source. <Link to="/integrate">Link to this app</Link>
        </p>
      </footer>
      <UpdateBar />
    </>
  );
}

/**
 * The build says in the head what the page that was loaded is about. Phones share a page by its canonical link, which
 * must not be another page's.
 */
function useForgottenHead(pathname: string): void {
  const [loaded] = useState(pathname);
  useEffect(() => {
    if (pathname === loaded) return;
    const ofOnePage = 'link[rel=canonical], meta[name=description], meta[property^="og:"]';
    for (const element of document.head.querySelectorAll(ofOnePage)) element.remove();
  }, [pathname, loaded]);
}
