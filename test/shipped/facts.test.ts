import { describe, expect, it } from 'vitest';
import { createRuleSearch } from '../../src/features/catalogue/rule-search';
import { isItsmc, pack } from './pack';

const rule = (id: string) => pack.rules.find((candidate) => candidate.id === id);

// What was agreed on for the dataset that came with this app, and could be lost when it is edited.
describe.runIf(isItsmc)('the errors of ITSMC', () => {
  it('each name a source with its date', () => {
    for (const { id, source } of pack.rules) {
      expect(pack.sources.find((candidate) => candidate.id === source?.page)?.date, id).toBeDefined();
    }
  });

  it('have every release’s page on rate limits, after the two that last', () => {
    const urls = rule('servicenow-rate-problem')?.resolutions.flatMap(({ links }) => links.map(({ url }) => url));
    expect(urls).toEqual([
      expect.stringMatching(/\/r\/.*\/investigate-rate-limit-violations\.html$/),
      expect.stringMatching(/\/r\/.*\/inbound-REST-API-rate-limiting\.html$/),
      ...['rome', 'quebec', 'paris', 'orlando'].map((release) =>
        expect.stringContaining(`/${release}-application-development/`),
      ),
    ]);
  });

  it.each([
    ['lack-of-connection-details', 'Let the first sync finish', 'If the connector is new'],
    ['lack-of-connection-details', 'Correct the connection', 'If the connector is not new, or the sync fails'],
    ['authentication', 'Get a new refresh token', 'If the integration worked before'],
    ['authentication', 'Give the integration user its rights', 'If the integration never worked'],
  ])('%s: "%s" is for its own situation', (id, title, when) => {
    expect(rule(id)?.resolutions.find((resolution) => resolution.title === title)).toMatchObject({ when });
  });

  it.each([
    ['no tickets arrive since Monday', 'work-items-not-created'],
    ['the firewall says 403', 'ip-restrictions'],
    ['login gives 401', 'authentication'],
    ['we get a timeout', 'problem-sending-a-request'],
    ['Too many requests', 'servicenow-rate-problem'],
    ['duplicate tickets', 'duplicate-work-items'],
    // Each of these words is in most rules.
    ['connector deleted?', 'missing-connector'],
  ])('are found by the words that readers use: %s', (words, id) => {
    expect([...createRuleSearch(pack)(words).found.keys()].map((found) => found.id)).toContain(id);
  });

  it('come with the notice that ITSM actions were retired, on those that it concerns', () => {
    expect(pack.notices).toMatchObject([
      { date: '2025-09-30', concerns: ['work-items-not-created', 'itsm-action-not-created'] },
    ]);
  });
});
