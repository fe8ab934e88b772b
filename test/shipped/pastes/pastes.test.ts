import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { makePack } from '../../../scripts/bench/packs';
import { createDiagnoser } from '../../../src/core/diagnosis';
import { mask } from '../../../src/core/masking/mask';
import { createRecogniser } from '../../../src/core/ruleset/recognise';
import { isItsmc, pack } from '../pack';
import { type Case, readCases } from './cases';

const { diagnose } = createRecogniser(pack);
const engine = createDiagnoser(pack.rules);
const rulesIn = (text: string) => engine.diagnose(text).findings.map(({ ruleId }) => ruleId);
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

  it('says the same when it is masked', () => {
    const texts = ['single.txt', 'two-damages.txt', 'several.txt', 'silent.txt'].flatMap(readCases);
    const changed = texts
      .filter(({ text }) => mask(text) !== text && `${rulesIn(mask(text))}` !== `${rulesIn(text)}`)
      .map(({ text }) => [text, mask(text)]);
    expect(changed).toEqual([]);
  });

  const pastes = ['single.txt', 'silent.txt', 'several.txt'].flatMap(readCases).map(({ text }) => text);

  it('loses nothing where two of its texts are put together with an empty line between', () => {
    const paste = fc.constantFrom(...pastes);
    fc.assert(
      fc.property(paste, paste, (first, second) => {
        const together = rulesIn(`${first}\n\n${second}`);
        for (const id of [...rulesIn(first), ...rulesIn(second)]) {
          const at = together.indexOf(id);
          expect(at, id).toBeGreaterThanOrEqual(0);
          together.splice(0, at + 1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('says the same when unrelated rules are added', () => {
    const unrelated = makePack(300, 5).map((rule) => ({
      id: rule.id,
      signatures: rule.signatures.map((signature) => `zorblat ${signature} quux`),
    }));
    const larger = createDiagnoser([...unrelated, ...pack.rules]);
    for (const text of pastes) expect(larger.diagnose(text).findings, text).toEqual(engine.diagnose(text).findings);
  });

  afterAll(() => {
    const width = Math.max(...[...tally.keys()].map((kind) => kind.length));
    const rows = [...tally].map(
      ([kind, { right, all }]) => `${kind.padEnd(width)}  ${String(right).padStart(4)} of ${String(all).padStart(3)}`,
    );
    console.log(`Right diagnoses by kind of damage\n${rows.join('\n')}`);
  });
});
