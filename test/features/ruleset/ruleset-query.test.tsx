import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DatasetNote } from '../../../src/features/ruleset/dataset-note';
import { useRuleset } from '../../../src/features/ruleset/ruleset-query';
import { printing } from '../../printing';

function Titles() {
  return useRuleset().rules.map(({ id, title }) => <li key={id}>{title}</li>);
}

type Answer = () => Response | Promise<Response>;

function renderWith(answer: Answer) {
  const fetch = vi.fn(async () => answer());
  vi.stubGlobal('fetch', fetch);
  const { unmount } = render(
    <QueryClientProvider client={new QueryClient()}>
      <Titles />
      <DatasetNote />
    </QueryClientProvider>,
  );
  return { fetch, unmount };
}

/** A cache storage with what the app uses of it. */
function stubCaches() {
  const kept = new Map<string, string>();
  vi.stubGlobal('caches', {
    open: async () => ({
      put: async (address: string, response: Response) => {
        kept.set(address, await response.text());
      },
    }),
    match: async (address: string) => {
      const text = kept.get(address);
      return text === undefined ? undefined : new Response(text);
    },
  });
}

const renamed = structuredClone(printing);
Object.assign(renamed.rules[8] ?? {}, { title: 'Signing in' });
const titles = printing.rules.map(({ title }) => title);
const shownTitles = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the dataset', () => {
  it('is there at once, without waiting for the server', () => {
    renderWith(() => new Promise(() => {}));
    expect(shownTitles()).toEqual(titles);
  });

  it('is replaced in place by the server’s, which is asked for a newer copy on every visit', async () => {
    const { fetch } = renderWith(() => Response.json(renamed));
    expect(screen.getByText('Sign-in refused')).toBeVisible();
    expect(await screen.findByText('Signing in')).toBeVisible();
    expect(screen.queryByText('Sign-in refused')).toBeNull();
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    expect(fetch).toHaveBeenCalledWith('/rulesets/printing.json', expect.objectContaining({ cache: 'no-cache' }));
  });

  it.each<[string, Answer, RegExp]>([
    ['is missing', () => new Response('', { status: 404 }), /answered with status 404\.$/],
    ['is a web page', () => new Response('<!doctype html>'), /sent a web page instead\.$/],
    ['is cut off', () => new Response('{"name": "x", "rul'), /not complete JSON\.$/],
    ['is empty', () => new Response(''), /not complete JSON\.$/],
    ['has no rules', () => Response.json({ rules: [] }), /name is missing \(and 3 more\)\.$/],
    ['is no object', () => Response.json(null), /must be an object, but is null\.$/],
    ['does not come', () => Promise.reject(new TypeError('Failed')), /server did not answer\.$/],
    [
      'has a wrong field',
      () => Response.json({ ...printing, rules: [{ ...printing.rules[0], title: 7 }] }),
      /rules\[0\]\.title \(rule "unexpected-answer"\) must be text, but is 7/,
    ],
  ])('stays as it was when the server’s file %s, and says why', async (_, answer, reason) => {
    renderWith(answer);
    await vi.waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(reason));
    expect(screen.getByRole('status')).toHaveTextContent(/^Showing the errors as of \d+ \w+ 20/);
    expect(shownTitles()).toEqual(titles);
  });

  it('stays as it was when the server takes too long', async () => {
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
    renderWith(() => Promise.reject(new DOMException('', 'TimeoutError')));
    await vi.waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('took more than 15 seconds'));
  });

  it('is the last valid one that the server gave while it can’t be reached or gives a wrong one', async () => {
    stubCaches();
    const first = renderWith(() => Response.json(renamed));
    await screen.findByText('Signing in');
    first.unmount();
    for (const answer of [() => Response.json({ rules: [] }), () => Promise.reject(new TypeError('Failed'))]) {
      const { unmount } = renderWith(answer);
      expect(await screen.findByText('Signing in')).toBeVisible();
      unmount();
    }
  });

  it('is the bundled one if that is newer than the last one that the server gave', async () => {
    stubCaches();
    const first = renderWith(() => Response.json({ ...renamed, updated: '2001-01-01' }));
    await screen.findByText('Signing in');
    first.unmount();
    renderWith(() => Promise.reject(new TypeError('Failed')));
    await vi.waitFor(() => expect(screen.getByRole('status')).not.toBeEmptyDOMElement());
    expect(screen.getByText('Sign-in refused')).toBeVisible();
  });
});
