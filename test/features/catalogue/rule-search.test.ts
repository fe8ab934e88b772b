import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRuleSearch } from '../../../src/features/catalogue/rule-search';
import { printing } from '../../printing';

const search = createRuleSearch(printing);
const ids = (words: string) => [...search(words).found.keys()].map(({ id }) => id);

describe('the search', () => {
  it('finds nothing until something is typed', () => {
    expect(search('  ')).toEqual({ found: new Map(), closest: new Map(), all: true });
  });

  it.each([
    ['a title', 'quota reached', 'quota-reached'],
    ['the beginning of a word', 'unreach', 'printer-unreachable'],
    ['a message', 'status code forbidden', 'address-refused'],
    ['a status code in a message', '429', 'quota-reached'],
    ['a cause', 'printer is unavailable', 'printer-unreachable'],
    ['a resolution', 'disable custom filters', 'unexpected-answer'],
    ['a step of a procedure', 'personal queue role', 'release-refused'],
    ['a synonym', 'duplicate printouts', 'printed-twice'],
    ['a slip of the pen', 'expird ticket', 'expired-ticket'],
    ['the plural', 'unreachable printers', 'printer-unreachable'],
  ])('finds by %s', (_, words, id) => {
    expect(ids(words)[0]).toBe(id);
    expect(search(words).all).toBe(true);
  });

  it('gives the closest when nothing holds all of the words', () => {
    const matches = search('could not create any page of job CPU > 90% on vm-7');
    expect(matches.all).toBe(false);
    expect([...matches.found.keys()][0]?.id).toBe('missing-queue');
  });

  it.each([
    ['a message', 'statuscode 429', 'Message', 'SpoolerHttpBadRequestException: StatusCode=429'],
    ['one of its alternatives', 'invalid staging table', 'Message', /Invalid staging table/],
    ['a cause rather than a step', 'custom filter', 'Cause', /^A custom filter in/],
    ['a step', 'installation checklist', 'Step', /Installation Checklist/],
    ['a synonym', 'throttling', 'Other words', /throttling/],
  ])('tells where the words are: in %s', (_, words, kind, text) => {
    const [first] = search(words).found.values();
    expect(first?.place).toEqual({ kind, text: expect.stringMatching(text) });
  });

  it('tells which words match', () => {
    const [first] = search('cust filters').found.values();
    expect(first?.words).toEqual(new Set(['custom', 'filter', 'filters']));
  });

  it('looks at the beginning of a very long text only', () => {
    const long = `missing queue ${'.'.repeat(60_000)} jam ${'a'.repeat(60_000)}`;
    expect(ids(long)).toEqual(ids('missing queue'));
  });

  it('takes any text without a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        expect(ids(words).length).toBeLessThanOrEqual(printing.rules.length);
      }),
    );
  });
});

describe('the words of a text in which nothing was found', () => {
  it.each([
    ['no jobs arrive since Monday', 'nothing-printed'],
    ['the firewall says 403', 'address-refused'],
    ['login gives 401', 'sign-in-refused'],
    ['we get a timeout', 'printer-unreachable'],
    ['Too many requests', 'quota-reached'],
    // Each of these words is in most rules.
    ['queue deleted?', 'missing-queue'],
  ])('%s: leads to %s', (text, id) => {
    expect(ids(text)).toContain(id);
  });

  it('lead nowhere if they are words of any sentence', () => {
    for (const text of ['', 'x', 'The quick brown fox', 'this is what we have and it was not you']) {
      expect(ids(text)).toEqual([]);
    }
  });
});
