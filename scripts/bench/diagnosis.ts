/*
 * Compares the engine with one regular expression per signature, MiniSearch and Fuse.js, holds it to its limits, and
 * prints Markdown tables. Packs and texts are made from seeds, so that runs can be compared. A line is answered right if
 * the tool names the rule whose message it holds or, where the pack in use does not have that rule, none.
 */
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { createDiagnoser } from '../../src/core/diagnosis';
import { SHIPPED } from '../rules-file';
import { hostileTexts } from './hostile';
import { inTurns, MB, row, table } from './measure';
import { type LogLine, logLines, makePack } from './packs';
import { type Rival, rivals, toExpression } from './rivals';
import { typescriptLines, typescriptPack } from './typescript';

/** The slow rivals answer as many of the lines as they can in this time. */
const RIVAL_MILLISECONDS = 2000;

console.log(`${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, Node ${process.version}`);
const allRules = makePack(100_000, 1);
// All packs are beginnings of one pack.
const packs = [10, 2048, 100_000].map((count) => {
  const rules = allRules.slice(0, count);
  return { count, rules, known: new Set(rules.map(({ id }) => id)), diagnose: createDiagnoser(rules).diagnose };
});
const texts = [10, 1024].map((kilobytes) => {
  const lines = logLines(allRules, kilobytes * 1024, 2);
  const text = lines.map((line) => line.text).join('\n');
  const times = inTurns(packs.map((pack) => () => pack.diagnose(text)));
  return { name: kilobytes < 1024 ? `${kilobytes} KB` : '1 MB', lines, text, times };
});

table('signatures', 'text', 'tool', 'MB/s', 'lines right');
for (const [i, { count, rules, known, diagnose }] of packs.entries()) {
  for (const { name, lines, text, times } of texts) {
    const answer = (tool: string, rate: number, right: number) =>
      row(count, name, tool, ((rate * 1000) / MB).toPrecision(3), `${(right * 100).toFixed(1)} %`);
    answer('this engine', text.length / (times[i] ?? 0), engineAccuracy(diagnose(text).findings, lines, known));
    // The rivals go line by line, so the text's length makes no difference to their speed.
    if (name !== '1 MB') continue;
    for (const [tool, make] of Object.entries(rivals)) {
      const rival = measureRival(make(rules), lines, known);
      answer(tool, rival.rate, rival.right);
    }
  }
}

table('time', 'ms', 'compared with', 'ms', 'ratio', 'limit');
const typescript = createDiagnoser(typescriptPack);
const lines = typescriptLines(MB, 3);
const [short, long] = [lines.join('\n'), typescriptLines(10 * MB, 3).join('\n')];
const expressions = typescriptPack.flatMap((rule) => rule.signatures.map((text) => toExpression(text, '(.+)')));
// The expressions are slow: each round gives them another ninth of the lines.
const ninth = Math.ceil(lines.length / 9);
const [perNinth = 0, engine] = inTurns([
  (round) => {
    for (const line of lines.slice(round * ninth, (round + 1) * ninth)) {
      for (const expression of expressions) expression.test(line);
    }
  },
  () => typescript.diagnose(short),
]);
const messages = `${typescriptPack.length} TypeScript messages`;
compare(`1 MB, an expression for each of ${messages}`, perNinth * 9, 'this engine', engine, 'at least 8');
const [one, ten] = inTurns([() => typescript.diagnose(short), () => typescript.diagnose(long)], 3, 0);
compare(`10 MB, ${messages}`, ten, '1 MB', one, 'at most 12');
compare('1 MB, 100000 signatures', texts[1]?.times[2], '2048 signatures', texts[1]?.times[1], 'at most 1.2');
const json = JSON.stringify(allRules);
const [build, parse] = inTurns([() => createDiagnoser(allRules), () => JSON.parse(json)]);
compare('building for 100000 signatures', build, '`JSON.parse` of the pack', parse, 'at most 10');

table('repeated up to 3 MB', 'ms, at most 2000', 'times 0.75 MB');
const { rules: dataset } = JSON.parse(readFileSync(SHIPPED, 'utf8'));
const { diagnose } = createDiagnoser(dataset);
for (const [name, text] of Object.entries(hostileTexts(dataset))) {
  const [small, large] = [0.75 * MB, 3 * MB].map((size) => text.repeat(size / text.length)) as [string, string];
  const [quarter = 0, whole = 0] = inTurns([() => diagnose(small), () => diagnose(large)], 3, 0);
  row(name, whole.toFixed(0), (whole / quarter).toFixed(1));
}

function compare(what: string, a = 0, other = '', b = 0, limit = ''): void {
  row(what, a.toFixed(0), other, b.toFixed(0), (a / b).toFixed(1), limit);
}

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
