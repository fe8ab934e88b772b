import { QueryClient } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { rulesetQuery } from './features/ruleset/ruleset-query';
import './ui/tokens.css';
import './ui/base.css';

const queryClient = new QueryClient();
// The dataset is on its way while the page's own code still is.
void queryClient.prefetchQuery(rulesetQuery);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App queryClient={queryClient} />
  </StrictMode>,
);
