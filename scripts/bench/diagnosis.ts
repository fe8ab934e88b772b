/*
 * Compares the engine with one regular expression per signature, MiniSearch and Fuse.js, and prints Markdown tables.
 * All packs are beginnings of one pack, and packs and texts are made from seeds, so that runs can be compared. The
 * engine's times are medians of several rounds, in each of which every size of the pack has its turn. A line is answered
 * right if the tool names the rule whose message it holds or, where the pack in use does not have that rule, none.
 */
import { cpus } from 'node:os';
import { createDiagnoser } from '../../src/core/diagnosis';
import { type LogLine, logLines, makePack } from './packs';
import { type Rival, rivals } from './rivals';

const MB = 1024 * 1024;
const ROUNDS = 7;
/** The slow rivals answer as many of the lines as they can in this time. */
const RIVAL_MILLISECONDS = 2000;

console.log(`${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, Node ${process.version}`);
const allRules = makePack(100_000, 1);
const packs = [10, 2000, 100_000].map((count) => {
  const rules = allRules.slice(0, count);
  const json = JSON.stringify(rules);
  return {
    count,
    rules,
    known: new Set(rules.map(({ id }) => id)),
    diagnose: createDiagnoser(rules).diagnose,
    build: median(repeat(() => time(() => createDiagnoser(rules)))),
    parse: median(repeat(() => time(() => JSON.parse(json)))),
    /** Milliseconds for each of the texts. */
    times: [] as number[],
  };
});
const texts = [10 * 1024, MB, 10 * MB].map((size) => {
  const lines = logLines(allRules, size, 2);
  return { size, lines, text: lines.map((line) => line.text).join('\n') };
});
for (const { text } of texts) {
  const round = () => packs.map(({ diagnose }) => time(() => diagnose(text)));
  // The first two rounds are for the compiler.
  const rounds = repeat(round, ROUNDS + 2).slice(2);
  for (const [i, pack] of packs.entries()) pack.times.push(median(rounds.map((all) => all[i] ?? 0)));
}

let regularExpressions = 0;
table('signatures', 'text', 'tool', 'MB/s', 'lines right');
for (const { count, rules, known, diagnose, times } of packs) {
  for (const [i, { size, lines, text }] of texts.entries()) {
    const name = size < MB ? `${size / 1024} KB` : `${size / MB} MB`;
    const answer = (tool: string, rate: number, right: number) =>
      row(count, name, tool, ((rate * 1000) / MB).toPrecision(3), `${(right * 100).toFixed(1)} %`);
    const right = engineAccuracy(diagnose(text).findings, lines, known);
    answer('this engine', text.length / (times[i] ?? 0), right);
    // The rivals go line by line, so the text's length makes no difference to their speed.
    if (size !== MB) continue;
    for (const [tool, make] of Object.entries(rivals)) {
      const rival = measureRival(make(rules), lines, known);
      answer(tool, rival.rate, rival.right);
      // They are the first of the rivals.
      if (count === 2000) regularExpressions ||= rival.rate;
    }
  }
}

table('signatures', 'build', '`JSON.parse` of the pack', 'ratio');
for (const { count, build, parse } of packs) {
  row(count, `${build.toFixed(0)} ms`, `${parse.toFixed(1)} ms`, (build / parse).toFixed(1));
}

table('compared', 'ratio', 'limit');
const [, medium, large] = packs as [(typeof packs)[0], (typeof packs)[0], (typeof packs)[0]];
const ratio = (what: string, a = 0, b = 0, limit = '') => row(what, (a / b).toFixed(1), limit);
const rate = (texts[1]?.text.length ?? 0) / (medium.times[1] ?? 0);
ratio('speed of 2,000 signatures against expressions', rate, regularExpressions, 'at least 10');
ratio('time of 100,000 signatures to 2,000, 1 MB', large.times[1], medium.times[1], 'at most 2');
ratio('time of 100,000 signatures to 2,000, 10 MB', large.times[2], medium.times[2], 'at most 2');
for (const { count, times } of packs) {
  ratio(`time of 10 MB to 1 MB, ${count} signatures`, times[2], times[1], 'at most 12');
}
ratio('build of 100,000 signatures to `JSON.parse`', large.build, large.parse, 'at most 10');

/** The share of lines in which the engine finds the rule that it should, and nothing else. */
function engineAccuracy(
  findings: readonly { ruleId: string; start: number }[],
  lines: readonly LogLine[],
  known: ReadonlySet<string>,
): number {
  let right = 0;
  let next = 0;
  let end = 0;
  for (const line of lines) {
    end += line.text.length + 1;
    const first = next;
    while ((findings[next]?.start ?? Number.POSITIVE_INFINITY) < end) next++;
    const found = next > first ? findings[first]?.ruleId : undefined;
    if (next - first < 2 && found === expected(line, known)) right++;
  }
  return right / lines.length;
}

/** Characters per millisecond, and the share of the lines asked that a rival answers right. */
function measureRival(rival: Rival, lines: readonly LogLine[], known: ReadonlySet<string>) {
  let [characters, asked, right] = [0, 0, 0];
  const start = performance.now();
  for (const line of lines) {
    if (performance.now() - start > RIVAL_MILLISECONDS) break;
    asked++;
    characters += line.text.length + 1;
    if (rival(line.text) === expected(line, known)) right++;
  }
  return { rate: characters / (performance.now() - start), right: right / asked };
}

function expected({ ruleId }: LogLine, known: ReadonlySet<string>): string | undefined {
  return ruleId !== undefined && known.has(ruleId) ? ruleId : undefined;
}

function repeat<T>(work: () => T, rounds = ROUNDS): T[] {
  return Array.from({ length: rounds }, work);
}

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
}

function table(...headings: string[]): void {
  console.log('');
  row(...headings);
  row(...headings.map(() => '---'));
}

function row(...cells: (string | number)[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}
