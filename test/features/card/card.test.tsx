import { render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { describe, expect, it } from 'vitest';
import { Card } from '../../../src/features/card/card';
import { itsmc } from '../../itsmc';

function renderCard(id: string, ruleset = itsmc) {
  const rule = ruleset.rules.find((candidate) => candidate.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  render(
    <Card rule={rule} ruleset={ruleset} level={2} given={new Map()} situation={undefined} onSituation={() => {}} />,
    { wrapper: MemoryRouter },
  );
  return rule;
}
const section = (name: string) => within(screen.getByRole('region', { name }));

describe('a card', () => {
  it.each(itsmc.rules.map(({ id }) => id))('%s has its sections and names its source', (id) => {
    const rule = renderCard(id);
    // Looking for roles takes jsdom a while on a whole card.
    const headings = [...document.querySelectorAll('h2')].map(({ textContent }) => textContent);
    expect(headings).toEqual(expect.arrayContaining(['Error message', 'Cause', 'Resolution']));
    const source = itsmc.sources.find((candidate) => candidate.id === rule.source.page);
    const link = document.querySelector('footer a');
    expect(link?.textContent).toContain(source?.title);
    expect(link).toHaveAttribute('href', `${source?.url}#${rule.source.anchor}`);
    expect(link?.closest('p')).toHaveTextContent(/, \d+ \w+ 20\d\d$/);
  });

  it('shows every text of an error, with its values named', () => {
    renderCard('ip-restrictions');
    expect(section('Error message').getByRole('textbox', { name: 'Connection name' })).toBeVisible();
    expect(section('Error message').getByText('Failed to update ITSM Connection credentials')).toBeVisible();
  });

  it('gives every release’s page on rate limits, and the current one', () => {
    renderCard('servicenow-rate-problem');
    const links = within(section('Resolution').getAllByRole('list').at(-1) as HTMLElement).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      expect.stringContaining('/australia-api-reference/'),
      ...['rome', 'quebec', 'paris', 'orlando'].map((release) =>
        expect.stringContaining(`/${release}-application-development/`),
      ),
    ]);
    for (const link of links) expect(link).toHaveAccessibleName(/opens in a new tab/);
  });

  it('offers the three resolutions of a missing connector', () => {
    renderCard('missing-connector');
    for (const name of ['Stop using it', 'Use another connector', 'Create a new connector']) {
      expect(section('Resolution').getByRole('heading', { name })).toBeVisible();
    }
  });

  it.each([
    ['lack-of-connection-details', 'Let the first sync finish', 'If the connector is new'],
    ['lack-of-connection-details', 'Correct the connection', 'If the connector is not new, or the sync fails'],
    ['authentication', 'Get a new refresh token', 'If the integration worked before'],
    ['authentication', 'Give the integration user its rights', 'If the integration never worked'],
  ])('%s ties "%s" to its situation', (id, title, situation) => {
    renderCard(id);
    const article = section('Resolution')
      .getAllByRole('article')
      .find((candidate) => within(candidate).queryByRole('heading', { name: title }));
    expect(article).toHaveTextContent(situation);
  });

  it('shows a procedure in place, with its own source', () => {
    renderCard('exception-update-failure');
    const resolution = section('Resolution');
    expect(resolution.getByText('x_mioms_microsoft.user')).toBeVisible();
    expect(resolution.getByRole('link', { name: /^Connect ServiceNow with IT Service/ })).toHaveAttribute(
      'href',
      expect.stringContaining('#install-the-user-app-and-create'),
    );
  });

  it('leads to the errors that are easily confused with it', () => {
    const rule = renderCard('authentication');
    const links = section('Easily confused with').getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual(
      rule.similar.map((similar) => `/errors/${similar.rule}`),
    );
  });

  it('fills a step’s query with the message in the Markdown too', () => {
    const ruleset = structuredClone(itsmc);
    const step = ruleset.rules.find(({ id }) => id === 'authentication')?.resolutions[0]?.steps[0];
    Object.assign(step ?? {}, { snippet: 'occurrences' });
    renderCard('authentication', ruleset);
    const [shown] = section('Resolution').getAllByRole<HTMLTextAreaElement>('textbox', { name: /^Kusto query/ });
    expect(shown?.value).toContain('"User Not Authenticated"');
    expect(section('Share this card').getByText(/^## Authentication/)).toHaveTextContent('"User Not Authenticated"');
  });
});
