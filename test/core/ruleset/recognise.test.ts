import { describe, expect, it } from 'vitest';
import { createRecogniser } from '../../../src/core/ruleset/recognise';
import { itsmc } from '../../itsmc';

const { diagnose } = createRecogniser(itsmc);
const rulesIn = (text: string) => diagnose(text).findings.map(({ ruleId }) => ruleId);
const areCommon = (text: string) => diagnose(text).findings.map(({ isCommon }) => isCommon);

describe('words that other software uses too', () => {
  const record = 'At line:1 char:1\n    + CategoryInfo          : CloseError';

  it.each([
    'User Not Authenticated. Could not retrieve a new access token from the cache.',
    'HTTP 401\r\nUser not authenticated.  Could not\r\nfind user ID.',
    `Search-AzGraph : An error occurred while sending the request.\n${record}`,
  ])('are not found where their paragraph shows another program: %s', (text) => {
    expect(rulesIn(text)).toEqual([]);
  });

  it.each(['\n\n', '\r\n \r\n'])('are found in another paragraph', (blank) => {
    const text = `${record}${blank}An error occurred while sending the request.${blank}${record}`;
    expect(rulesIn(text)).toEqual(['problem-sending-a-request']);
  });

  it('are found far from another program in a log without paragraphs', () => {
    const log = '2026-11-12 INFO heartbeat\n'.repeat(100);
    expect(rulesIn(`${log}User Not Authenticated\n${log}${record}`)).toEqual(['authentication']);
  });

  it.each([
    ['User Not Authenticated', [true]],
    ['User Not Authenticated\n\nAn error occurred while sending the request.', [true, true]],
    ['Our ServiceNow connector says:\n\nUser Not Authenticated', [false]],
    ['LogType_s: ERROR\nMessage: User Not Authenticated\nStatusLogTime_t: 2026-11-12', [false]],
    ['User Not Authenticated\nAccessToken and RefreshToken invalid. User needs to authenticate again.', [false, false]],
  ])('are marked as common unless the text has something of this product: %j', (text, marks) => {
    expect(areCommon(text)).toEqual(marks);
  });
});
