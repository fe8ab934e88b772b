import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { withBrowser } from './browser';
import { budgets, weighFirstLoad } from './first-load';
import { categories, type Measured, measure, median } from './measure';
import { writeReference } from './reference';
import { serve } from './site';
import { countVisits } from './visits';

/*
 * Measures the built app against its limits and prints one table. How long things take depends on what else the
 * machine does: `AUDIT_RUNS` (5) says how often each page is loaded; the table has the medians.
 */

const runs = Number(process.env.AUDIT_RUNS ?? 5);
const dist = resolve('dist');
const card = '/errors/missing-connector';
const wizard = readdirSync(join(dist, 'wizard')).find((name) =>
  existsSync(join(dist, 'wizard', `${name}.html`)),
);
const pages = [card, '/', `/wizard/${wizard}`];

const folder = mkdtempSync(join(tmpdir(), 'audit-'));
writeReference(dist, `${card}.html`, folder);
const app = await serve(dist, true);
const reference = await serve(folder, false);

const measured = new Map<string, Measured[]>();
const addresses = [...pages.map((path) => app.url + path), reference.url + card];
for (let run = 0; run < runs; run++) {
  for (const address of addresses) {
    measured.set(address, [...(measured.get(address) ?? []), await measure(address)]);
  }
}
const weights = await weigh(app.url + card);
const visits = await countVisits(app, card);
rmSync(folder, { recursive: true });

const of = (address: string, read: (one: Measured) => number) =>
  median((measured.get(address) ?? []).map(read));
const lcp = of(app.url + card, (one) => one.lcp);
const referenceLcp = of(reference.url + card, (one) => one.lcp);

type Row = [what: string, value: string, limit: string, met: boolean | undefined];
const rows: Row[] = [
  [
    'Largest contentful paint of a card, against a page without script',
    `${(lcp / referenceLcp).toFixed(2)} (${lcp.toFixed(0)} ms / ${referenceLcp.toFixed(0)} ms)`,
    'at most 1.15',
    lcp / referenceLcp <= 1.15,
  ],
  // More than a few milliseconds: the machine is too busy for the next rows to mean much.
  [
    'Total blocking time of the page without script',
    `${of(reference.url + card, (one) => one.tbt).toFixed(0)} ms`,
    '',
    undefined,
  ],
  ...pages.flatMap((path): Row[] => {
    const address = app.url + path;
    const tbt = of(address, (one) => one.tbt);
    const cls = of(address, (one) => one.cls);
    const scores = categories.map((_, index) => of(address, (one) => one.scores[index] ?? 0));
    return [
      [`Total blocking time of \`${path}\``, `${tbt.toFixed(0)} ms`, 'under 50 ms', tbt < 50],
      [`Layout shift of \`${path}\``, cls.toFixed(3), '0', cls === 0],
      [
        `Lighthouse for \`${path}\`: ${categories.join(', ')}`,
        scores.join(', '),
        '100 each',
        scores.every((score) => score === 100),
      ],
    ];
  }),
  [
    'Scripts of a card’s first load',
    kB(weights.script),
    `at most ${kB(budgets.script)}`,
    weights.script <= budgets.script,
  ],
  [
    'Styles of a card’s first load',
    kB(weights.stylesheet),
    `at most ${kB(budgets.stylesheet)}`,
    weights.stylesheet <= budgets.stylesheet,
  ],
  ...Object.entries(visits).map(
    ([which, { requests, bytes }]): Row => [
      `A million visits of a card, each a reader’s ${which}`,
      `${requests} million requests, ${(bytes / 1000).toFixed(1)} GB`,
      '',
      undefined,
    ],
  ),
];

console.log('\n| | measured | limit | |\n| --- | --- | --- | --- |');
for (const [what, value, limit, met] of rows) {
  console.log(
    `| ${what} | ${value} | ${limit} | ${met === undefined ? '' : met ? 'met' : '**missed**'} |`,
  );
}
const complaints = new Set(
  [...measured.values()]
    .flat()
    .slice(0, -runs)
    .flatMap((one) => one.complaints),
);
for (const complaint of complaints) console.log(`\nLighthouse: ${complaint}`);
process.exit(rows.some(([, , , met]) => met === false) ? 1 : 0);

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function weigh(url: string) {
  return withBrowser(async (browser) =>
    weighFirstLoad(await browser.newPage({ serviceWorkers: 'block' }), url),
  );
}
