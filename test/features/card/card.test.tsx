import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { MemoryRouter } from 'react-router-dom';
import { describe, expect, it } from 'vitest';
import type { Rule, Ruleset } from '../../../src/core/ruleset/schema';
import { Card } from '../../../src/features/card/card';
import type { Choice } from '../../../src/features/card/card-context';
import { printing } from '../../printing';

function Shown({ rule, ruleset }: { rule: Rule; ruleset: Ruleset }) {
  const [choice, onChoice] = useState<Choice>({});
  return <Card {...{ rule, ruleset, choice, onChoice }} level={2} heading={null} given={new Map()} />;
}

function renderCard(id: string, ruleset = printing) {
  const rule = ruleset.rules.find((candidate) => candidate.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  render(<Shown rule={rule} ruleset={ruleset} />, { wrapper: MemoryRouter });
  return rule;
}
const section = (name: string) => within(screen.getByRole('region', { name }));

describe('a card', () => {
  it.each(printing.rules.map(({ id }) => id))('%s has its sections and names its source', (id) => {
    const rule = renderCard(id);
    // Looking for roles takes jsdom a while on a whole card.
    const headings = [...document.querySelectorAll('h2')].map(({ textContent }) => textContent);
    const message = rule.signatures.length > 0 ? 'Error message' : 'What you see';
    expect(headings).toEqual(expect.arrayContaining([message, 'Cause', 'Resolution']));
    const source = printing.sources.find((candidate) => candidate.id === rule.source?.page);
    const link = document.querySelector('footer a');
    expect(link?.textContent).toContain(source?.title);
    const anchor = rule.source?.anchor ? `#${rule.source?.anchor}` : '';
    expect(link).toHaveAttribute('href', `${source?.url}${anchor}`);
    expect(link?.closest('p')).toHaveTextContent(/, \d+ \w+ 20\d\d\. Checked \d+ \w+ 20\d\d$/);
  });

  it('leads to a new issue where the dataset names a repository, and nowhere else', () => {
    renderCard('address-refused');
    expect(screen.queryByText('Suggest a correction')).toBeNull();
    cleanup();
    renderCard('address-refused', { ...printing, repository: 'https://example.com/a/b/' });
    const href = screen.getByText('Suggest a correction').getAttribute('href') ?? '';
    expect(href).toMatch(/^https:\/\/example\.com\/a\/b\/issues\/new\?title=Correction%3A\+Address\+refused&body=/);
    expect(new URL(href).searchParams.get('body')).toContain('address-refused');
  });

  it('shows every text of an error, and asks for its values', () => {
    renderCard('address-refused');
    expect(section('Error message').getByRole('textbox', { name: 'Device name' })).toBeVisible();
    expect(section('Error message').getByText('Failed to update print device credentials')).toBeVisible();
  });

  it('leaves a value that is not known out of its sentences, and asks for it where a query needs it', () => {
    renderCard('missing-queue');
    expect(section('Cause').getByText('The queue was deleted, but devices still print to it.')).toBeVisible();
    const query = within(screen.getByRole('figure', { name: /^Devices/ }));
    fireEvent.change(query.getByRole('textbox', { name: 'Queue identifier' }), { target: { value: 'q-1' } });
    // Compared both ways round.
    expect(query.getAllByText('"q-1"')).toHaveLength(2);
    expect(query.getByRole('link', { name: /PrintDesk Explorer/ })).toHaveAttribute(
      'href',
      expect.stringMatching(/^https:\/\/printdesk\.example\.com\/#view\/.*%22q-1%22/),
    );
    expect(section('Cause').getByText('q-1')).toBeVisible();
  });

  it.each(['  ', 'our site', 'https://print.example.org/'])(
    'makes no link of the name %j, and says what is needed',
    (value) => {
      renderCard('quota-reached');
      fireEvent.change(screen.getByRole('textbox', { name: 'Site name' }), { target: { value } });
      expect(screen.getByText(/Enter the site name, or the whole address, to get the link\.$/)).toBeVisible();
    },
  );

  it('takes the line break of a mail out of an identifier', () => {
    renderCard('missing-queue');
    const value = 'a3b9076c-ce8e-434e-85b4- aff10cb3c8f1';
    const [field] = screen.getAllByRole('textbox', { name: 'Queue identifier' });
    fireEvent.change(field as HTMLElement, { target: { value } });
    expect(section('Cause').getByText('a3b9076c-ce8e-434e-85b4-aff10cb3c8f1')).toBeVisible();
  });

  it('links to pages to read further, each in a tab of its own', () => {
    renderCard('quota-reached');
    const links = within(section('Resolution').getAllByRole('list').at(-1) as HTMLElement).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      'https://example.com/guide/quotas',
      'https://example.com/guide/old-quotas',
    ]);
    for (const link of links) expect(link).toHaveAccessibleName(/opens in a new tab/);
  });

  it('opens the first of several ways out; the others are a press away, with what was ticked in both', () => {
    renderCard('missing-queue');
    const names = () =>
      section('Resolution')
        .getAllByRole('heading')
        .map(({ textContent }) => textContent);
    const find = () => screen.getByRole('checkbox', { name: /^Find the devices/ });
    expect(names()).toEqual(['Resolution', 'Stop using it']);
    fireEvent.click(find());
    fireEvent.click(screen.getByRole('radio', { name: /^Create a new queue/ }));
    expect(names()).toEqual(['Resolution', 'Create a new queue']);
    expect(find()).toBeChecked();
  });

  it('offers to reset its steps while one is ticked, and keeps the focus beside them', () => {
    renderCard('release-refused');
    const reset = () => screen.queryByRole('button', { name: 'Reset steps' });
    expect(reset()).toBeNull();
    fireEvent.click(screen.getByRole('checkbox', { name: /^Next to Create account/ }));
    fireEvent.click(reset() as HTMLElement);
    expect(reset()).toBeNull();
    expect(screen.getByText('0 of 2 done')).toHaveFocus();
  });

  it.each([
    ['trays-missing', 'Let the first sync finish', 'If the tray is new'],
    ['trays-missing', 'Correct the tray', 'If the tray is not new, or the sync fails'],
    ['sign-in-refused', 'Get a new ticket', 'If the account printed before'],
    ['sign-in-refused', 'Give the account its rights', 'If the account never printed'],
  ])('%s ties "%s" to its situation', (id, title, situation) => {
    renderCard(id);
    expect(screen.getByRole('radio', { name: title })).toHaveAccessibleDescription(situation);
  });

  it('shows one side’s steps on request, and says where there are none', () => {
    renderCard('sign-in-refused');
    const steps = () =>
      section('Resolution')
        .getAllByRole('checkbox')
        .map((box) => box.parentElement?.textContent);
    expect(steps()).toContainEqual(expect.stringMatching(/^Sync the queue/));
    fireEvent.click(screen.getByRole('radio', { name: 'Spooler' }));
    expect(steps()[0]).toMatch(/^So that it does not expire again/);
    expect(section('Resolution').getByRole('textbox', { name: 'Site name' })).toBeVisible();
    fireEvent.click(screen.getByRole('radio', { name: 'PrintDesk' }));
    // Of the other side's step, what has to be done here is left.
    expect(steps()).toContainEqual(expect.stringMatching(/^A few days before the ticket expires/));
    expect(section('Resolution').queryByRole('textbox', { name: 'Site name' })).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: /^Give the account/ }));
    expect(section('Resolution').getByText('There is nothing to do in PrintDesk.')).toBeVisible();
  });

  it('asks whether it helped, and opens the next way out if not', () => {
    renderCard('missing-queue');
    fireEvent.click(screen.getByRole('button', { name: 'No' }));
    expect(screen.getByRole('radio', { name: /^Use another queue/ })).toBeChecked();
    expect(screen.getByRole('radio', { name: /^Use another queue/ })).toHaveFocus();
    fireEvent.click(screen.getByRole('button', { name: 'Yes' }));
    expect(screen.getByText(/^Tick the steps that you did/)).toBeVisible();
  });

  it('shows a procedure in place, with its own source', () => {
    renderCard('release-refused');
    const resolution = section('Resolution');
    expect(resolution.getByText('x_print.user')).toBeVisible();
    expect(resolution.getByRole('link', { name: /^Set up accounts of the spooler/ })).toHaveAttribute(
      'href',
      expect.stringContaining('#create-the-account'),
    );
  });

  it('leads to the errors that are easily confused with it', () => {
    const rule = renderCard('sign-in-refused');
    const links = section('Easily confused with').getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual(
      rule.similar.map((similar) => `/errors/${similar.rule}`),
    );
  });

  it('fills a step’s query with the message', () => {
    const ruleset = structuredClone(printing);
    const step = ruleset.rules.find(({ id }) => id === 'sign-in-refused')?.resolutions[0]?.steps[0];
    Object.assign(step ?? {}, { snippet: 'occurrences' });
    renderCard('sign-in-refused', ruleset);
    expect(section('Resolution').getByRole('figure', { name: /^This error by hour/ })).toHaveTextContent(
      '"User Not Accepted"',
    );
  });
});
