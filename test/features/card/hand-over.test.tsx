import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Values } from '../../../src/core/ruleset/values';
import { Card } from '../../../src/features/card/card';
import type { Choice } from '../../../src/features/card/card-context';
import { itsmc } from '../../itsmc';

const id = 'a3b9076c-ce8e-434e-85b4-aff10cb3c8f1';
const mail = 'jane.doe@contoso.com';
const writeText = vi.fn(async (_: string) => {});

function renderCard(ruleId: string, given: Record<string, string>, choice: Choice = {}) {
  const rule = itsmc.rules.find((candidate) => candidate.id === ruleId);
  if (!rule) throw new Error(`no rule ${ruleId}`);
  const values: Values = new Map(Object.entries(given));
  return render(
    <Card {...{ rule, choice }} ruleset={itsmc} level={2} heading={null} given={values} onChoice={() => {}} />,
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
    renderCard('missing-connector', { alertName: 'CPU > 90%', connectionIdentifier: id });
    fireEvent.click(screen.getByRole('checkbox', { name: /^Find the action groups/ }));
    const text = await copy('Copy for a ticket');
    expect(text).toMatch(
      /^Missing connector\nCould not create\/update work item for alert CPU > 90%\. ITSM Connector a3b9/,
    );
    expect(text).toContain(`Cause: The connector ${id} was deleted`);
    expect(text).toContain('[x] Find the action groups');
    expect(text).toContain('[ ] Open each one under Monitor › Alerts');
    expect(text).toContain(`"${id}" contains connection`);
    expect(text).toContain(`/errors/missing-connector#alertName=CPU%20%3E%2090%25&connectionIdentifier=${id}\n`);
    expect(text).not.toMatch(/[*`#]{2}/);
  });

  it('masks a secret in texts and leaves it out of links, until the switch is off', async () => {
    renderCard('missing-connector', { alertName: `Login of ${mail}`, connectionIdentifier: id });
    const hidden = [await copy('Copy for a ticket')];
    hidden.push(await copy('Copy as Markdown'), await copy('Copy link with these values'), await copy('Copy link'));
    for (const text of hidden) expect(decodeURIComponent(text.replace(/%(?![0-9A-F]{2})/g, '%25'))).not.toContain(mail);
    expect(hidden[0]).toContain('for alert Login of [e-mail 1].');
    // The query would find nothing without it.
    expect(hidden[0]).toContain(`"${id}" contains connection`);
    expect(hidden[2]).toMatch(new RegExp(`#connectionIdentifier=${id}$`));

    fireEvent.click(screen.getByRole('checkbox', { name: /^Hide likely secrets.*Alert name/ }));
    expect(await copy('Copy for a ticket')).toContain(mail);
    expect(await copy('Copy link with these values')).toContain(encodeURIComponent(mail));
    fireEvent.click(screen.getByRole('checkbox', { name: /^Hide likely secrets/ }));
  });

  it('leaves out a query that needs a secret, and says why', async () => {
    renderCard('missing-connector', { connectionIdentifier: mail });
    const text = await copy('Copy for a ticket');
    expect(text).toContain('(left out: it needs “Connection identifier”, which is hidden)');
    expect(text).not.toContain('contains connection');
  });

  it('sends the other side what is done and what is left for it', async () => {
    renderCard('authentication', {}, { situation: 'refresh-needed', side: 'Azure' });
    fireEvent.change(screen.getByRole('textbox', { name: 'Instance name' }), {
      target: { value: 'https://contoso.service-now.com/now/nav' },
    });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select Sync, then Save.' }));
    const text = await copy('Send the rest to ServiceNow');
    expect(text).toMatch(
      /^Authentication: what is left to do in ServiceNow\nUser Not Authenticated\n\{"error".*\nRequired .*\nInstance name: contoso\n/,
    );
    expect(text).toMatch(
      /Done:\n- Sync the connector.*\n {4}- Select Sync, then Save\.\n\nLeft to do in ServiceNow:\n/,
    );
    expect(text).toContain('    - Look at Refresh Token Lifespan');
    expect(text).not.toContain('Under Workspace Data Sources');
    expect(text).toContain('https://contoso.service-now.com/oauth_credential_list.do');
    expect(text).toMatch(/\?situation=refresh-needed&side=ServiceNow#instanceName=contoso\n$/);
  });

  it('sends a step that two ways share once', async () => {
    renderCard('unexpected-response', {}, { situation: 'custom-script', side: 'ServiceNow' });
    fireEvent.click(screen.getByRole('checkbox', { name: /^Disable every code modification/, hidden: true }));
    const text = await copy('Send the rest to Azure');
    expect(text.match(/^- Fire a test alert/gm)).toHaveLength(1);
  });

  it('asks once for a value that several cards need', () => {
    renderCard('servicenow-rate-problem', { instanceName: 'contoso' }).unmount();
    renderCard('invalid-refresh-token', {});
    expect(screen.getByRole('textbox', { name: 'Instance name' })).toHaveValue('contoso');
  });

  it('takes ServiceNow’s tags in a value for text', async () => {
    renderCard('missing-connector', {
      alertName: '[code]<img src=x onerror=alert(1)>[/code]',
      connectionIdentifier: id,
    });
    expect(await copy('Copy for a ticket')).not.toMatch(/\[\/?code\]/i);
  });
});
