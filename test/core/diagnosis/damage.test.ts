import { describe, expect, it } from 'vitest';
import { createDiagnoser } from '../../../src/core/diagnosis';
import { printing } from '../../printing';

const diagnoser = createDiagnoser(printing.rules);
const found = (text: string) => diagnoser.diagnose(text).findings.map(({ ruleId }) => ruleId);
const values = (text: string) =>
  diagnoser.diagnose(text).findings.flatMap(({ captures }) => captures.map(({ value }) => value));
const missing = (job: string) =>
  `Could not print/hold any page of job ${job}. Print queue S1 does not exist or was deleted.`;
const response = (error: string, id = 'SET1') =>
  `Unexpected answer from the driver along with success status code. Answer: { "job_set": "${id}", "staging_table": "spool_in", "result": [ { "job_map": "Driver Job", "table": "job", "status": "error", "error_message": "${error}" }`;
const fields = (names: string) => `No trays found for the following sizes: ${names}`;

describe('a damaged message is found', () => {
  it.each([
    ['with an escaped Windows line break in it', '{"message":"User Not\\r\\nAccepted"}'],
    ['with an encoded one', 'User%20Not%0D%0AAccepted'],
  ])('%s', (_, text) => expect(found(text)).toEqual(['sign-in-refused']));

  it.each(['error occurred while sending the request.', 'occurred while sending the request.'])(
    'with most of it left: %s',
    (text) => expect(found(text)).toEqual(['printer-unreachable']),
  );

  it('in a CSV cell, misspelt', () => {
    const cell = response('Invalid table').replace('response', 'respnse').replaceAll('"', '""');
    expect(found(`"${cell}"`)).toEqual(['unexpected-answer']);
  });

  it.each([
    ['a time stamp and a level', '2026-11-20 07:41:09 ERROR '],
    ['a label', 'Message: '],
    ['an exception', 'System.Exception: '],
    ['a thread and a dash', '[worker-4] c.m.print.Sync - '],
  ])('cut off at the end, after %s', (_, before) => {
    const text = `${before}Could not sync tray configuration for Letter,Legal,Folio. See Exception Message`;
    expect(found(text)).toEqual(['expired-ticket']);
  });
});

describe('a message in a script without spaces', () => {
  it('is found when a character of it is wrong, missing or one too many', () => {
    const files = createDiagnoser([
      { id: 'read', signatures: ['サーバーファイル"{file}"をオープンできませんでした: {reason}'] },
      { id: 'lock', signatures: ['共有メモリの識別子を取得できませんでした'] },
      { id: 'wait', signatures: ['別のプロセスの終了を待機しています'] },
    ]);
    for (const text of [
      '共有メモリの識別子を取持できませんでした',
      '共有メモリの識子を取得できませんでした',
      '共有メモリの識別別子を取得できませんでした',
    ])
      expect(
        files.diagnose(text).findings.map(({ ruleId }) => ruleId),
        text,
      ).toEqual(['lock']);
  });
});

describe('a value at a message’s end', () => {
  it.each([
    ['goes on where its line was wrapped', fields('urgency,\nimpact.'), 'urgency, impact'],
    ['goes on so in a misspelt message', fields('urgency,\nimpact.').replace('found', 'foundd'), 'urgency, impact'],
    ['goes on with a capital behind a comma', fields('Group,\n  Caller.'), 'Group, Caller'],
    ['goes on where all is wrapped', fields('user\ngroup.').replace('for the ', 'for the\n'), 'user group'],
    ['does not go on in another line', `${fields('urgency')}\nUser Not Found.`, 'urgency'],
    ['lacks the mark that it was cut off', fields('catego[…]'), 'catego'],
    ['lacks those dots', fields('catego...'), 'catego'],
    ['may stand all in the next line', `${fields('').trim()}\nurgency.`, 'urgency'],
    ['goes on in a quoted line', `> ${fields('urgency,\n> impact.')}`, 'urgency, impact'],
    ['ends where its quotation does', `{"message":"${fields('urgency, impact"}')}`, 'urgency, impact'],
    ['ends where its quotation does, in prose', `we get "${fields('urgency, impact" a lot')}`, 'urgency, impact'],
    ['holds full stops', `"${fields('incident.category."')}`, 'incident.category'],
    ['holds full stops, and lacks the last', fields('incident.category'), 'incident.category'],
    ['ends where its quotation does, within another', `"\\"${fields('urgency')}\\""`, 'urgency'],
    ['ends where its cell does', `1\t${fields('urgency')}\tError`, 'urgency'],
    ['ends where its tag does', `<td>${fields('urgency')}</td>`, 'urgency'],
    ['ends before a bracket', `The error is (${fields('urgency.).')}`, 'urgency'],
  ])('%s', (_, text, value) => expect(values(text)).toEqual([value]));
});

describe('a value in which a message’s start was cut off', () => {
  const rest = '. Print queue S1 does not exist or was deleted.';
  it.each([
    ['has no quotation mark', `"full (95 %)${rest}"`, 'full (95 %)'],
    ['has no ellipsis', `…rt cpu${rest}`, 'rt cpu'],
    ['has no ellipsis in a quotation', `"...rt cpu${rest}"`, 'rt cpu'],
    ['has no ellipsis in brackets', `[...] Überlast${rest}`, 'Überlast'],
    ['has no mark of a quoted line', `> c of items${rest}`, 'c of items'],
    ['has no cell before it', `1\tProd\tc of items${rest}`, 'c of items'],
  ])('%s', (_, text, value) => expect(values(text)).toEqual([value, 'S1']));
});

describe('a value', () => {
  it.each(['>', '>>', '>> ', '» '])('holds no mark of lines that are quoted by %j', (mark) => {
    const text = missing('High memory').replace('High memory', 'High\nmemory').replace('does not', 'does not\n');
    expect(values(text.replaceAll(/^ ?/gm, mark))).toEqual(['High memory', 'S1']);
  });

  it.each([
    ['\\u00dcberlast', 'Überlast'],
    ['C:\\\\new', 'C:\\new'],
    ['a\\tb', 'a\tb'],
  ])('in a JSON string has its escapes undone: %s', (escaped, value) => {
    expect(values(`{"message":"${missing(escaped)}"}`)).toEqual([value, 'S1']);
  });

  it('holds no letter of a misspelt word beside it', () => {
    const named = (text: string) =>
      `Failed to add print device ${text} to Bad Request. Error: Bad request. Invalid settings given for device. Http Exception: Status Code Forbidden.`;
    for (const text of ['namedd "Prod" due', 'named "Prod" ddue', 'named "Prod" ue'])
      expect(values(named(text)), text).toEqual(['Prod']);
  });

  it('does not swallow a message of the same kind with another ending', () => {
    const text = `[${[response('Invalid table', 'A'), response('Target tray not found', 'B')].map((message) => JSON.stringify({ m: message })).join(',')}]`;
    expect(values(text)).toEqual(['A', 'B']);
    const jobs = createDiagnoser([{ id: 'job', signatures: ['Job {name} failed: {Timeout|Abort}.'] }]);
    for (const both of ['Job a failed: Abort. Job b failed: Timeout.', 'Job a failed: Timeout. Job b failed: Abort.'])
      expect(jobs.diagnose(both).findings.map(({ captures }) => captures[0]?.value)).toEqual(['a', 'b']);
  });

  it('that is empty between quotation marks that are not there is none', () => {
    const tables = createDiagnoser([
      { id: 'both', signatures: ["Table '{a}' of schema '{b}' is locked."] },
      { id: 'schema', signatures: ["Table of schema '{a}' is locked."] },
    ]);
    expect(tables.diagnose("Table of schema 'x' is locked.").findings[0]?.ruleId).toBe('schema');
  });
});

describe('of two messages that begin alike', () => {
  // So many that no word of what goes on is rare.
  const things =
    'Queue Disk Volume Tape Table Index Cache Ledger Bucket Folder Mailbox Shelf Tank Drawer Log Store Vault Depot'.split(
      ' ',
    );
  const queues = createDiagnoser(
    things.flatMap((thing) => [
      { id: `${thing} full`, signatures: [`${thing} {a} has no free space left`] },
      { id: `${thing} host`, signatures: [`${thing} {a} has no free space left on host {b}`] },
      {
        id: `${thing} after`,
        signatures: [`${thing} {a} has no free space left on host {b} after {c} seconds`],
      },
    ]),
  );
  it.each([
    ['Queue e has no free space left', 'full'],
    ['Queue e has no fre space left', 'full'],
    ['Queue e has no free space left odn host h1', 'host'],
    ['Queue e has no free space left on hst h1', 'host'],
    ['Queue e has no free space left on host h1 aftr 3 seconds', 'after'],
    ['Queue e has no free space left and all waits', 'full'],
  ])('the one that goes on is meant where the text does: %s', (text, rule) => {
    expect(queues.diagnose(text).findings.map(({ ruleId }) => ruleId)).toEqual([`Queue ${rule}`]);
  });
});

describe('another sentence that ends like a message is not its end', () => {
  it.each([
    'The following sizes are required: name.',
    'for the following sizes:',
    'Update print device credentials',
    'Updated print device credentials',
    'Trays found for the following sizes: urgency.',
  ])('%s', (text) => expect(found(text)).toEqual([]));

  it('if all that it lacks at its beginning is a negation', () => {
    const trays = createDiagnoser([
      { id: 'trays', signatures: ["Can't retrieve the tray configuration, see the queue logs for more information."] },
    ]);
    expect(trays.diagnose('Can retrieve the tray configuration.').findings).toEqual([]);
  });
});

describe('a fragment with a misspelt word', () => {
  const { diagnose } = createDiagnoser([
    { id: 'access', signatures: ['Failed tray level ACL Validation'] },
    { id: 'asleep', signatures: ['instance is hibernating'] },
  ]);
  const ids = (text: string) => diagnose(text).findings.map(({ ruleId }) => ruleId);

  it.each(['- AI Validation', '"instance_id"', 'how many\n\ninstances\n\nare there'])('is none: %j', (text) => {
    expect(ids(text)).toEqual([]);
  });

  it.each([
    ['Failed tray level ACX Validation', 'access'],
    ['tray level ACL Validaton', 'access'],
    ['instance iss hibernating', 'asleep'],
    ['instance is hib', 'asleep'],
  ])('is one if enough is there: %s', (text, id) => expect(ids(text)).toEqual([id]));
});
