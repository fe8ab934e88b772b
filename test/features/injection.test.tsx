import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { MemoryRouter } from 'react-router-dom';
import { describe, expect, it } from 'vitest';
import type { Values } from '../../src/core/ruleset/values';
import { Card } from '../../src/features/card/card';
import Report from '../../src/features/unrecognised/report';
import { injections } from '../injections';
import { printing } from '../printing';

/** Several texts as one, since a card takes a while to render. */
const inGroups = (size: number) =>
  injections.flatMap((_, i) => (i % size === 0 ? [injections.slice(i, i + size).join(' ')] : []));

/** Fails if a ticket would render a text's Markdown as markup, pictures, or links other than https and the app's own. */
function expectHarmless(markdown: string) {
  const faults: unknown[] = [];
  const walk = (node: { type: string; url?: string; value?: string; children?: unknown[] }) => {
    if (['html', 'image', 'imageReference', 'definition'].includes(node.type)) faults.push(node);
    if (node.type === 'link' && !/^https:|^http:\/\/localhost/.test(node.url ?? '')) faults.push(node);
    for (const child of node.children ?? []) walk(child as Parameters<typeof walk>[0]);
  };
  walk(fromMarkdown(markdown));
  expect(faults, markdown).toEqual([]);
}

function renderCard(id: string, given: Values) {
  const rule = printing.rules.find((candidate) => candidate.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  const { container } = render(
    <Card rule={rule} ruleset={printing} level={2} heading={null} given={given} choice={{}} onChoice={() => {}} />,
    { wrapper: MemoryRouter },
  );
  return container;
}

function openDetails(container: HTMLElement) {
  const details = container.querySelector('details');
  if (!details) throw new Error('nothing to open');
  details.open = true;
  fireEvent(details, new Event('toggle'));
}

/** The elements that only an injected text could have brought. */
const intruders = 'script, img, iframe, object, embed, style, base, form, video, audio, a[href^="javascript:" i]';

describe('a hostile text', () => {
  it('stays text in the report of an unrecognised text', () => {
    for (const text of injections) {
      const { container } = render(<Report text={text} suggestions={[]} ruleset={printing} />);
      openDetails(container);
      const report = container.querySelector<HTMLTextAreaElement>('textarea')?.value ?? '';
      expectHarmless(report);
      expect(container.querySelector(intruders)).toBeNull();
      cleanup();
    }
  });

  it('stays text as a value on a card and in the Markdown that it copies', async () => {
    for (const text of inGroups(4)) {
      const given = new Map([
        ['jobName', text],
        ['queueIdentifier', text],
      ]);
      const container = renderCard('missing-queue', given);
      fireEvent.click(screen.getByRole('button', { name: 'Share' }));
      const preview = () => container.querySelector('pre[class*=preview]')?.textContent;
      await waitFor(() => expect(preview()).toMatch(/^## Missing queue/));
      expectHarmless(preview() ?? '');
      expect(container.querySelector(intruders)).toBeNull();
      cleanup();
    }
  });

  it('never becomes a part of an address that the card links to', () => {
    const container = renderCard('quota-reached', new Map());
    const field = screen.getByRole('textbox', { name: 'Site name' });
    for (const text of ['evil.example/', ...inGroups(4)]) {
      fireEvent.change(field, { target: { value: text } });
      const links = [...container.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => new URL(href));
      expect(links.filter(({ protocol, hostname }) => !/^https?:/.test(protocol) || /evil/.test(hostname))).toEqual([]);
    }
  });
});
