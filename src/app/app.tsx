import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router-dom';
import { ErrorBoundary } from './error-boundary';
import { Layout } from './layout';

const HomePage = lazy(() => import('../pages/home'));
const ErrorsPage = lazy(() => import('../pages/errors'));
const ErrorPage = lazy(() => import('../pages/error'));
const WizardPage = lazy(() => import('../pages/wizard'));
const WizardMapPage = lazy(() => import('../pages/wizard-map'));
const IntegratePage = lazy(() => import('../pages/integrate'));
const NotFoundPage = lazy(() => import('../pages/not-found'));

export function App({ queryClient }: { queryClient: QueryClient }) {
  return (
    <ErrorBoundary>
      <QueryClientProvider client={queryClient}>
        <BrowserRouter basename={import.meta.env.BASE_URL}>
          <Routes>
            <Route element={<Layout />}>
              <Route index element={<HomePage />} />
              <Route path="errors" element={<ErrorsPage />} />
              <Route path="errors/:id" element={<ErrorPage />} />
              <Route path="wizard/map" element={<WizardMapPage />} />
              <Route path="wizard/*" element={<WizardPage />} />
              <Route path="integrate" element={<IntegratePage />} />
              <Route path="index.html" element={<Navigate to="/" replace />} />
              <Route path="*" element={<NotFoundPage />} />
            </Route>
          </Routes>
        </BrowserRouter>
      </QueryClientProvider>
    </ErrorBoundary>
  );
}
