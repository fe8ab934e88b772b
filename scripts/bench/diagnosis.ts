/**
 * Measures the engine against one regular expression a signature, MiniSearch and Fuse.js, and prints Markdown tables.
 * One pack, of which the first 10, the first 2,000 and all 100,000 signatures are used, and one text of each size, both from a
 * seed: so all that differs between two rows of a table is what they say. Of the engine's times the median of several rounds
 * counts, in each of which all sizes of the pack take their turn. Accuracy is the share of lines answered rightly: the
 * message's rule if the pack in use has it, else silence. The slow rivals answer so many of the lines only as fit in about
 * two seconds.
 */
import { cpus } from 'node:os';
import { createDiagnoser } from '../../src/core/diagnosis';
import { type LogLine, logLines, makePack } from './packs';
import { fuse, miniSearch, type Pack, type Rival, regularExpressions } from './rivals';

const KB = 1024;
const MB = KB * KB;
const COUNTS = [10, 2000, 100_000];
const SIZES: [string, number][] = [
  ['10 KB', 10 * KB],
  ['1 MB', MB],
  ['10 MB', 10 * MB],
];
const ROUNDS = 7;
const PATIENCE = 2000;

type Diagnose = ReturnType<typeof createDiagnoser>['diagnose'];

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] as number;
}

/** Of how many of the lines the engine finds just the rule whose message they hold. */
function accuracy(diagnose: Diagnose, text: string, lines: LogLine[], pack: Pack): number {
  const { findings } = diagnose(text);
  const known = new Set(pack.map((rule) => rule.id));
  let right = 0;
  let next = 0;
  let at = 0;
  for (const line of lines) {
    const end = at + line.text.length;
    const ids: string[] = [];
    while (next < findings.length && (findings[next]?.start ?? 0) < end)
      ids.push(findings[next++]?.ruleId ?? '');
    if (ids.length <= 1 && ids[0] === answer(line, known)) right++;
    at = end + 1;
  }
  return right / lines.length;
}

function answer(line: LogLine, known: Set<string>): string | undefined {
  return line.ruleId !== undefined && known.has(line.ruleId) ? line.ruleId : undefined;
}

/** How many characters a second a rival answers, and of how many lines rightly. */
function measureRival(rival: Rival, lines: LogLine[], pack: Pack): [number, number] {
  const known = new Set(pack.map((rule) => rule.id));
  let characters = 0;
  let right = 0;
  let asked = 0;
  const start = performance.now();
  while (asked < lines.length && performance.now() - start < PATIENCE) {
    const line = lines[asked++] as LogLine;
    characters += line.text.length + 1;
    if (rival(line.text) === answer(line, known)) right++;
  }
  return [characters / (performance.now() - start), right / asked];
}

function row(...cells: (string | number)[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}

/** From characters a millisecond. */
const speed = (rate: number) => ((rate * 1000) / MB).toPrecision(3);
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

const pack = makePack(COUNTS.at(-1) as number, 1);
const packs = COUNTS.map((count) => pack.slice(0, count));
console.log(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, Node ${process.version}\n`,
);

const builds = packs.map((some) => {
  const json = JSON.stringify(some);
  const build: number[] = [];
  const parse: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    parse.push(timed(() => JSON.parse(json)));
    build.push(timed(() => createDiagnoser(some)));
  }
  return [median(build), median(parse)] as const;
});

const engines = packs.map((some) => createDiagnoser(some).diagnose);
const rates = SIZES.map(([, size]) => {
  const text = logLines(pack, size, 2).map((line) => line.text);
  const joined = text.join('\n');
  const times: number[][] = COUNTS.map(() => []);
  for (let round = -2; round < ROUNDS; round++) {
    engines.forEach((diagnose, i) => {
      const time = timed(() => diagnose(joined));
      // The first rounds are for the compiler.
      if (round >= 0) times[i]?.push(time);
    });
  }
  return times.map((some) => joined.length / median(some));
});

row('signatures', 'text', 'tool', 'MB/s', 'lines right');
row('---:', '---:', '---', '---:', '---:');
let oneByOne = 0;
COUNTS.forEach((count, i) => {
  const some = packs[i] as Pack;
  SIZES.forEach(([name, size], j) => {
    const lines = logLines(pack, size, 2);
    const text = lines.map((line) => line.text).join('\n');
    const right = accuracy(engines[i] as Diagnose, text, lines, some);
    row(count, name, 'this engine', speed(rates[j]?.[i] as number), percent(right));
    // The rivals' speed does not depend on the text's length: they answer line by line.
    if (size !== MB) return;
    for (const [what, make] of [
      ['one regular expression a signature', regularExpressions],
      ['MiniSearch, fuzzy', miniSearch],
      ['Fuse.js', fuse],
    ] as const) {
      const [rate, share] = measureRival(make(some), lines, some);
      if (count === 2000 && make === regularExpressions) oneByOne = rate;
      row(count, name, what, speed(rate), percent(share));
    }
  });
});

console.log('');
row('signatures', 'build', '`JSON.parse` of the pack', 'ratio');
row('---:', '---:', '---:', '---:');
COUNTS.forEach((count, i) => {
  const [build, parse] = builds[i] as readonly [number, number];
  row(count, `${build.toFixed(0)} ms`, `${parse.toFixed(1)} ms`, (build / parse).toFixed(1));
});

console.log('');
const [, atOne, atTen] = rates as [number[], number[], number[]];
const ratio = (a: number | undefined, b: number | undefined) => ((a ?? 0) / (b ?? 1)).toFixed(1);
row('compared', 'ratio', 'limit');
row('---', '---:', '---:');
row(
  'throughput against one regular expression each, 2,000 signatures, 1 MB',
  ratio(atOne[1], oneByOne),
  'at least 10',
);
row('time of 100,000 signatures against 2,000, 1 MB', ratio(atOne[1], atOne[2]), 'at most 2');
row('time of 100,000 signatures against 2,000, 10 MB', ratio(atTen[1], atTen[2]), 'at most 2');
COUNTS.forEach((count, i) => {
  row(
    `time of 10 MB against 1 MB, ${count} signatures`,
    ratio((atOne[i] as number) * 10, atTen[i]),
    'at most 12',
  );
});
row(
  'build against `JSON.parse`, 100,000 signatures',
  ratio(...(builds[2] as [number, number])),
  'at most 10',
);
