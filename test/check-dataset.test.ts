import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'dataset-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(command: string, ...files: string[]) {
  return spawnSync('npm', ['run', '-s', command, '--', ...files], { encoding: 'utf8' });
}

test('the command passes each example, and the dataset of our tests', () => {
  const files = [...readdirSync('examples').map((name) => `examples/${name}`), 'test/fixtures/printing.json'];
  const { status, stdout } = run('check-dataset', ...files);
  for (const file of files) expect(stdout).toContain(`${file}: nothing is wrong`);
  expect(status).toBe(0);
});

test('a new file is valid, shows what it holds, and is not written over', () => {
  const file = join(folder, 'new.json');
  expect(run('new-rules', file).status).toBe(0);
  const text = readFileSync(file, 'utf8');
  const { stdout, stderr } = run('check-dataset', file);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/ok +\d+ +this rule +this rule file=report-7\.csv quota=20 GB +2026-11-20 07:41:09 ERROR/);
  expect(stdout).toMatch(/ok +\d+ +not this rule +nothing +Mailbox quota/);
  expect(stdout).toMatch(/What fails\?\n {2}- An upload\n {6}→ Quota exceeded: The upload folder/);
  expect(stdout).toMatch(/Example +2026-11-20 .*\n +finds Quota exceeded\n +Question +What fails\?/);

  const again = run('new-rules', file);
  expect(again.stderr).toContain('exists already');
  expect(again.status).toBe(1);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('the command names every mistake with its line, and shows the samples and questions all the same', () => {
  const text = readFileSync('scripts/new-rules.json', 'utf8');
  const lineOf = (part: string) => text.split('\n').findIndex((line) => line.includes(part)) + 1;
  const file = join(folder, 'wrong.json');
  writeFileSync(
    file,
    text.replace('Mailbox quota', 'Upload of a failed: quota').replace('"cause": "blocked"', '"cause": "gone"'),
  );
  const { status, stdout, stderr } = run('check-dataset', file);
  expect(stderr).toContain(`${file}:${lineOf('Mailbox quota')}: rules[0].samples.notFound[1] (rule "quota-exceeded")`);
  expect(stderr).toContain(`${file}:${lineOf('"cause": "blocked"')}: questions[0].options[1].outcomes[0].cause`);
  expect(stdout).toMatch(/WRONG +\d+ +not this rule +this rule file=a quota=20 GB/);
  expect(stdout).toContain('- A connection to a partner');
  expect(status).toBe(1);
});

test.each([
  ['a byte order mark', '\ufeff{}', ':1: begins with a byte order mark'],
  ['a comment', '{\n  // rules\n}', ':2: is a comment'],
  ['a field missing', '{\n  "rules": [\n    {}\n  ]\n}', ':3: rules[0].title is missing'],
])('the command names the line of %s', (_, text, message) => {
  const file = join(folder, 'bad.json');
  writeFileSync(file, text);
  const { status, stderr } = run('check-dataset', file);
  expect(stderr).toContain(file + message);
  expect(status).toBe(1);
});
