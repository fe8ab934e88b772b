import { describe, expect, it } from 'vitest';
import { createRecogniser } from '../../../src/core/ruleset/recognise';
import { printing } from '../../printing';

const { diagnose } = createRecogniser(printing);
const rulesIn = (text: string) => diagnose(text).findings.map(({ ruleId }) => ruleId);
const areCommon = (text: string) => diagnose(text).findings.map(({ isCommon }) => isCommon);

describe('words that other software uses too', () => {
  const record = 'At line:1 char:1\n    + CategoryInfo          : CloseError';

  it.each([
    'User Not Accepted. Could not retrieve a new bank card from the cache.',
    'HTTP 401\r\nUser not accepted.  Could not\r\nfind user ID.',
    '{"m":"HTTP 401\\r\\nUser not accepted. Could not\\r\\nfind user ID."}',
    `Invoke-RestMethod : An error occurred while sending the request.\n${record}`,
  ])('are not found where their paragraph shows another program: %s', (text) => {
    expect(rulesIn(text)).toEqual([]);
  });

  it.each([
    '{"error": "Unexpected answer"}',
    String.raw`{"m":"{\"error\": \"Unexpected answer\"}"}`,
    '{&quot;error&quot;: &#34;Unexpected answer&#34;}',
  ])('are known by quotation marks of any kind: %s', (text) => {
    const rule = { ...printing.rules[0], id: 'a', signatures: ['Unexpected answer'], unless: ['"error": "Unexpected'] };
    const own = createRecogniser({ rules: [rule as (typeof printing.rules)[number]], context: [] });
    expect(own.diagnose(text).findings).toEqual([]);
  });

  it.each(['\n\n', '\r\n \r\n'])('are found in another paragraph', (blank) => {
    const text = `${record}${blank}An error occurred while sending the request.${blank}${record}`;
    expect(rulesIn(text)).toEqual(['printer-unreachable']);
  });

  it('are found far from another program in a log without paragraphs', () => {
    const log = '2026-11-12 INFO heartbeat\n'.repeat(100);
    expect(rulesIn(`${log}User Not Accepted\n${log}${record}`)).toEqual(['sign-in-refused']);
  });

  it.each([
    ['User Not Accepted', [true]],
    ['User Not Accepted\n\nAn error occurred while sending the request.', [true, true]],
    ['Our print server says:\n\nUser Not Accepted', [false]],
    ['Level: ERROR\nMessage_s: User Not Accepted', [false]],
    ['User Not Accepted\nPrintTicket and SessionTicket invalid. Account needs to sign in again.', [false, false]],
  ])('are marked as common unless the text has something of this product: %j', (text, marks) => {
    expect(areCommon(text)).toEqual(marks);
  });
});
