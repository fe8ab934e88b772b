import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRuleSearch } from '../../../src/features/catalogue/rule-search';
import { itsmc } from '../../itsmc';

const search = createRuleSearch(itsmc);
const ids = (words: string) => [...search(words).found.keys()].map(({ id }) => id);

describe('the search', () => {
  it('finds nothing until something is typed', () => {
    expect(search('  ')).toEqual({ found: new Map(), all: true });
  });

  it.each([
    ['a title', 'rate problem', 'servicenow-rate-problem'],
    ['the beginning of a word', 'authent', 'authentication'],
    ['a message', 'status code forbidden', 'ip-restrictions'],
    ['a status code in a message', '429', 'servicenow-rate-problem'],
    ['a cause', 'instance is unavailable', 'problem-sending-a-request'],
    ['a resolution', 'disable custom scripts', 'unexpected-response'],
    ['a step of a procedure', 'personalize choices role', 'exception-update-failure'],
    ['a synonym', 'duplicate tickets', 'duplicate-work-items'],
    ['a slip of the pen', 'refesh token expired', 'invalid-refresh-token'],
  ])('finds by %s', (_, words, id) => {
    expect(ids(words)[0]).toBe(id);
    expect(search(words).all).toBe(true);
  });

  it('gives the closest when nothing holds all of the words', () => {
    const matches = search('could not create work item for alert CPU > 90% on vm-7');
    expect(matches.all).toBe(false);
    expect([...matches.found.keys()][0]?.id).toBe('missing-connector');
  });

  it.each([
    ['a message', 'statuscode 429', 'Message', 'ServiceDeskHttpBadRequestException: StatusCode=429'],
    ['one of its alternatives', 'invalid staging table', 'Message', /Invalid staging table/],
    ['a cause rather than a step', 'custom script', 'Cause', /^A custom script in/],
    ['a step', 'installation checklist', 'Step', /Installation Checklist/],
    ['a synonym', 'throttling', 'Other words', /throttling/],
  ])('tells where the words are: in %s', (_, words, kind, text) => {
    const [first] = search(words).found.values();
    expect(first?.place).toEqual({ kind, text: expect.stringMatching(text) });
  });

  it('tells which words match', () => {
    const [first] = search('cust scripts').found.values();
    expect(first?.words).toEqual(new Set(['custom', 'scripts']));
  });

  it('looks at the beginning of a very long text only', () => {
    const long = `missing connector ${'.'.repeat(60_000)} authentication ${'a'.repeat(60_000)}`;
    expect(ids(long)).toEqual(ids('missing connector'));
  });

  it('takes any text without a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        expect(ids(words).length).toBeLessThanOrEqual(itsmc.rules.length);
      }),
    );
  });
});

describe('the words of a text in which nothing was found', () => {
  it.each([
    ['no tickets arrive since Monday', 'work-items-not-created'],
    ['the firewall says 403', 'ip-restrictions'],
    ['login gives 401', 'authentication'],
    ['we get a timeout', 'problem-sending-a-request'],
    ['Too many requests', 'servicenow-rate-problem'],
    // Each of these words is in most rules.
    ['connector deleted?', 'missing-connector'],
  ])('%s: leads to %s', (text, id) => {
    expect(ids(text)).toContain(id);
  });

  it('lead nowhere if they are words of any sentence', () => {
    for (const text of ['', 'x', 'The quick brown fox', 'this is what we have and it was not you']) {
      expect(ids(text)).toEqual([]);
    }
  });
});
