import { afterAll, describe, expect, it } from 'vitest';
import { mask } from '../../../src/core/masking/mask';
import { createRecogniser } from '../../../src/core/ruleset/recognise';
import { isItsmc, pack } from '../pack';
import { type Case, readCases } from './cases';

const { diagnose } = createRecogniser(pack);
const tally = new Map<string, { right: number; all: number }>();

/** What is wrong with the diagnosis of a paste; nothing if it is right. */
function faultOf({ text, wants }: Case): string | undefined {
  const { findings } = diagnose(text);
  const found = findings.map((finding) => finding.ruleId).join(', ');
  const wanted = wants.map((want) => want.ruleId).join(', ');
  if (found !== wanted) return `found [${found}] instead of [${wanted}]`;
  for (const [i, want] of wants.entries()) {
    if (want.values.length === 0) continue;
    const values = JSON.stringify(findings[i]?.captures.map(({ name, value }) => [name, value]));
    if (values !== JSON.stringify(want.values)) return `captured ${values}`;
  }
  return undefined;
}

/**
 * Diagnoses all pastes of a file, and tallies them by kind.
 *
 * @param least the share that must be right
 */
function checkFile(file: string, least: number): void {
  const cases = readCases(file);
  const faults: string[] = [];
  for (const [i, one] of cases.entries()) {
    const fault = faultOf(one);
    const row = tally.get(one.kind) ?? { right: 0, all: 0 };
    tally.set(one.kind, { right: row.right + (fault ? 0 : 1), all: row.all + 1 });
    if (fault) faults.push(`${file} ${i + 1}, ${one.kind}: ${fault}\n${one.text}`);
  }
  const share = 1 - faults.length / cases.length;
  expect(share, faults.join('\n\n')).toBeGreaterThanOrEqual(least);
}

describe.runIf(isItsmc)('the corpus of pastes', () => {
  it('finds one damaged message', () => checkFile('single.txt', 0.99));
  it('finds a message damaged twice', () => checkFile('two-damages.txt', 0.98));
  it('finds what is wrapped under prefixes, marked up, cut in the middle or glued', () => checkFile('kinds.txt', 1));
  it('finds several messages', () => checkFile('several.txt', 0.98));
  it('is silent about everything else', () => checkFile('silent.txt', 1));

  it('is understood alike when its likely secrets are masked', () => {
    const rules = (text: string) => diagnose(text).findings.map(({ ruleId }) => ruleId);
    const changed = FILES.flatMap(readCases)
      .map(({ text }) => [text, mask(text)] as const)
      .filter(([text, masked]) => masked !== text && `${rules(masked)}` !== `${rules(text)}`);
    expect(changed).toEqual([]);
  });

  afterAll(() => {
    const width = Math.max(...[...tally.keys()].map((kind) => kind.length));
    const rows = [...tally].map(
      ([kind, { right, all }]) => `${kind.padEnd(width)}  ${String(right).padStart(4)} of ${String(all).padStart(3)}`,
    );
    console.log(`Right diagnoses by kind of damage\n${rows.join('\n')}`);
  });
});
