import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import {
  type Location,
  MemoryRouter,
  type NavigateFunction,
  Route,
  Routes,
  useLocation,
  useNavigate,
} from 'react-router-dom';
import { describe, expect, it, vi } from 'vitest';
import type { Outcome } from '../../src/core/ruleset/schema';
import { walk } from '../../src/core/wizard/walk';
import { rulesetQuery } from '../../src/features/ruleset/ruleset-query';
import { tickableSteps } from '../../src/lib/ticks';
import WizardPage from '../../src/pages/wizard';
import WizardMapPage from '../../src/pages/wizard-map';
import { printing } from '../printing';

// What it does with a text is shown in a browser.
vi.mock('../../src/pages/parts/diagnosis', () => ({
  default: () => <textarea aria-label="Paste the error" />,
}));

let location: Location;
let navigate: NavigateFunction;

function Router() {
  location = useLocation();
  navigate = useNavigate();
  return (
    <Routes>
      <Route path="/wizard/map" element={<WizardMapPage />} />
      <Route path="/wizard/*" element={<WizardPage />} />
      <Route path="*" element={null} />
    </Routes>
  );
}

function open(pathname: string, { search = '', state = null as unknown, ruleset = printing } = {}) {
  const queryClient = new QueryClient();
  queryClient.setQueryData(rulesetQuery.queryKey, { ...ruleset, hash: 'test' });
  render(
    <QueryClientProvider client={queryClient}>
      <MemoryRouter initialEntries={[{ pathname, search, state }]}>
        <Router />
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const texts = (selector: string) => all(selector).map(({ textContent }) => textContent);
const named = (text: string) => {
  const found = all('a, button').find(({ textContent }) => textContent?.trim().startsWith(text));
  if (!found) throw new Error(`nothing to press says "${text}"`);
  return found;
};
const press = (text: string) => fireEvent.click(named(text));
const openItem = () => outcomeItems().find((item) => isOpen(item.firstElementChild));
const answerOpen = (text: string) =>
  fireEvent.click(within(openItem() as HTMLElement).getByText(text, { selector: 'button' }));
const heading = () => document.querySelector('h1');
const answers = () => all('[role=group] li a');
const outcomeItems = () => all('li:has(> details)').filter((item) => item.querySelector('h2'));
const given = () => all('section[aria-label="Your answers"] li');
const summary = (name: string) => (screen.getByRole('textbox', { name }) as HTMLTextAreaElement).value;
const titles = new Map(printing.rules.map(({ id, title }) => [id, title]));
const steps = (part: ParentNode | undefined) => [...(part?.querySelectorAll('input[type=checkbox]') ?? [])];
const isOpen = (element: Element | null | undefined) => element instanceof HTMLDetailsElement && element.open;

/** The likely causes in order, the first one open, each with its steps, its card and a name of its own. */
function expectOutcomes(outcomes: readonly Outcome[]) {
  const items = outcomeItems();
  expect(heading()?.textContent).toMatch(/^Likely causes?$/);
  expect(items.map((item) => item.querySelector(':scope > p > a')?.textContent)).toEqual(
    outcomes.map(({ rule }) => titles.get(rule)),
  );
  expect(items.map((item) => isOpen(item.firstElementChild))).toEqual(outcomes.map((_, i) => i === 0));
  for (const item of items) expect(steps(item)).not.toEqual([]);
  const names = items.map((item) => item.querySelector('h2')?.textContent?.replace(/^\d\. /, ''));
  expect(new Set(names).size).toBe(outcomes.length);
  expect(texts('p').filter((text) => /^Fits: .*don’t know/.test(text))).toEqual([]);
}

describe('a question', () => {
  it('leads on every path to causes', async () => {
    open('/wizard');
    const visit = async (path: string[]) => {
      const { question, outcomes } = walk(printing.questions, path);
      const address = ['/wizard', ...path].join('/');
      await act(async () => navigate(address));
      expect(given()).toHaveLength(path.length);
      // One press for each question, and one for each on the way back.
      if (path.length > 0) expect(named('Back')).toHaveAttribute('href', ['/wizard', ...path.slice(0, -1)].join('/'));
      if (!question) return expectOutcomes(outcomes);
      expect(heading()?.textContent).toBe(question.text);
      expect(answers().map((link) => [link.textContent, link.getAttribute('href')])).toEqual(
        question.options.map(({ id, label }) => [label, `${address}/${id}`]),
      );
      for (const { id } of question.options) await visit([...path, id]);
    };
    await visit([]);
  }, 60_000);

  it('says how many have been answered, of how many at most', () => {
    open('/wizard');
    expect(screen.getByText('0 of at most 5 questions answered')).toBeVisible();
    press('One job is printed two or more times');
    expect(screen.getByText('1 of at most 2 questions answered')).toBeVisible();
    press('I don’t know');
    expect(screen.getByText('2 questions answered')).toBeVisible();
  });

  it('can be gone back to, where the answer is marked', () => {
    open('/wizard/nothing-printed/documents/no-message');
    press('Back');
    expect(heading()).toHaveTextContent('Does the status show a message?');
    expect(texts('[aria-current=true]')).toEqual(['No, there is no error Your current answer']);
    press('Yes, it shows an error');
    expect(location.pathname).toBe('/wizard/nothing-printed/documents/message');
  });

  it('shows a notice as soon as the first answer is about what it concerns', () => {
    open('/wizard/nothing-printed');
    expect(screen.getByRole('complementary', { name: 'Notice' })).toHaveTextContent(/^Folio paper was withdrawn/);
    cleanup();
    open('/wizard/duplicates');
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  it('shows it in full beside the outcomes that it concerns, and beside no others', () => {
    open('/wizard/nothing-printed/folio');
    expect(screen.getByText(/replaces it/)).toBeVisible();
    cleanup();
    open('/wizard/nothing-printed/documents/no-message/never-worked/account');
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  it.each([
    ['/wizard/nothing-printed', 1],
    ['/wizard/nothing-printed/documents/no-message/never-worked/account', 1],
    // Nothing on these paths has a message.
    ['/wizard/duplicates', 0],
    ['/wizard/duplicates/dont-know', 0],
  ])('%s offers the query for the latest errors where one of them would end the search', (path, queries) => {
    open(path);
    expect(screen.queryAllByText(/^Check first/)).toHaveLength(queries);
  });

  it('names the group of its answers', () => {
    open('/wizard/nothing-printed/documents');
    const group = screen.getByRole('group', { name: 'Does the status show a message?' });
    expect(within(group).getAllByRole('link')).toHaveLength(3);
    expect(group).toHaveAccessibleDescription(/View Summary/);
  });

  it('marks the answer that was given before', () => {
    open('/wizard/nothing-printed/documents/no-message');
    press('Change the answer to “What happens?”');
    expect(location.pathname).toBe('/wizard');
    const marked = all('[aria-current=true]');
    expect(marked).toEqual([answers()[0]]);
    expect(marked[0]).toHaveTextContent('Your current answer');
  });

  it('keeps later answers that still fit when an earlier one is changed', () => {
    open('/wizard/nothing-printed/documents/message/device/tray-details');
    press('Change the answer to “What happens?”');
    press('Something else, or I don’t know');
    expect(heading()).toHaveTextContent('Where do you see it?');
    press('In PrintDesk, under STATUS');
    expect(location.pathname).toBe('/wizard/dont-know/status/device/tray-details');
  });

  it('ignores a history state that it does not know', () => {
    for (const state of [{ given: 7, wizard: 'x' }, { given: { 'what-happens': 1 } }, 'x']) {
      open('/wizard', { state });
    }
    expect(all('[aria-current=true]')).toEqual([]);
  });

  it.each([
    ['/wizard/nothing-printed', 0],
    ['/wizard/nothing-printed/documents/message', 1],
    ['/wizard/nothing-printed/documents/message/trays', 1],
    ['/wizard/nothing-printed/documents/no-message', 0],
  ])('%s has a paste box if the answer says that there is a message', async (path, boxes) => {
    open(path);
    await act(async () => {});
    expect(screen.queryAllByRole('textbox', { name: /Paste/ })).toHaveLength(boxes);
  });

  it.each([
    // An unknown answer, another question's, junk, one after the end.
    ['/wizard/nothing-printed/nonsense', 1],
    ['/wizard/under-30-minutes', 0],
    ['/wizard/nothing-printed/%E2%80%AE%01%3Cimg%20src=x%3E/%25', 1],
    ['/wizard/duplicates/dont-know/more', 2],
  ])('keeps what comes before an unknown part: %s', (path, kept) => {
    open(path);
    expect(screen.getByText(/Everything before it is kept/)).toBeVisible();
    expect(given()).toHaveLength(kept);
    expect(heading()).toBeVisible();
  });

  it('keeps what comes before far too many parts', () => {
    open(`/wizard/nothing-printed/documents/no-message/${'x/'.repeat(3000)}`);
    expect(given()).toHaveLength(3);
  });

  it.each(['/wizard', '/wizard/nothing-printed', '/wizard/map'])(
    'is not missed at %s when the dataset has none: the first page takes its place',
    (path) => {
      open(path, { ruleset: { ...printing, questions: [] } });
      expect(location.pathname).toBe('/');
    },
  );
});

describe('likely causes', () => {
  it('end with a summary when one has helped, which records what was ticked', () => {
    const rule = printing.rules.find(({ id }) => id === 'release-refused');
    const [ticked] = rule?.resolutions.flatMap((resolution) => tickableSteps(resolution, printing)) ?? [];
    open('/wizard/nothing-printed/documents/no-message/never-worked/account');
    press('No, next cause');
    expect(screen.getByText('Did not help')).toBeVisible();
    expect(outcomeItems().map((item) => isOpen(item.firstElementChild))).toEqual([false, true, false]);
    expect(document.activeElement).toHaveTextContent(/^2. The account lacks a role/);
    fireEvent.click(steps(openItem())[1] as Element);
    answerOpen('Yes');
    expect(heading()).toHaveTextContent(/^Solved$/);
    expect(heading()).toHaveFocus();
    expect(screen.getByText('This helped')).toBeVisible();
    expect(summary('Summary')).toMatch(/^Release refused: solved\n\n- What happens\? /);
    for (const part of [
      '- Did jobs ever arrive through this queue? No, never\n',
      '\nCause: The account lacks a role in the spooler.\n',
      `\nWhat was done:\n\n- Begun: Check that the account has every role it needs.\n    - ${ticked?.parts[0]?.text.replaceAll('**', '')}\n\n`,
      '\n\nTried without success:\n\n- Sign-in refused: The account’s rights are missing.\n',
    ]) {
      expect(summary('Summary')).toContain(part);
    }
  });

  it('end with what to collect for support when none has helped', () => {
    open('/wizard/duplicates/dont-know');
    press('No, next cause');
    answerOpen('No');
    expect(heading()).toHaveTextContent(/^Nothing helped$/);
    expect(heading()).toHaveFocus();
    expect(summary('For support')).toMatch(
      /^Not solved\n\n- What happens\?[\s\S]*\n\nTried[\s\S]*\n\nTo fill in:\n\n[\s\S]*queue’s name: …[\s\S]*\nSpoolLog\n/,
    );
    press('Go through the causes again');
    expect(heading()).toHaveTextContent(/^Likely causes$/);
  });

  it('can be left for support at any time, with what was tried so far', () => {
    open('/wizard/duplicates/dont-know', { search: '?no=2' });
    press('Nothing helped');
    expect(heading()).toHaveTextContent(/^Nothing helped$/);
    expect(summary('For support').match(/^- Printed twice: .*$/gm)).toEqual([
      expect.stringContaining('The job was released.'),
    ]);
  });

  it('open in place, and any of them may be the one', () => {
    open('/wizard/nothing-printed/documents/no-message/never-worked/account');
    const third = outcomeItems()[2];
    const details = third?.querySelector('details') as HTMLDetailsElement;
    details.open = true;
    fireEvent.click(within(details).getByText('Yes'));
    expect(location.search).toBe('?yes=3');
    expect(summary('Summary')).toMatch(/^Expired ticket: solved/);
  });

  it('come with the query whose result may end the search', () => {
    open('/wizard/nothing-printed/documents/no-message/never-worked/account');
    const query = named('Copy The queue’s errors').closest('details');
    expect(query).toHaveTextContent(/^Check first: The queue’s errors of the last day.*SpoolLog/);
    press('paste it');
    expect(location).toMatchObject({
      pathname: '/',
      state: { wizard: { address: '/wizard/nothing-printed/documents/no-message/never-worked/account' } },
    });
  });

  it('record nothing as done where nothing was ticked', () => {
    open('/wizard/duplicates/dont-know', { search: '?yes=1' });
    expect(summary('Summary')).not.toContain('What was done');
  });

  it('list every cause of an error that has several', () => {
    open('/wizard/dont-know/printer/dont-know', { search: '?no=1&yes=3' });
    expect(summary('Summary')).toContain(
      '\nCause: one of these\n\n  - More than one queue is defined for the device.\n  - The job was released.',
    );
    expect(summary('Summary')).toContain(
      '- Nothing printed: one of these\n\n  - The queue is new, and has not finished its first sync.\n  - A custom filter holds the jobs.\n',
    );
  });

  it('name the answers that speak for them, but no “I don’t know”', () => {
    open('/wizard/duplicates/dont-know');
    const [why] = screen.getAllByText(/^Fits/);
    expect(why).toHaveTextContent(/: One job is printed two or more times$/);
  });

  it('ignore numbers in the query that are none of theirs', () => {
    open('/wizard/duplicates/dont-know', { search: '?no=0&no=9&no=x&no=1.5&yes=-1&yes=<b>' });
    expect(screen.queryByText(/help$|helped$/)).toBeNull();
    expect(heading()).toHaveTextContent(/^Likely causes$/);
  });

  it('lead to their card with the cause chosen, which knows the way back', () => {
    open('/wizard/nothing-printed/documents/no-message/never-worked/account', { search: '?no=2' });
    press('Sign-in refused');
    expect(location).toMatchObject({
      pathname: '/errors/sign-in-refused',
      search: '?situation=rights-missing',
      state: {
        wizard: {
          address: '/wizard/nothing-printed/documents/no-message/never-worked/account?no=2',
        },
      },
    });
  });
});

describe('the outline', () => {
  const path = (...ids: string[]) => ({ wizard: { address: ['/wizard', ...ids].join('/') } });

  it('shows each question once, as a link to its page, and links every error', () => {
    open('/wizard/map');
    const questions = all('div[id] > a');
    expect(questions.map(({ textContent }) => textContent).sort()).toEqual(
      printing.questions.map(({ text }) => text).sort(),
    );
    for (const link of questions) {
      const segments = link.getAttribute('href')?.split('/').slice(2) ?? [];
      expect(walk(printing.questions, segments)).toMatchObject({
        question: { text: link.textContent },
        rest: [],
      });
    }
    const linked = new Set(all('a').map((link) => link.getAttribute('href')));
    for (const { id } of printing.rules) expect(linked).toContain(`/errors/${id}`);
    expect(all('[aria-current]')).toEqual([]);
  });

  it('opens and marks the reader’s path, even where it joins another', () => {
    open('/wizard/map', { state: path('dont-know', 'dont-know') });
    expect(texts('[aria-current=step]')).toEqual([
      'What happens?',
      'Something else, or I don’t know',
      'Where do you see it?',
      'Nowhere in particular, or I don’t know',
      'Did jobs ever arrive through this queue?',
    ]);
    expect(texts('details[open] > summary')).toEqual([
      'Answers to “What happens?”',
      'Answers to “Where do you see it?”',
      'Answers to “Did jobs ever arrive through this queue?”',
    ]);
    expect(screen.getByText('Back to your question')).toHaveAttribute('href', '/wizard/dont-know/dont-know');
  });

  it('marks the causes that the reader came from', () => {
    open('/wizard/map', { state: path('duplicates', 'dont-know') });
    expect(texts('[aria-current=step]').at(-1)).toBe('Printed twice');
  });

  it('expands and collapses all but the first question', () => {
    open('/wizard/map');
    expect(all('details[open]')).toHaveLength(1);
    press('Expand all');
    expect(all('details[open]')).toHaveLength(printing.questions.length);
    press('Collapse all');
    expect(all('details[open]')).toHaveLength(1);
  });

  it('leads to a question that is shown elsewhere, and opens it there', () => {
    Element.prototype.scrollIntoView = vi.fn();
    open('/wizard/map', { state: path('duplicates') });
    const joins = all('p a[href*="#"]');
    expect(joins.length).toBeGreaterThan(3);
    for (const join of joins) {
      fireEvent.click(join);
      const shown = document.getElementById(join.getAttribute('href')?.split('#')[1] ?? '');
      expect(shown?.querySelector('details')).toHaveAttribute('open');
      expect(document.activeElement).toBe(shown?.querySelector('a'));
      expect(document.activeElement?.textContent).toBe(join.textContent);
      for (let up = shown?.parentElement; up; up = up.parentElement) {
        if (up instanceof HTMLDetailsElement) expect(up.open).toBe(true);
      }
    }
    expect(texts('[aria-current=step]')).toHaveLength(3);
  });
});
