/**
 * Measures the engine against one regular expression a signature, MiniSearch and Fuse.js, and prints Markdown tables.
 * Packs and texts come from a seed. Half of a text's lines hold a message of the pack, half are about something else.
 * Accuracy is the share of lines answered rightly: the message's rule, or silence. The slow rivals answer so many of the
 * lines only as fit in about two seconds.
 */
import { cpus } from 'node:os';
import { createDiagnoser } from '../../src/core/diagnosis';
import { type LogLine, logLines, makePack } from './packs';
import { fuse, miniSearch, type Pack, type Rival, regularExpressions } from './rivals';

const KB = 1024;
const MB = KB * KB;
const PATIENCE = 2000;
const SAMPLE = 1;

interface Row {
  what: string;
  speed: number;
  accuracy: number;
}

function since(start: number): number {
  return performance.now() - start;
}

function measureEngine(
  diagnose: ReturnType<typeof createDiagnoser>['diagnose'],
  lines: LogLine[],
): Row {
  const text = lines.map((line) => line.text).join('\n');
  const start = performance.now();
  const { findings } = diagnose(text);
  const time = since(start);
  let right = 0;
  let next = 0;
  let at = 0;
  for (const line of lines) {
    const end = at + line.text.length;
    const ids: string[] = [];
    while (next < findings.length && (findings[next]?.start ?? 0) < end)
      ids.push(findings[next++]?.ruleId ?? '');
    if (ids.length <= 1 && ids[0] === line.ruleId) right++;
    at = end + 1;
  }
  return {
    what: 'this engine',
    speed: text.length / MB / (time / 1000),
    accuracy: right / lines.length,
  };
}

function measureRival(what: string, rival: Rival, lines: LogLine[]): Row {
  let characters = 0;
  let right = 0;
  let asked = 0;
  const start = performance.now();
  while (asked < lines.length && since(start) < PATIENCE) {
    const some = lines.slice(asked, asked + SAMPLE);
    const answers = rival(some.map((line) => line.text));
    some.forEach((line, i) => {
      characters += line.text.length + 1;
      if (answers[i] === line.ruleId) right++;
    });
    asked += some.length;
  }
  return { what, speed: characters / MB / (since(start) / 1000), accuracy: right / asked };
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

console.log(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, Node ${process.version}\n`,
);
console.log('| signatures | text | tool | MB/s | lines right |');
console.log('| ---: | ---: | --- | ---: | ---: |');
const builds: string[] = [];
for (const count of [10, 2000, 100_000]) {
  const pack = makePack(count, 1);
  const json = JSON.stringify(pack);
  let start = performance.now();
  JSON.parse(json);
  const parse = since(start);
  start = performance.now();
  const diagnoser = createDiagnoser(pack);
  const build = since(start);
  builds.push(
    `| ${count} | ${build.toFixed(0)} ms | ${parse.toFixed(1)} ms | ${(build / parse).toFixed(1)} |`,
  );
  const used: Pack = pack.slice(0, 2000);
  const rivals: [string, Rival][] = [
    ['one regular expression a signature', regularExpressions(pack)],
    ['MiniSearch, fuzzy', miniSearch(pack)],
  ];
  const fuseRival = await fuse(pack);
  if (fuseRival) rivals.push(['Fuse.js', fuseRival]);
  measureEngine(diagnoser.diagnose, logLines(used, MB, 3));
  for (const [name, size] of [
    ['10 KB', 10 * KB],
    ['1 MB', MB],
    ['10 MB', 10 * MB],
  ] as const) {
    const lines = logLines(used, size, 2);
    const rows = [measureEngine(diagnoser.diagnose, lines)];
    // The rivals' speed does not depend on the text's length: they answer line by line.
    if (size === MB)
      for (const [what, rival] of rivals) rows.push(measureRival(what, rival, lines));
    for (const { what, speed, accuracy } of rows) {
      console.log(
        `| ${count} | ${name} | ${what} | ${speed.toPrecision(3)} | ${percent(accuracy)} |`,
      );
    }
  }
}
console.log(
  '\n| signatures | build | JSON.parse of the pack | ratio |\n| ---: | ---: | ---: | ---: |',
);
console.log(builds.join('\n'));
