import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RulesetPending } from '../../../src/features/ruleset/ruleset-pending';
import { useRuleset } from '../../../src/features/ruleset/ruleset-query';
import { itsmc } from '../../itsmc';

function Page() {
  const query = useRuleset();
  return query.data ? <p>{query.data.rules.length} errors</p> : <RulesetPending query={query} />;
}

/** Answers the app's requests one after the other; the last answer also for all that follow. */
function serve(...answers: (() => Response | Promise<Response>)[]) {
  let next = 0;
  const fetch = vi.fn(async () => {
    const answer = answers[Math.min(next++, answers.length - 1)];
    if (!answer) throw new Error('nothing to answer');
    return answer();
  });
  vi.stubGlobal('fetch', fetch);
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Page />
    </QueryClientProvider>,
  );
  return fetch;
}
const shown = `${itsmc.rules.length} errors`;
const dataset = () => Response.json(itsmc);

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('loading the dataset', () => {
  it('says that it is loading, then shows the page', async () => {
    serve(dataset);
    expect(screen.getByRole('status')).toHaveTextContent('Loading the known errors');
    expect(await screen.findByText(shown)).toBeVisible();
  });

  it.each<[string, () => Response | Promise<Response>, RegExp]>([
    ['a missing file', () => new Response('', { status: 404 }), /status 404/],
    ['a web page', () => new Response('<!doctype html>'), /sent a web page in its place/],
    ['half a file', () => new Response('{"name": "x", "rul'), /not complete JSON/],
    ['an empty file', () => new Response(''), /not complete JSON/],
    ['JSON of another shape', () => Response.json({ rules: [] }), /rules must have at least one/],
    ['JSON that is no object', () => Response.json(null), /must be an object, but is null/],
  ])('says plainly what is wrong with %s, and tries again when asked', async (_, bad, words) => {
    serve(bad, dataset);
    expect(await screen.findByRole('alert')).toHaveTextContent(words);
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByText(shown)).toBeVisible();
  });

  it('names the rule and the field that are not valid', async () => {
    const broken = structuredClone(itsmc);
    Object.assign(broken.rules[3] ?? {}, { title: 7 });
    serve(() => Response.json(broken));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'rules[3].title (rule “servicenow-rate-problem”) must be text, but is 7',
    );
  });

  it('gives up on a server that takes too long', async () => {
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(
      AbortSignal.abort(new DOMException('', 'TimeoutError')),
    );
    serve(() => Promise.reject(new DOMException('', 'TimeoutError')));
    expect(await screen.findByRole('alert')).toHaveTextContent('took more than 15 seconds');
  });

  it('tries once more by itself when the server is down for a moment', async () => {
    const fetch = serve(() => Promise.reject(new TypeError('Failed to fetch')), dataset);
    expect(await screen.findByText(shown, {}, { timeout: 3000 })).toBeVisible();
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('asks to be online when the server stays silent, and keeps the failure in sight on a retry', async () => {
    const fetch = serve(() => Promise.reject(new TypeError('Failed to fetch')));
    const alert = await screen.findByRole('alert', {}, { timeout: 3000 });
    expect(alert).toHaveTextContent('The server did not answer');
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(screen.getByRole('alert')).toBe(alert);
    expect(fetch.mock.calls.length).toBeGreaterThan(2);
  });

  it('asks the server for a newer copy on every visit', async () => {
    const fetch = serve(dataset);
    await screen.findByText(shown);
    expect(fetch).toHaveBeenCalledWith(
      '/rulesets/itsmc.json',
      expect.objectContaining({ cache: 'no-cache' }),
    );
  });
});
