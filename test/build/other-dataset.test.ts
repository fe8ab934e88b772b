import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
afterAll(() => rmSync(folder, { recursive: true }));

const build = (rules: string) =>
  execFileSync('npx', ['vite', 'build', '--logLevel', 'warn', '--outDir', folder, '--emptyOutDir'], {
    env: { ...process.env, RULES: rules },
    encoding: 'utf8',
    stdio: 'pipe',
    shell: process.platform === 'win32',
  });
const filesIn = (path: string) =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile());
/** What only the shipped dataset may say. */
const ITS_WORDS = /\bitsm|servicenow|azure/i;

it('a site of another dataset says nothing of the shipped one', { timeout: 120_000 }, () => {
  build('test/fixtures/printing.json');
  const files = filesIn(folder);
  expect(files.filter((file) => ITS_WORDS.test(readFileSync(file, 'latin1')) || ITS_WORDS.test(file))).toEqual([]);
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  expect(read('index.html')).toContain('<title>Print server help: paste an error, read the fix</title>');
  expect(read('index.html')).toContain('<h1>Why does it not print?</h1>');
  expect(JSON.parse(read('manifest.webmanifest'))).toMatchObject({ short_name: 'Printing', theme_color: '#7a1f5c' });
  expect(read('errors/constructor.html')).toContain('Paper jam');
});

it.each(readdirSync('examples'))('a site of examples/%s can be built', { timeout: 120_000 }, (name) => {
  expect(build(join('examples', name))).toMatch(/\d+ pages for/);
});

it('a broken dataset stops the build and names the rule and the field', { timeout: 120_000 }, () => {
  expect(() => build('test/fixtures/broken.json')).toThrow(/rules\[0\]\.causes \(rule "a"\) is missing/);
});

it('the code says nothing of the shipped dataset', () => {
  const named = ['src', 'build'].flatMap(filesIn).filter((file) => ITS_WORDS.test(readFileSync(file, 'utf8')));
  expect(named).toEqual([]);
});
