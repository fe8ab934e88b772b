/*
 * Reads generated exports of 2, 20 and 200 MB, here and in the built app in a browser, and prints Markdown tables: how
 * long it takes, beside a pass that only decodes the file and parses its CSV, and what it costs in memory.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, openAsBlob, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import Papa from 'papaparse';
import { createDiagnoser } from '../../src/core/diagnosis';
import { decodeFile } from '../../src/core/log/decode';
import { LogReader } from '../../src/core/log/log-reader';
import { findBrowser } from '../../test/browser';
import { serve } from '../audit/site';
import { SHIPPED } from '../rules-file';
import { writeExport } from './export';
import { row, table } from './measure';

const { rules } = JSON.parse(readFileSync(SHIPPED, 'utf8'));
const signatures: string[] = rules.flatMap((rule: { signatures: string[] }) => rule.signatures);
const diagnoser = createDiagnoser(rules);
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const sizes = [2, 20, 200].map((megabytes) => ({ megabytes, path: join(folder, `${megabytes}.csv`) }));
for (const { megabytes, path } of sizes) writeExport(path, megabytes * 1e6, rules);

table('export', 'read and diagnosed, ms', 'only parsed, ms', 'ratio, at most 1.5', 'rows with an error');
for (const { megabytes, path } of sizes) {
  const rounds: [number, number][] = [];
  let errors = 0;
  for (let round = 0; round < 5; round++) {
    const parse = await timeOf(() => onlyParse(path));
    const all = await timeOf(async () => {
      errors = await read(path);
    });
    rounds.push([all, parse]);
  }
  const [all, parse] = rounds.sort(([a, b], [c, d]) => a / b - c / d)[2] ?? [0, 0];
  row(`${megabytes} MB`, all.toFixed(0), parse.toFixed(0), (all / parse).toFixed(1), errors);
}

const { path: executablePath, env } = await findBrowser();
const args = ['--no-sandbox', '--disable-gpu'];
const { url } = await serve('dist', true);
table('export in the browser', 'ms', 'memory above the empty page, MB, at most 300', 'tasks over 50 ms on the page');
for (const { megabytes, path } of sizes) {
  const environment = { ...process.env, ...env } as Record<string, string>;
  const browser = await chromium.launch({ executablePath, env: environment, args });
  const page = await browser.newPage();
  await page.goto(url);
  await page.mouse.move(10, 10);
  await page.waitForTimeout(3000);
  await page.evaluate(() => {
    new PerformanceObserver((list) => {
      document.body.dataset.tasks = String(Number(document.body.dataset.tasks ?? 0) + list.getEntries().length);
    }).observe({ type: 'longtask' });
  });
  const empty = residentMegabytes();
  let peak = empty;
  const timer = setInterval(() => {
    peak = Math.max(peak, residentMegabytes());
  }, 100);
  const ms = await timeOf(async () => {
    await page.setInputFiles('input[type=file]', path);
    await page.getByRole('rowheader').first().waitFor({ timeout: 300_000 });
  });
  clearInterval(timer);
  row(
    `${megabytes} MB`,
    ms.toFixed(0),
    (peak - empty).toFixed(0),
    await page.evaluate(() => document.body.dataset.tasks ?? '0'),
  );
  await browser.close();
}
rmSync(folder, { recursive: true });
// The server would keep the process alive.
process.exit();

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function onlyParse(path: string): Promise<void> {
  let rest = '';
  for await (const piece of pieces(path)) {
    const { meta } = new Papa.Parser({ delimiter: ',' }).parse(rest + piece, 0, true);
    rest = (rest + piece).slice(meta.cursor);
  }
}

async function read(path: string): Promise<number> {
  const reader = new LogReader(diagnoser, signatures);
  reader.begin('export.csv');
  for await (const piece of pieces(path)) reader.read(piece, false);
  reader.read('', true);
  return reader.summary().errorRows;
}

async function* pieces(path: string): AsyncGenerator<string> {
  yield* decodeFile(
    (await openAsBlob(path)).stream(),
    () => {},
    () => {},
  );
}

/** The memory of the largest of the browser's page processes, as the system counts it. */
function residentMegabytes(): number {
  const processes = execFileSync('ps', ['-eo', 'rss,args'], { encoding: 'utf8' }).split('\n');
  const pages = processes.filter((line) => line.includes('--type=renderer'));
  return Math.max(...pages.map((line) => Number.parseInt(line, 10))) / 1000;
}
