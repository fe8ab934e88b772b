import { describe, expect, it } from 'vitest';
import { findSecrets } from '../../../src/core/masking/find-secrets';
import { mask } from '../../../src/core/masking/mask';

const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV';
const guid = 'b1946ac9-2492-4f5e-8a52-0a1b2c3d4e5f';
const base64 = 'q83vEjRWeJq83vEjRWeJASNFZ4mrze8BI0VniavN7w+lz4NTGXGtA2uUvAbCdEf/Gh==';

describe('mask', () => {
  it.each<[string, string, string]>([
    ['a JWT', `sent ${jwt}.`, 'sent [token 1].'],
    ['a JWT cut off', `sent ${jwt.slice(0, 40)}`, 'sent [token 1]'],
    ['a JWT after an escaped line break', `"x\\n${jwt}"`, '"x\\n[token 1]"'],
    ['a password that looks like a variable', 'password=$AAAb7q x', 'password=[password 1] x'],
    ['a bearer token', 'Bearer a1B2c3D4e5', 'Bearer [token 1]'],
    ['a header', 'Authorization: Bearer abc.def', 'Authorization: Bearer [token 1]'],
    ['a header in JSON', '{"Authorization":"Basic YTpi","x":1}', '{"Authorization":"Basic [password 1]","x":1}'],
    [
      'a header within a request',
      'Authorization: Basic YTpi\\r\\nHost: x',
      'Authorization: Basic [password 1]\\r\\nHost: x',
    ],
    ['basic credentials alone', 'used Basic YW5uOmh1bnRlcjI= here', 'used Basic [password 1] here'],
    [
      'a shared access signature',
      'https://x.net/a?sv=2020&sig=aB%2Bc%3D&se=2026',
      'https://x.net/a?sv=2020&sig=[key 1]&se=2026',
    ],
    [
      'a connection string',
      'AccountName=x;AccountKey=ab+/c==;EndpointSuffix=y',
      'AccountName=x;AccountKey=[key 1];EndpointSuffix=y',
    ],
    [
      'a key’s name, which is no secret',
      'SharedAccessKeyName=Root;SharedAccessKey=x=',
      'SharedAccessKeyName=Root;SharedAccessKey=[key 1]',
    ],
    [
      'a database',
      'Server=x;User Id=sa;Password=p@ss,w;TrustServer=True',
      'Server=x;User Id=sa;Password=[password 1];TrustServer=True',
    ],
    ['a form', 'client_id=x&client_secret=a~b&grant_type=y', 'client_id=x&client_secret=[secret 1]&grant_type=y'],
    ['JSON', '{"clientSecret": "a \\"b\\" c", "x": 1}', '{"clientSecret": "[secret 1]", "x": 1}'],
    ['escaped JSON', '{\\"password\\":\\"a \\\\\\"b\\",\\"x\\":1}', '{\\"password\\":\\"[password 1]\\",\\"x\\":1}'],
    ['HTML', '&quot;password&quot;:&quot;a b&quot;', '&quot;password&quot;:&quot;[password 1]&quot;'],
    ['percent-encoding', 'password%3Dab%26x%3D1', 'password%3D[password 1]%26x%3D1'],
    ['XML', '<password>a b</password>', '<password>[password 1]</password>'],
    ['name and value apart', '{"name":"pwd","value":"abc"}', '{"name":"pwd","value":"[password 1]"}'],
    ['an attribute', '<add key="ClientSecret" value="abc"/>', '<add key="ClientSecret" value="[secret 1]"/>'],
    ['a record', 'pwd: hunter2, user: ann', 'pwd: [password 1], user: ann'],
    ['a sentence', 'the password is Hunter2.', 'the password is [password 1].'],
    ['an option', 'az login --password hunter -u x', 'az login --password [password 1] -u x'],
    ['an address', 'https://ann:p@ss@x.com/a', 'https://ann:[password 1]@x.com/a'],
    ['a private key', '-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc=\n-----END RSA PRIVATE KEY-----\nx', '[key 1]\nx'],
    ['a private key cut off', '-----BEGIN PRIVATE KEY-----\nMIIE\nab', '[key 1]'],
    ['base64', `see ${base64}, ok`, 'see [key 1], ok'],
    ['a hash', 'sys_id 6816f79cc0a8016401c5a33be04be441', 'sys_id [key 1]'],
    ['cookies', 'Cookie: JSESSIONID=A1; glide_user=x\nHost: y', 'Cookie: [cookie 1]\nHost: y'],
    ['a session', 'JSESSIONID=A1B2', 'JSESSIONID=[cookie 1]'],
    ['e-mail addresses', "Ann.O'Hara@contoso.co.uk, bob@x.com", '[e-mail 1], [e-mail 2]'],
    ['an encoded e-mail address', 'a%20bob%40x.com', 'a%20[e-mail 1]'],
    ['an IPv4 address', 'from 10.20.30.40:443.', 'from [IP address 1]:443.'],
    ['IPv6 addresses', 'fe80::1, 2001:db8:0:0:0:0:0:1', '[IP address 1], [IP address 2]'],
    [
      'GUIDs, the same with the same number',
      `${guid}|77aa2110-9e4e-4c4f-8a2f-6d1c7f0a9b3e ${guid.toUpperCase()}`,
      '[GUID 1]|[GUID 2] [GUID 1]',
    ],
    ['a GUID after a percent escape', `x%7C${guid}`, 'x%7C[GUID 1]'],
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
    'System.Net.Http, Version=4.0.0.0, Culture=neutral; Chrome/120.0.0.0; version 10.2.0.1; 1.2.3; 1.2.3.4.5',
    'at 2026-11-20T07:41:09.123Z, 12:30:45, 999.1.1.1, 127.0.0.1, std::vector<a::b>, java.lang.Object@1b2c3d',
    '/subscriptions/sub1/resourceGroups/RG-Prod-01/providers/Microsoft.Insights/actionGroups/OpsTeam02',
    'ServiceDeskHttpBadRequestException x_mioms_microsoft_oms_incident ISET0014592',
    'call +49 170 1234567',
  ])('leaves %s', (text) => {
    expect(mask(text)).toBe(text);
  });

  it('covers only what it is told', () => {
    const text = `${guid} bob@x.com`;
    expect(mask(text, findSecrets(text).slice(1))).toBe(`${guid} [e-mail 1]`);
    expect(mask(text, [])).toBe(text);
  });
});

describe('findSecrets', () => {
  it('says what each is and where', () => {
    expect(findSecrets('x bob@x.com pwd=a')).toEqual([
      { kind: 'e-mail', start: 2, end: 11 },
      { kind: 'password', start: 16, end: 17 },
    ]);
  });
});
