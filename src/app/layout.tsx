import { SunMoon } from 'lucide-react';
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { Link, NavLink, useLocation, useNavigationType } from 'react-router-dom';
import { AppName } from '../components/page-heading';
import { ArrivingText } from '../features/diagnose/arriving-text';
import { UpdateBar } from '../features/offline/update-bar';
import { DatasetNote } from '../features/ruleset/dataset-note';
import { useRuleset } from '../features/ruleset/ruleset-query';
import { useEarlyInput } from '../lib/use-early-input';
import { useKeptValue } from '../lib/use-kept-value';
import { ErrorBoundary } from './error-boundary';
import styles from './layout.module.css';
import { SearchDialog } from './search-dialog';

/** The frame of every page. */
export function Layout({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const { product, questions, changes } = useRuleset();
  const [firstPath] = useState(pathname);
  const navigation = useNavigationType();

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new address is a new page
  useEffect(() => {
    // A new page starts at its top. When the reader goes back, the browser restores the position.
    if (navigation !== 'POP') window.scrollTo(0, 0);
    if (pathname === firstPath) return;
    // These describe the first page alone. Phones share a page by its canonical link.
    const ofOnePage = 'link[rel=canonical], meta[name=description], meta[property^="og:"]';
    for (const element of document.head.querySelectorAll(ofOnePage)) element.remove();
  }, [pathname]);

  return (
    <AppName value={product.name}>
      {/* biome-ignore lint/a11y/useValidAnchor: it is a link to a place on the page, and works without scripts */}
      <a
        href="#content"
        className={`${styles.skip} visually-hidden`}
        onClick={(event) => {
          // Keep the address's fragment: it may hold a card's values.
          event.preventDefault();
          document.getElementById('content')?.focus();
        }}
      >
        Skip to the content
      </a>
      <header className={`${styles.header} unprinted`}>
        <div className={styles.bar}>
          <Link to="/" className={styles.brand}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d={product.icon} />
            </svg>
            {product.name}
          </Link>
          <nav aria-label="Main">
            <NavLink to="/" end>
              Paste an error
            </NavLink>
            {questions.length > 0 && <NavLink to="/wizard">Answer questions</NavLink>}
            <NavLink to="/errors">All errors</NavLink>
          </nav>
          <div className={styles.tools}>
            <SearchDialog />
            <ThemeSwitch />
          </div>
        </div>
      </header>
      <main id="content" className={styles.main} tabIndex={-1}>
        <ErrorBoundary key={pathname}>
          <Suspense>{children}</Suspense>
        </ErrorBoundary>
      </main>
      <footer className={`${styles.footer} unprinted`}>
        <p>
          What you paste stays in this browser. {product.disclaimer} <Link to="/integrate">Links and bookmarklet</Link>
          {changes.length > 0 && (
            <>
              {' '}
              · <Link to="/changes">What’s new</Link>
            </>
          )}
        </p>
        <DatasetNote />
      </footer>
      <UpdateBar />
      <ArrivingText />
    </AppName>
  );
}

/** Chooses the theme for this device. `src/main.ts` applies it before the app starts. */
function ThemeSwitch() {
  const [theme, setTheme] = useKeptValue('device', 'theme', '');
  const field = useRef<HTMLSelectElement>(null);
  const shown = useEarlyInput('value', field, theme, setTheme);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return (
    <label className={`${styles.theme} needs-script`}>
      <SunMoon size="1.1em" aria-hidden="true" />
      <span className="visually-hidden">Theme</span>
      <select ref={field} value={shown} onChange={({ target }) => setTheme(target.value)}>
        <option value="">System</option>
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
    </label>
  );
}
