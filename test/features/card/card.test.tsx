import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { MemoryRouter } from 'react-router-dom';
import { describe, expect, it } from 'vitest';
import type { Rule, Ruleset } from '../../../src/core/ruleset/schema';
import { Card } from '../../../src/features/card/card';
import type { Choice } from '../../../src/features/card/card-context';
import { itsmc } from '../../itsmc';

function Shown({ rule, ruleset }: { rule: Rule; ruleset: Ruleset }) {
  const [choice, onChoice] = useState<Choice>({});
  return <Card {...{ rule, ruleset, choice, onChoice }} level={2} heading={null} given={new Map()} />;
}

function renderCard(id: string, ruleset = itsmc) {
  const rule = ruleset.rules.find((candidate) => candidate.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  render(<Shown rule={rule} ruleset={ruleset} />, { wrapper: MemoryRouter });
  return rule;
}
const section = (name: string) => within(screen.getByRole('region', { name }));

describe('a card', () => {
  it.each(itsmc.rules.map(({ id }) => id))('%s has its sections and names its source', (id) => {
    const rule = renderCard(id);
    // Looking for roles takes jsdom a while on a whole card.
    const headings = [...document.querySelectorAll('h2')].map(({ textContent }) => textContent);
    const message = rule.signatures.length > 0 ? 'Error message' : 'What you see';
    expect(headings).toEqual(expect.arrayContaining([message, 'Cause', 'Resolution']));
    const source = itsmc.sources.find((candidate) => candidate.id === rule.source?.page);
    const link = document.querySelector('footer a');
    expect(link?.textContent).toContain(source?.title);
    const anchor = rule.source?.anchor ? `#${rule.source?.anchor}` : '';
    expect(link).toHaveAttribute('href', `${source?.url}${anchor}`);
    expect(link?.closest('p')).toHaveTextContent(/, \d+ \w+ 20\d\d\. Checked \d+ \w+ 20\d\d$/);
  });

  it('leads to a new issue where the dataset names a repository, and nowhere else', () => {
    renderCard('ip-restrictions');
    expect(screen.queryByText('Suggest a correction')).toBeNull();
    cleanup();
    renderCard('ip-restrictions', { ...itsmc, repository: 'https://example.com/a/b/' });
    const href = screen.getByText('Suggest a correction').getAttribute('href') ?? '';
    expect(href).toMatch(/^https:\/\/example\.com\/a\/b\/issues\/new\?title=Correction%3A\+IP\+restrictions&body=/);
    expect(new URL(href).searchParams.get('body')).toContain('ip-restrictions');
  });

  it('shows every text of an error, and asks for its values', () => {
    renderCard('ip-restrictions');
    expect(section('Error message').getByRole('textbox', { name: 'Connection name' })).toBeVisible();
    expect(section('Error message').getByText('Failed to update ITSM Connection credentials')).toBeVisible();
  });

  it('leaves a value that is not known out of its sentences, and asks for it where a query needs it', () => {
    renderCard('missing-connector');
    expect(section('Cause').getByText('The connector was deleted, but action groups still point at it.')).toBeVisible();
    const query = within(screen.getByRole('figure', { name: /^Action groups/ }));
    fireEvent.change(query.getByRole('textbox', { name: 'Connection identifier' }), { target: { value: 'c-1' } });
    // Compared both ways round.
    expect(query.getAllByText('"c-1"')).toHaveLength(2);
    expect(query.getByRole('link', { name: /Resource Graph Explorer/ })).toHaveAttribute(
      'href',
      expect.stringMatching(/^https:\/\/portal\.azure\.com\/#view\/.*%22c-1%22/),
    );
    expect(section('Cause').getByText('c-1')).toBeVisible();
  });

  it('makes no link of a value that is blank', () => {
    renderCard('servicenow-rate-problem');
    fireEvent.change(screen.getByRole('textbox', { name: 'Instance name' }), { target: { value: '  ' } });
    expect(screen.getByText('Fill this in, and the link appears here.')).toBeVisible();
  });

  it('gives every release’s page on rate limits, after the two that last', () => {
    renderCard('servicenow-rate-problem');
    const links = within(section('Resolution').getAllByRole('list').at(-1) as HTMLElement).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      expect.stringMatching(/\/r\/.*\/investigate-rate-limit-violations\.html$/),
      expect.stringMatching(/\/r\/.*\/inbound-REST-API-rate-limiting\.html$/),
      ...['rome', 'quebec', 'paris', 'orlando'].map((release) =>
        expect.stringContaining(`/${release}-application-development/`),
      ),
    ]);
    for (const link of links) expect(link).toHaveAccessibleName(/opens in a new tab/);
  });

  it('opens the first of several ways out; the others are a press away, with what was ticked in both', () => {
    renderCard('missing-connector');
    const names = () =>
      section('Resolution')
        .getAllByRole('heading')
        .map(({ textContent }) => textContent);
    const find = () => screen.getByRole('checkbox', { name: /^Find the action groups/ });
    expect(names()).toEqual(['Resolution', 'Stop using it']);
    fireEvent.click(find());
    fireEvent.click(screen.getByRole('radio', { name: /^Create a new connector/ }));
    expect(names()).toEqual(['Resolution', 'Create a new connector']);
    expect(find()).toBeChecked();
  });

  it('offers to reset its steps while one is ticked, and keeps the focus beside them', () => {
    renderCard('exception-update-failure');
    const reset = () => screen.queryByRole('button', { name: 'Reset steps' });
    expect(reset()).toBeNull();
    fireEvent.click(screen.getByRole('checkbox', { name: /^Next to Create integration user/ }));
    fireEvent.click(reset() as HTMLElement);
    expect(reset()).toBeNull();
    expect(screen.getByText('0 of 5 done')).toHaveFocus();
  });

  it.each([
    ['lack-of-connection-details', 'Let the first sync finish', 'If the connector is new'],
    ['lack-of-connection-details', 'Correct the connection', 'If the connector is not new, or the sync fails'],
    ['authentication', 'Get a new refresh token', 'If the integration worked before'],
    ['authentication', 'Give the integration user its rights', 'If the integration never worked'],
  ])('%s ties "%s" to its situation', (id, title, situation) => {
    renderCard(id);
    expect(screen.getByRole('radio', { name: title })).toHaveAccessibleDescription(situation);
  });

  it('shows one side’s steps on request, and says where there are none', () => {
    renderCard('authentication');
    const steps = () =>
      section('Resolution')
        .getAllByRole('checkbox')
        .map((box) => box.parentElement?.textContent);
    expect(steps()).toContainEqual(expect.stringMatching(/^Sync the connector/));
    fireEvent.click(screen.getByRole('radio', { name: 'ServiceNow' }));
    expect(steps()[0]).toMatch(/^So that it does not expire again/);
    fireEvent.click(screen.getByRole('radio', { name: 'Azure' }));
    fireEvent.click(screen.getByRole('radio', { name: /^Give the integration user/ }));
    expect(section('Resolution').getByText('There is nothing to do in Azure.')).toBeVisible();
  });

  it('asks whether it helped, and opens the next way out if not', () => {
    renderCard('missing-connector');
    fireEvent.click(screen.getByRole('button', { name: 'No' }));
    expect(screen.getByRole('radio', { name: /^Use another connector/ })).toBeChecked();
    fireEvent.click(screen.getByRole('button', { name: 'Yes' }));
    expect(screen.getByText(/records it/)).toBeVisible();
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

  it('fills a step’s query with the message', () => {
    const ruleset = structuredClone(itsmc);
    const step = ruleset.rules.find(({ id }) => id === 'authentication')?.resolutions[0]?.steps[0];
    Object.assign(step ?? {}, { snippet: 'occurrences' });
    renderCard('authentication', ruleset);
    expect(section('Resolution').getByRole('figure', { name: /^This error by hour/ })).toHaveTextContent(
      '"User Not Authenticated"',
    );
  });
});
