import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'explain-'));
afterAll(() => rmSync(folder, { recursive: true }));

const log = [
  '2026-11-20 08:02:54 INFO gateway: “ready”',
  '2026-11-20 08:02:55 ERROR gateway: Partner acme did not answer within 30 s',
  '2026-11-20 08:03:55 ERROR gateway: Partner acme did not answer within 60 s',
  '',
].join('\n');

function explain(input: string | Buffer, ...options: string[]) {
  return spawnSync('npm', ['run', '-s', 'explain', '--', '--rules', 'scripts/new-rules.json', ...options], {
    input,
    encoding: 'utf8',
    env: { ...process.env, SITE_URL: 'https://help.example.com', BASE_PATH: '/gateway/' },
  });
}

test('prints each error once as text, with its places, values and link', () => {
  const { status, stdout, stderr } = explain(gzipSync(log));
  expect(stdout.split('\n')).toEqual([
    'Partner not reached, 2 times',
    '  line 2: 2026-11-20 08:02:55 ERROR gateway: Partner acme did not answer within 30 s',
    '  line 3: 2026-11-20 08:03:55 ERROR gateway: Partner acme did not answer within 60 s',
    '  partner: acme (2 times)',
    '  seconds: 30, 60',
    '  https://help.example.com/gateway/errors/partner-not-reached',
    '',
  ]);
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

test('prints findings of a large table as JSON, with offsets into its text', () => {
  const file = join(folder, 'large.csv');
  const row = '"2026-11-20 08:02:55",INFO,"All is well, and this row fills the file."\r\n';
  const text = `Time,Level,Message\r\n${row.repeat(20_000)}2026-11-20,ERROR,"Partner ""a"" did not answer within 30 s"\r\n`;
  writeFileSync(file, `\ufeff${text}`);
  const { status, stdout } = explain('', '--json', file);
  const [finding, ...others] = JSON.parse(stdout);
  expect(others).toEqual([]);
  expect(finding).toEqual({
    rule: 'partner-not-reached',
    title: 'Partner not reached',
    message: 'Partner ""a"" did not answer within 30 s',
    values: { partner: '"a"', seconds: '30' },
    certainty: 'exact',
    common: false,
    row: 20_001,
    start: text.indexOf('Partner'),
    end: text.indexOf('"\r\n', text.indexOf('Partner')),
    link: 'https://help.example.com/gateway/errors/partner-not-reached',
  });
  expect(status).toBe(0);
});

test('says that there is none', () => {
  expect(explain('all is well')).toMatchObject({ status: 1, stdout: 'No known error.\n', stderr: '' });
  expect(explain('', '--json')).toMatchObject({ status: 1, stdout: '[]\n', stderr: '' });
});

test.each([
  ['a file that is not there', ['nowhere.log'], 'nowhere.log: there is no such file'],
  ['a folder', ['scripts'], 'scripts: is a folder'],
  ['a picture', ['.github/screenshot.png'], '.github/screenshot.png is a picture.'],
  ['rules that are no JSON', ['--rules', 'README.md'], 'README.md:1: '],
  ['rules of another form', ['--rules', 'package.json'], 'package.json: rules is missing'],
  ['an unknown option', ['--jsn'], 'Usage: '],
])('fails with %s', (_, options, message) => {
  const { status, stdout, stderr } = explain(log, ...options);
  expect(stderr).toContain(message);
  expect(stdout).toBe('');
  expect(status).toBe(2);
});
