import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Values } from '../../../src/core/ruleset/values';
import { Card } from '../../../src/features/card/card';
import type { Choice } from '../../../src/features/card/card-context';
import { printing } from '../../printing';

const id = 'a3b9076c-ce8e-434e-85b4-aff10cb3c8f1';
const mail = 'jane.doe@contoso.com';
const writeText = vi.fn(async (_: string) => {});

function renderCard(ruleId: string, given: Record<string, string>, choice: Choice = {}, ruleset = printing) {
  const rule = ruleset.rules.find((candidate) => candidate.id === ruleId);
  if (!rule) throw new Error(`no rule ${ruleId}`);
  const values: Values = new Map(Object.entries(given));
  return render(
    <Card {...{ rule, choice }} ruleset={ruleset} level={2} heading={null} given={values} onChoice={() => {}} />,
    { wrapper: MemoryRouter },
  );
}

/** Presses a button that copies, and returns what it has copied. */
async function copy(name: string): Promise<string> {
  writeText.mockClear();
  // What "Share" opens is there, but hidden.
  const button = await screen.findByRole('button', { name, hidden: true });
  await waitFor(() => expect(button).toHaveAttribute('aria-disabled', 'false'));
  fireEvent.click(button);
  await waitFor(() => expect(writeText).toHaveBeenCalled());
  return writeText.mock.lastCall?.[0] ?? '';
}

beforeEach(() => {
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { clipboard: { writeText } }));
  sessionStorage.clear();
});

describe('the hand-over of a card', () => {
  it('gives a ticket plain text: message, cause, what is done, the query, the way here', async () => {
    renderCard('missing-queue', { jobName: 'CPU > 90%', queueIdentifier: id });
    fireEvent.click(screen.getByRole('checkbox', { name: /^Find the devices/ }));
    const text = await copy('Copy for a ticket');
    expect(text).toMatch(/^Missing queue\nCould not print\/hold any page of job CPU > 90%\. Print queue a3b9/);
    expect(text).toContain(`Cause: The queue ${id} was deleted`);
    expect(text).toContain('[x] Find the devices');
    expect(text).toContain('[ ] Open each one under PrintDesk › Devices');
    expect(text).toContain(`"${id}" contains queue`);
    expect(text).toContain(`/errors/missing-queue#jobName=CPU%20%3E%2090%25&queueIdentifier=${id}\n`);
    expect(text).not.toMatch(/[*`#]{2}/);
  });

  it('masks a secret in texts and leaves it out of links, until the switch is off', async () => {
    renderCard('missing-queue', { jobName: `Login of ${mail}`, queueIdentifier: id });
    const hidden = [await copy('Copy for a ticket')];
    hidden.push(await copy('Copy as Markdown'), await copy('Copy link with these values'), await copy('Copy link'));
    for (const text of hidden) expect(decodeURIComponent(text.replace(/%(?![0-9A-F]{2})/g, '%25'))).not.toContain(mail);
    expect(hidden[0]).toContain('of job Login of [e-mail 1].');
    // The query would find nothing without it.
    expect(hidden[0]).toContain(`"${id}" contains queue`);
    expect(hidden[2]).toMatch(new RegExp(`#queueIdentifier=${id}$`));

    fireEvent.click(screen.getByRole('checkbox', { name: /^Hide likely secrets.*Job name/ }));
    expect(await copy('Copy for a ticket')).toContain(mail);
    expect(await copy('Copy link with these values')).toContain(encodeURIComponent(mail));
    fireEvent.click(screen.getByRole('checkbox', { name: /^Hide likely secrets/ }));
  });

  it('leaves out a query that needs a secret, and says why', async () => {
    renderCard('missing-queue', { queueIdentifier: mail });
    const text = await copy('Copy for a ticket');
    expect(text).toContain('(left out: it needs “Queue identifier”, which is hidden)');
    expect(text).not.toContain('contains queue');
  });

  it('sends the other side what is done and what is left for it', async () => {
    const siteName = 'https://contoso.print.example.com/now/nav';
    renderCard('sign-in-refused', { siteName }, { situation: 'refresh-needed', side: 'PrintDesk' });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select Sync, then Save.' }));
    const text = await copy('Send the rest to Spooler');
    expect(text).toMatch(
      /^Sign-in refused: what is left to do in Spooler\nUser Not Accepted\nor\n\{"error".*\nSite name: contoso\n/,
    );
    expect(text).toMatch(
      /Done:\n- Begun: Sync the queue.*\n {4}- Select Sync, then Save\.\n\nLeft to do in Spooler:\n/,
    );
    expect(text).toContain('    - Look at Ticket Lifespan');
    expect(text).not.toContain('Under Sources');
    expect(text).toContain('https://contoso.print.example.com/tickets');
    expect(text).toMatch(/\?situation=refresh-needed&side=Spooler#siteName=contoso\n$/);
  });

  it('sends a step that two ways share once', async () => {
    renderCard('unexpected-answer', {}, { situation: 'custom-filter', side: 'Spooler' });
    fireEvent.click(screen.getByRole('checkbox', { name: /^Undo every change/, hidden: true }));
    const text = await copy('Send the rest to PrintDesk');
    expect(text.match(/^- Print a test page/gm)).toHaveLength(1);
  });

  it('asks once for a value that several cards need', () => {
    renderCard('quota-reached', { siteName: 'contoso' }).unmount();
    renderCard('expired-ticket', {});
    expect(screen.getByRole('textbox', { name: 'Site name' })).toHaveValue('contoso');
  });

  it('lets a later card change what a link gave for all of them', () => {
    const ruleset = {
      ...printing,
      rules: printing.rules.map((rule) => (rule.id === 'missing-queue' ? { ...rule, snippets: ['tickets'] } : rule)),
    };
    renderCard('missing-queue', { queueIdentifier: id, siteName: 'contoso' }, {}, ruleset);
    fireEvent.change(screen.getByRole('textbox', { name: 'Job name' }), { target: { value: 'CPU' } });
    cleanup();
    renderCard('expired-ticket', {});
    const field = screen.getByRole('textbox', { name: 'Site name' });
    expect(field).toHaveValue('contoso');
    fireEvent.change(field, { target: { value: 'fabrikam' } });
    expect(field).toHaveValue('fabrikam');
  });

  it('takes the tags of a ticket system in a value for text', async () => {
    renderCard('missing-queue', {
      jobName: '[code]<img src=x onerror=alert(1)>[/code]',
      queueIdentifier: id,
    });
    expect(await copy('Copy for a ticket')).not.toMatch(/\[\/?code\]/i);
  });
});
