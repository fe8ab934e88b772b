import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { type InitialEntry, MemoryRouter, type NavigateFunction, Route, Routes, useNavigate } from 'react-router-dom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LogReader } from '../../src/core/log/log-reader';
import { createRecogniser } from '../../src/core/ruleset/recognise';
import type { Ruleset } from '../../src/core/ruleset/schema';
import type { Reading } from '../../src/features/diagnose/worker-messages';
import { rulesetQuery } from '../../src/features/ruleset/ruleset-query';
import ErrorPage from '../../src/pages/error';
import HomePage from '../../src/pages/home';
import { printing } from '../printing';

// There is no worker here: the engine answers at once.
vi.mock('../../src/features/diagnose/diagnose-in-worker', () => ({
  prepareWorker: () => {},
  diagnoseInWorker: (text: string, ruleset: Ruleset, { done }: { done: (reading: Reading) => void }) => {
    const reader = new LogReader(createRecogniser(ruleset), []);
    reader.begin('');
    const findings = reader.read(text, true, true);
    done({ summary: reader.summary(), findings, csv: new Blob(), isPart: false });
    return { end: () => {}, drop: () => {} };
  },
}));

const id = '4f1c2d3e-1111-2222-3333-444455556666';
const whole = `Could not print/hold any page of job CPU. Print queue ${id} does not exist or was deleted.`;
const cut = 'Could not print/hold any page of job CP…';

let navigate: NavigateFunction;
function Router() {
  navigate = useNavigate();
  return (
    <Routes>
      <Route path="/" element={<HomePage />} />
      <Route path="/errors/:id" element={<ErrorPage />} />
    </Routes>
  );
}

function open(entry: InitialEntry) {
  const queryClient = new QueryClient();
  queryClient.setQueryData(rulesetQuery.queryKey, { ...printing, hash: 'test' });
  render(
    <QueryClientProvider client={queryClient}>
      <MemoryRouter initialEntries={[entry]}>
        <Router />
      </MemoryRouter>
    </QueryClientProvider>,
  );
}
const goTo = (address: string) => act(async () => navigate(address));
const type = (text: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: 'Paste the error' }), { target: { value: text } });
/** As the browser does: the text takes the place of the last one. */
const paste = (text: string) => {
  const box = screen.getByRole('textbox', { name: 'Paste the error' });
  fireEvent.paste(box, { clipboardData: { getData: () => text } });
  fireEvent.change(box, { target: { value: text } });
};
const main = () => document.body.textContent ?? '';
const field = (name: string) => screen.getAllByRole('textbox', { name })[0];

beforeEach(async () => {
  // What is kept outlives a page: it is emptied as a reader would.
  open('/');
  type('');
  cleanup();
});

describe('a found error', () => {
  it.each([
    ['User Not Accepted', 'Other software uses these words too'],
    ['Spooler: User Not Accepted', 'Exact match'],
  ])('says how sure it is: %s', (text, certainty) => {
    open('/');
    type(text);
    expect(screen.getByText(/Exact match|Close match|Other software/)).toHaveTextContent(certainty);
  });

  it.each([
    ['"error_message": "Target tray not found"', 'Disable the custom filters'],
    ['"status_message": "Row conversion skipped by beforePrint filter"', 'Undo the changes to the driver'],
  ])('opens with the cause that the text itself shows: %s', (body, resolution) => {
    open('/');
    type(`Unexpected answer from the driver along with success status code. Answer: { ${body} }`);
    expect(screen.getByRole('radio', { checked: true, name: new RegExp(resolution) })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Unexpected answer' })).toHaveAttribute(
      'href',
      body.includes('beforePrint')
        ? '/errors/unexpected-answer?situation=modified-driver'
        : '/errors/unexpected-answer',
    );
  });

  it('opens with the cause that another text of the same error shows', () => {
    open('/');
    for (const [body, resolution] of [
      ['Target tray not found', /Disable the custom filters/],
      ['Row conversion skipped by beforePrint filter', /Undo the changes to the driver/],
    ] as const) {
      type(`Unexpected answer from the driver along with success status code. Answer: { "message": "${body}" }`);
      expect(screen.getByRole('radio', { checked: true, name: resolution })).toBeVisible();
    }
  });

  it('is one card, however often a command says it', () => {
    open('/');
    type(`WARNING: ${whole}\nERROR: ${whole}`);
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.getAllByRole('heading', { name: 'Missing queue' })).toHaveLength(1);
  });

  it('leads to its card with its values, but for those that are to be hidden', async () => {
    open('/');
    type(whole.replace('CPU', 'of jane.doe@contoso.com'));
    const link = screen.getByRole('link', { name: 'Missing queue' });
    await waitFor(() => expect(link).toHaveAttribute('href', `/errors/missing-queue#queueIdentifier=${id}`));
  });

  it('of another program is none', () => {
    open('/');
    type('User not accepted. Could not find user ID.');
    expect(screen.getByRole('heading', { name: 'No known error found' })).toBeVisible();
  });
});

describe('the values of a pasted text', () => {
  it('serve the cards of the visit, until another text comes', async () => {
    open('/');
    paste(whole);
    await goTo('/errors/missing-queue');
    expect(main()).toContain(id);
    await goTo('/');
    paste(cut);
    expect(screen.getByRole('link', { name: 'Missing queue' })).toBeVisible();
    expect(main()).not.toContain(id);
    await goTo('/errors/missing-queue');
    expect(main()).not.toContain(id);
    expect(main()).not.toContain('job CPU.');
  });

  it('go with it when it is cleared', async () => {
    open('/');
    paste(whole);
    type(`Again: ${whole}`);
    paste(cut);
    fireEvent.click(screen.getByRole('button', { name: 'Clear' }));
    await goTo('/errors/missing-queue');
    expect(main()).not.toContain(id);
  });

  it('stand before those of a link, which serve the cards again once the text is gone', async () => {
    open('/errors/missing-queue#jobName=Disk');
    fireEvent.change(field('Queue identifier') as HTMLElement, { target: { value: 'c-1' } });
    await goTo('/');
    paste(whole);
    await goTo('/errors/missing-queue');
    expect(main()).toContain(`of job CPU. Print queue ${id}`);
    await goTo('/');
    fireEvent.click(screen.getByRole('button', { name: 'Clear' }));
    await goTo('/errors/missing-queue');
    expect(main()).toContain('of job Disk. Print queue c-1');
  });

  it('are none of the text that takes its place without any', async () => {
    open('/errors/missing-queue#queueIdentifier=q-77');
    await goTo('/');
    paste('HTTP 404: The print queue was deleted.');
    expect(screen.getByRole('link', { name: 'Missing queue' })).toBeVisible();
    expect(main()).not.toContain('q-77');
  });

  it('give way to what the reader types over them, and stay away', async () => {
    open('/');
    paste(whole);
    await goTo('/errors/missing-queue');
    fireEvent.change(field('Queue identifier') as HTMLElement, { target: { value: 'c-2' } });
    expect(main()).toContain('of job CPU. Print queue c-2');
    await goTo('/');
    await goTo('/errors/missing-queue');
    expect(main()).toContain('of job CPU. Print queue c-2');
  });

  it('leave in place what was typed on its card, when the text is edited', () => {
    open('/');
    paste('HTTP 404: The print queue was deleted.');
    fireEvent.change(field('Queue identifier') as HTMLElement, { target: { value: 'c-3' } });
    type('HTTP 404: The print queue was deleted. ');
    expect(field('Queue identifier')).toHaveValue('c-3');
  });

  it('of a link are no part of another link’s, nor of what was found', async () => {
    open('/');
    paste(whole);
    await goTo('/errors/missing-queue#jobName=Disk');
    expect(main()).not.toContain(id);
    await goTo('/errors/missing-queue#queueIdentifier=q-78');
    expect(main()).not.toContain('Disk');
    await goTo('/');
    expect(main()).toContain(id);
    expect(main()).not.toContain('q-78');
  });

  it('go with the text when the box is emptied', async () => {
    open('/');
    paste(whole);
    type('');
    await goTo('/errors/missing-queue');
    expect(main()).not.toContain(id);
  });

  it('stay when a link brings a value that is none of a message', async () => {
    open('/');
    paste(whole);
    await goTo('/errors/quota-reached#siteName=contoso');
    await goTo('/errors/missing-queue');
    expect(main()).toContain(id);
  });
});

it('can still bring back a cleared text once a space has been typed', () => {
  open('/');
  paste(whole);
  fireEvent.click(screen.getByRole('button', { name: 'Clear' }));
  type(' ');
  fireEvent.click(screen.getByRole('button', { name: /^Bring back/ }));
  expect(screen.getByRole('textbox', { name: 'Paste the error' })).toHaveValue(whole);
});

it('asks who pasted an unknown text what happens instead', () => {
  open('/');
  expect(screen.getByRole('heading', { name: 'No message to paste? What happens?' })).toBeVisible();
  type('The quick brown fox');
  expect(screen.getByRole('heading', { name: 'Or answer a question: What happens?' })).toBeVisible();
  expect(screen.queryByRole('heading', { name: /^No message to paste/ })).toBeNull();
});

it('a card shows the situation of the address that it was last opened by', async () => {
  open('/errors/sign-in-refused');
  const tab = (name: RegExp) => screen.getByRole('radio', { name });
  fireEvent.click(tab(/Give the account its rights/));
  expect(tab(/Give the account its rights/)).toBeChecked();
  await goTo('/errors/sign-in-refused');
  expect(tab(/Get a new ticket/)).toBeChecked();
});
