import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { itsmc } from './itsmc';

const folder = mkdtempSync(join(tmpdir(), 'dataset-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command as the README has it. */
function check(file: string) {
  const { status, stdout, stderr } = spawnSync('npm', ['run', 'check-dataset', '--', file], {
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

test('the command passes the list of errors, and names what is wrong with another', {
  timeout: 60_000,
}, () => {
  expect(check('public/rulesets/itsmc.json')).toMatchObject({ status: 0 });
  const [first, ...others] = itsmc.rules;
  const twice = join(folder, 'twice.json');
  writeFileSync(twice, JSON.stringify({ ...itsmc, rules: [first, first, ...others] }));
  const { status, said } = check(twice);
  expect(status).toBe(1);
  expect(said).toContain(first?.id);
});
