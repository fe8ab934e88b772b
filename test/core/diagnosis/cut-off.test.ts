import { describe, expect, it } from 'vitest';
import { createDiagnoser } from '../../../src/core/diagnosis';
import { printing } from '../../printing';
import { testNeverLess } from './every-signature';

const diagnoser = createDiagnoser([
  { id: 'sending', signatures: ['An error occurred while sending the request.'] },
  { id: 'quota', signatures: ['Mailbox quota exceeded for account {account}. Contact the desk.'] },
  { id: 'limit', signatures: ['ThrottlingPolicyException: StatusCode=429'] },
  { id: 'disk', signatures: ['Replica ledger could not be written to disk'] },
  { id: 'tape', signatures: ['Replica ledger could not be written to tape'] },
]);
const found = (text: string) =>
  diagnoser.diagnose(text).findings.map(({ ruleId, certainty }) => `${certainty} ${ruleId}`);

describe('a line that is cut off', () => {
  it.each([
    ['within a word', 'An error occurred while sending the req'],
    ['after a word', 'An error occurred while sending the'],
    ['after a word, with dots', 'An error occurred while sending...'],
    ['after a word, with an ellipsis', 'An error occurred while sending …'],
    ['within a word, with an ellipsis', 'An error occurred while sen…'],
    ['within a word, between other lines', 'started\n\nAn error occurred while sending the req\nDone.'],
  ])('is found if it ends %s', (_, text) => {
    expect(found(text)).toEqual(['partial sending']);
  });

  it('is found if it ends within a value, with as much of the value as there is', () => {
    const text = 'Mailbox quota exceeded for account jo';
    const [finding] = diagnoser.diagnose(text).findings;
    expect(finding).toMatchObject({ ruleId: 'quota', certainty: 'partial', start: 0, end: 37 });
    expect(finding?.captures).toEqual([{ name: 'account', value: 'jo', start: 35, end: 37 }]);
  });

  it('never goes on in the text that was read before', () => {
    const message = '{"error":{"message":"Operation Failed","detail":"ACL Exception Update Failed due to security"}';
    const { diagnose } = createDiagnoser([{ id: 'acl', signatures: [message] }]);
    diagnose(`${message},"status":"failure"}\nAn error o`);
    expect(diagnose('An error o').findings).toEqual([]);
  });

  it('is found after a value, which is whole', () => {
    const [finding] = diagnoser.diagnose('Mailbox quota exceeded for account jo. Cont').findings;
    expect(finding?.ruleId).toBe('quota');
    expect(finding?.captures.map((capture) => capture.value)).toEqual(['jo']);
  });

  it('ends with its own last letter if its full stop is lost, whatever quotes it', () => {
    const text = '"An error occurred while sending the request"\n\n"Another thing was said."';
    expect(diagnoser.diagnose(text).findings.map(({ start, end }) => text.slice(start, end))).toEqual([
      'An error occurred while sending the request',
    ]);
  });

  it('is marked as far as it goes, not into the next line', () => {
    const text = 'An error occurred while sending the req\nThe worker stopped.';
    const [finding] = diagnoser.diagnose(text).findings;
    expect(text.slice(finding?.start, finding?.end)).toBe('An error occurred while sending the req');
  });
});

describe('no message is claimed', () => {
  it.each([
    ['two rules begin so', 'Replica ledger could not be written to'],
    ['two rules begin so, with an ellipsis', 'Replica ledger could not be written to…'],
    ['the number is missing', 'ThrottlingPolicyException: StatusCode='],
    ['the number and the word before it are missing', 'ThrottlingPolicyException'],
    ['half of the number is missing', 'ThrottlingPolicyException: StatusCode=42'],
    ['the number is another one', 'ThrottlingPolicyException: StatusCode=428'],
    ['only a few ordinary words are there', 'An error occurred while'],
    ['only a few ordinary words are there, as a sentence', 'An error occurred while.'],
    ['another word follows', 'An error occurred while sending the email'],
  ])('if %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it('but the rules are suggested, if what is there is not only everyday words', () => {
    const suggested = (text: string) => diagnoser.diagnose(text).suggestions.map(({ ruleId }) => ruleId);
    expect(suggested('Replica ledger could not be written to')).toEqual(['disk', 'tape']);
    expect(suggested('An error occurred while')).toEqual([]);
  });

  it.each([
    ['another number', 'ThrottlingPolicyException: StatusCode=401'],
    ['another state', 'Mailbox quota exceeded for account jo. Notify the owner.'],
    ['no negation', 'Replica ledger was written to disk'],
  ])('nor suggested, if the text has %s', (_, text) => {
    expect(diagnoser.diagnose(text)).toEqual({ findings: [], suggestions: [] });
  });
});

describe('more text never says less', () => testNeverLess(printing.rules));

it('tells two rules that begin alike apart as soon as the text does', () => {
  expect(found('Replica ledger could not be written to dis')).toEqual(['partial disk']);
  expect(found('Replica ledger could not be written to ta')).toEqual(['partial tape']);
});

it('is read without the beginning of the text behind a value, wherever it is cut', () => {
  const { diagnose } = createDiagnoser([
    { id: 'a', signatures: ['Queue {queue} timed out waiting for manifest {manifest} (code {code})'] },
  ]);
  const start = 'Queue q1 timed out waiting for manifest t77';
  for (const end of ['', ' ', ' (', ' (c', ' (co', ' (cod', ' (code', ' (code ', ' (…', ' (co...'])
    expect(diagnose(start + end).findings[0]?.captures[1], end).toMatchObject({ name: 'manifest', value: 't77' });
});
