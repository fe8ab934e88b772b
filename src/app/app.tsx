import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { startTransition, useEffect, useState } from 'react';
import { Route, Routes, useLocation } from 'react-router-dom';
import { Hydrated } from '../lib/hydrated';
import { ErrorBoundary } from './error-boundary';
import { Layout } from './layout';
import { pages } from './pages';

/**
 * The whole app, within a router. `takesOver` says that it was drawn at build and is to be taken over as it stands:
 * then the address's query, fragment and state count only after that.
 */
export function App({
  queryClient,
  takesOver,
  onReady,
}: {
  queryClient: QueryClient;
  takesOver: boolean;
  /** Called once all of it reacts. */
  onReady?: () => void;
}) {
  const location = useLocation();
  const [hydrated, setHydrated] = useState(!takesOver);
  useEffect(() => {
    if (hydrated) onReady?.();
    else startTransition(() => setHydrated(true));
  }, [hydrated, onReady]);
  return (
    <ErrorBoundary>
      <QueryClientProvider client={queryClient}>
        <Hydrated value={hydrated}>
          <Layout>
            <Routes location={hydrated ? location : { pathname: location.pathname }}>
              {pages.map(({ path, element: Page }) => (
                <Route key={path} path={path} element={<Page />} />
              ))}
            </Routes>
          </Layout>
        </Hydrated>
      </QueryClientProvider>
    </ErrorBoundary>
  );
}
