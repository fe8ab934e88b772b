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
    ['lack-of-connection-details', 'Let the first sync finish', 'Likely if the connector is new'],
    ['lack-of-connection-details', 'Correct the connection', 'Likely if it isn’t new, or can’t sync'],
    ['authentication', 'Get a new refresh token', 'Likely if ITSMC worked before'],
    ['authentication', 'Give the integration user its rights', 'Likely if ITSMC never worked'],
  ])('%s: "%s" is for its own situation', (id, title, when) => {
    expect(rule(id)?.resolutions.find((resolution) => resolution.title === title)).toMatchObject({ when });
  });

  const closest = (text: string) => [...createRuleSearch(pack)(text).closest.keys()].map(({ id }) => id);

  it.each([
    ['no tickets arrive since Monday', 'work-items-not-created'],
    ['tickets are not created', 'work-items-not-created'],
    ['no tickets arrive', 'work-items-not-created'],
    ['hibernate', 'instance-asleep'],
    ['alert fired but no ticket', 'work-items-not-created'],
    ['alert suppressed', 'work-items-not-created'],
    ['our alerts do not open incidents in ServiceNow any more, nothing was changed', 'work-items-not-created'],
    ['two tickets per alert', 'duplicate-work-items'],
    ['we get every incident twice', 'duplicate-work-items'],
    ['for each alert there are two incidents, and one is closed immediately', 'duplicate-work-items'],
    ['the CI field is empty in the incident', 'configuration-item-blank'],
    ['cmdb entry not set on incident', 'configuration-item-blank'],
    ['affected CI missing', 'configuration-item-blank'],
    ['login fails', 'authentication'],
    ['user cannot log in to ServiceNow, 401 unauthorized', 'authentication'],
    ['cannot save the connection', 'error-in-saving-connection'],
    ['wrong password when adding the connection', 'error-in-saving-connection'],
    ['refresh token expired', 'invalid-refresh-token'],
    ['servicenow is down', 'problem-sending-a-request'],
    ['we get a timeout', 'problem-sending-a-request'],
    ['instance is sleeping', 'instance-asleep'],
    ['api limit reached', 'servicenow-rate-problem'],
    ['the firewall says 403', 'ip-restrictions'],
    ['whitelist IP addresses', 'ip-restrictions'],
    ['someone deleted the connector', 'missing-connector'],
    ['template list is empty', 'templates-missing'],
    ["can't add ITSM action to action group", 'itsm-action-not-created'],
    ['business rule blocks incident', 'unexpected-response'],
    ['payload too big', 'payload-too-large'],
    ['webhook returns 401', 'webhook-rejected'],
    ['terraform apply fails with 500', 'api-status-500'],
    ['dns name of servicenow cannot be resolved', 'test-host-not-known'],
  ])('are found by the words that readers use: %s', (text, id) => {
    expect(closest(text)[0]).toBe(id);
  });

  it.each([
    ['the firewall changed, tickets are not created, we see a timeout and a 401', 'work-items-not-created'],
    ['permission denied in servicenow', 'exception-update-failure'],
    ['Too many requests', 'servicenow-rate-problem'],
    // Each of these words is in most rules.
    ['connector deleted?', 'missing-connector'],
  ])('are among those found by words that fit several: %s', (text, id) => {
    expect(closest(text)).toContain(id);
  });

  it('come with the notice that ITSM actions were retired, on those that it concerns', () => {
    expect(pack.notices).toMatchObject([
      { date: '2025-09-30', concerns: ['work-items-not-created', 'itsm-action-not-created'] },
    ]);
  });
});
