import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { feedOf } from '../../build/prerender/feed';
import { printing } from '../printing';

it('is an Atom feed of the changes, whose entries keep their ids when one is added', () => {
  const changes = [
    { date: '2026-11-27', text: 'New: A & B <c>. More.', concerns: [] },
    { date: '2026-11-01', text: 'First.', concerns: [] },
  ];
  const read = (count: number) => {
    const xml = feedOf({ ...printing, changes: changes.slice(count) }, 'https://example.com/help/');
    const { document } = new JSDOM(xml, { contentType: 'text/xml' }).window;
    return [...document.querySelectorAll('entry')].map((entry) =>
      ['id', 'title', 'updated', 'content'].map((name) => entry.querySelector(name)?.textContent),
    );
  };
  const first = ['https://example.com/help/changes#1', 'First.', '2026-11-01T00:00:00Z', 'First.'];
  expect(read(1)).toEqual([first]);
  expect(read(0)).toEqual([
    ['https://example.com/help/changes#2', 'New: A & B <c>.', '2026-11-27T00:00:00Z', 'New: A & B <c>. More.'],
    first,
  ]);
});
