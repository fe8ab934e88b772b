import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useLayoutEffect, useState } from 'react';
import { Route, Routes, useLocation } from 'react-router-dom';
import { Hydrated } from '../lib/hydrated';
import { ErrorBoundary } from './error-boundary';
import { Layout } from './layout';
import { pages } from './pages';

/** The whole app, within a router. As at build, only the address's path counts in the first render. */
export function App({ onHydrated }: { onHydrated?: () => void }) {
  const location = useLocation();
  const [queryClient] = useState(() => new QueryClient());
  const [hydrated, setHydrated] = useState(false);
  useLayoutEffect(() => {
    // At once, so that fields keep what was typed before the app started: see useEarlyInput.
    setHydrated(true);
    onHydrated?.();
  }, [onHydrated]);
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
