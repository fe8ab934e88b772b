import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Prose } from '../../src/components/prose';
import { parseProse } from '../../src/core/ruleset/prose';
import { rememberProse } from '../../src/core/ruleset/prose-nodes';

function show(text: string) {
  rememberProse([[text, parseProse(text)]]);
  return render(<Prose text={text} />).container;
}
const html = (text: string) => show(text).innerHTML;

describe('Prose', () => {
  it('knows labels, emphasis and code', () => {
    expect(html('Select **Sync** in _your_ `tab`.')).toBe(
      'Select <strong>Sync</strong> in <em>your</em> <code>tab</code>.',
    );
  });

  it('marks links as leading out', () => {
    show('See [the page](https://example.com/a).');
    expect(screen.getByRole('link', { name: /the page.*opens in a new tab/ })).toHaveAttribute(
      'href',
      'https://example.com/a',
    );
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'http://example.com', '//example.com', '/x'])(
    'makes no link to %s',
    (url) => {
      expect(html(`[here](${url})`)).toBe('here');
    },
  );

  it('leaves HTML, entities, images and block marks as characters', () => {
    expect(html('<img src=x onerror=alert(1)>')).toBe('&lt;img src=x onerror=alert(1)&gt;');
    expect(html('1. # &lt; > x')).toBe('1. # &amp;lt; &gt; x');
    expect(html('![x](https://example.com/x.png)')).not.toContain('<img');
  });
});
