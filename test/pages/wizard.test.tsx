import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Ruleset } from '../../src/core/ruleset/schema';
import { walk } from '../../src/core/wizard/walk';
import { rulesetQuery } from '../../src/features/ruleset/ruleset-query';
import WizardPage from '../../src/pages/wizard';
import WizardMapPage from '../../src/pages/wizard-map';
import { itsmc } from '../itsmc';

// What it does with a text is shown in a browser.
vi.mock('../../src/features/diagnose/paste-here', () => ({
  default: () => <textarea aria-label="Paste the error" />,
}));

beforeAll(() => {
  // jsdom has no layout to scroll.
  Element.prototype.scrollIntoView = () => {};
});

/** Opens an address of the wizard and returns the router, which knows where the reader is. */
function open(address: string, { ruleset = itsmc, state }: { ruleset?: Ruleset; state?: unknown } = {}) {
  const queryClient = new QueryClient();
  queryClient.setQueryData(rulesetQuery.queryKey, { ...ruleset, edition: 'test' });
  const [pathname, search = ''] = address.split('?');
  const router = createMemoryRouter(
    [
      { path: '/wizard/map', element: <WizardMapPage /> },
      { path: '/wizard/*', element: <WizardPage /> },
      { path: '*', element: null },
    ],
    { initialEntries: [{ pathname, search, state }] },
  );
  render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return router;
}
const user = userEvent.setup();
const heading = () => screen.getByRole('heading', { level: 1 });
const answers = () => screen.getByRole('group').querySelectorAll('a');
const given = () => screen.queryByRole('region', { name: 'Your answers' })?.querySelectorAll('li');
const press = (name: string | RegExp, role = 'link') =>
  user.click(screen.getByRole(role, { name }));
const texts = (elements: Iterable<Element>) => [...elements].map(({ textContent }) => textContent);
const titles = new Map(itsmc.rules.map(({ id, title }) => [id, title]));

describe('the questions', () => {
  it.each(itsmc.questions[0]?.options ?? [])(
    'lead to their causes on every path from “$label”, and back',
    async ({ id }) => {
      const router = open(`/wizard`);
      const walkOn = async (path: string[]) => {
        const { question, outcomes } = walk(itsmc.questions, path);
        expect(router.state.location.pathname).toBe(['/wizard', ...path].join('/'));
        expect(given()).toHaveLength(path.length);
        if (!question) {
          expect(heading()).toHaveTextContent(/^Likely causes?$/);
          expect(texts(document.querySelectorAll('h2 a'))).toEqual(
            outcomes.map(({ rule }) => titles.get(rule)),
          );
          return;
        }
        expect(screen.getByRole('group', { name: question.text })).toBeVisible();
        expect(texts(answers())).toEqual(question.options.map(({ label }) => label));
        for (const [i, option] of question.options.entries()) {
          await user.click(answers()[i] as Element);
          await walkOn([...path, option.id]);
          await vi.waitFor(async () => {
            await router.navigate(-1);
            expect(heading()).toHaveTextContent(question.text);
          });
        }
      };
      const first = itsmc.questions[0]?.options.findIndex((option) => option.id === id) ?? 0;
      await user.click(answers()[first] as Element);
      await walkOn([id]);
    },
    30_000,
  );
});
