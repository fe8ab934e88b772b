import { describe, expect, it } from 'vitest';
import { mask, maskAll } from '../../../src/core/masking/mask';

const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV';
const guid = 'b1946ac9-2492-4f5e-8a52-0a1b2c3d4e5f';
const base64 = 'q83vEjRWeJq83vEjRWeJASNFZ4mrze8BI0VniavN7w+lz4NTGXGtA2uUvAbCdEf/Gh==';

describe('mask', () => {
  it.each<[string, string, string]>([
    ['a JWT', `sent ${jwt}.`, 'sent [token 1].'],
    ['a JWT cut off', `sent ${jwt.slice(0, 40)}`, 'sent [token 1]'],
    ['a JWT after an escaped line break', `"x\\n${jwt}"`, '"x\\n[token 1]"'],
    ['a password that looks like a variable', 'password=$AAAb7q x', 'password=[password 1] x'],
    ['a password in brackets', 'password=(hunter2)', 'password=[password 1]'],
    [
      'a header within a request',
      'Authorization: Basic YTpi\\r\\nHost: x',
      'Authorization: Basic [password 1]\\r\\nHost: x',
    ],
    [
      'headers of a command',
      "curl -H 'Authorization: Bearer abc' -H 'Cookie: a=b; c=d' https://x.com",
      "curl -H 'Authorization: Bearer [token 1]' -H 'Cookie: [cookie 1]' https://x.com",
    ],
    ['basic credentials alone', 'used Basic YW5uOmh1bnRlcjI= here', 'used Basic [password 1] here'],
    [
      'a connection string',
      'AccountName=x;AccountKey=ab+/c==;EndpointSuffix=y',
      'AccountName=x;AccountKey=[key 1];EndpointSuffix=y',
    ],
    ['a form', 'client_id=x&client_secret=a~b&grant_type=y', 'client_id=x&client_secret=[secret 1]&grant_type=y'],
    ['HTML', '&quot;password&quot;:&quot;a b&quot;', '&quot;password&quot;:&quot;[password 1]&quot;'],
    ['percent-encoding', 'password%3Dab%26x%3D1', 'password%3D[password 1]%26x%3D1'],
    ['name and value apart', '{"name":"pwd","value":"abc"}', '{"name":"pwd","value":"[password 1]"}'],
    ['an attribute', '<add key="ClientSecret" value="abc"/>', '<add key="ClientSecret" value="[secret 1]"/>'],
    ['bold Markdown', '**Password:** hunter', '**Password:** [password 1]'],
    ['a padded list', `Password${' '.repeat(20)}: hunter`, `Password${' '.repeat(20)}: [password 1]`],
    ['a box', '│ Server │ x │\n│ Password │ x y │', '│ Server │ x │\n│ Password │ [password 1] │'],
    ['a table of many cells', '| 1 | Password | hunter2 |', '| 1 | Password | [password 1] |'],
    [
      'a PowerShell password',
      "$p = ConvertTo-SecureString -AsPlainText -Force -String 'hunter'",
      "$p = ConvertTo-SecureString -AsPlainText -Force -String '[password 1]'",
    ],
    ['base64', `see ${base64}, ok`, 'see [key 1], ok'],
    [
      'GUIDs, the same with the same number',
      `${guid}|77aa2110-9e4e-4c4f-8a2f-6d1c7f0a9b3e ${guid.toUpperCase()}`,
      '[GUID 1]|[GUID 2] [GUID 1]',
    ],
    ['a phone, the same however it is written', '(425) 555-0123, 425 555-0123', '[phone number 1], [phone number 1]'],
    ['in the order of the text', `pwd=b9 ${jwt} token=x`, 'pwd=[password 1] [token 1] token=[token 2]'],
    ['a GUID with zero-width spaces', guid.replace('2', '\u200b2'), '[GUID 1]'],
    ['what stands beside masks, with new numbers', `[GUID 3] ${guid}`, '[GUID 3] [GUID 4]'],
  ])('covers %s', (_, text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    'AccessToken and RefreshToken invalid. User needs to authenticate again.',
    'Unexpected token: expected end of file',
    'Invalid username/password; logon denied',
    'Basic authentication failed, Bearer authentication expected',
    'Authorization: failed',
    'password=null, token=[token 1], pwd=****, secret={secret}, client_secret=<yours>',
    '"password": {"type": "securestring"}, $password = Read-Host -AsSecureString',
    'User\tPassword\tDomain\n| User | Password | Notes |\nSigninLogs | project Password | take 10',
    'password:\nEnter it and continue',
    'System.Net.Http, Version=4.0.0.0, Culture=neutral; Chrome/120.0.0.0; version 10.2.0.1; 1.2.3; 1.2.3.4.5',
    'at 2026-11-20T07:41:09.123Z, 12:30:45, 999.1.1.1, 127.0.0.1, std::vector<a::b>, java.lang.Object@1b2c3d',
    '2026-11-20 07:41:09,123; 11/20/2026 10:15 AM; 20.11.2026 10:15; 2026-11-20-07-41-09; 10.0.19045.3803',
    'INC0012345, 1234567890, 0012345678, 1714000000000, 638495123456789012, KB5034441, StatusCode=429',
    'ports 80, 443, 8080; 443 587 8080; 7,776,000 seconds; 120 days; 0x80070005; -u 1000:1000',
    '/subscriptions/sub1/resourceGroups/RG-Prod-01/providers/Microsoft.Insights/actionGroups/OpsTeam02',
    'PrintServerHttpBadRequestException x_maker_contoso_fleet_incident JSET0014592',
    '\u{1f469}\u200d\u{1f467} \u05e9\u200f x',
  ])('leaves %s', (text) => {
    expect(mask(text)).toBe(text);
  });
});

describe('maskAll', () => {
  it('numbers what several texts share', () => {
    expect(maskAll([guid, 'bob@x.com', `[GUID 1] ${guid}`, 'password:', 'x'])).toEqual([
      '[GUID 2]',
      '[e-mail 1]',
      '[GUID 1] [GUID 2]',
      'password:',
      'x',
    ]);
  });
});
