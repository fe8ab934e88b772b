import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { itsmc } from './itsmc';

const folder = mkdtempSync(join(tmpdir(), 'dataset-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the command passes our dataset and names what is wrong with another', {
  timeout: 60_000,
}, () => {
  const [first, ...others] = itsmc.rules;
  const twice = join(folder, 'twice.json');
  writeFileSync(twice, JSON.stringify({ ...itsmc, rules: [first, first, ...others] }));
  const files = ['public/rulesets/itsmc.json', twice];
  const { status, stdout, stderr } = spawnSync('npm', ['run', 'check-dataset', '--', ...files], {
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stdout).toContain('itsmc.json: nothing is wrong');
  expect(stderr).toContain(`"${first?.id}" is already taken`);
});
