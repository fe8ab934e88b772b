import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDiagnoser } from '../../../src/core/diagnosis';

const values = fc.constantFrom('CPU high', 'a3b9076c-ce8e-434e-85b4-aff10cb3c8f1', 'Heartbeat vm-7', 'SET0010042');

/** Tests that each message of some rules, once enough of it is there to be found, is found with any more of it. */
export function testNeverLess(rules: Parameters<typeof createDiagnoser>[0]): void {
  const { diagnose } = createDiagnoser(rules);
  const signatures = rules.flatMap(({ id, signatures: texts }) => texts.map((text) => ({ id, text })));

  it.each(signatures)('$id: $text', ({ id, text }) => {
    fc.assert(
      fc.property(values, fc.constantFrom('', '…', '...'), (value, dots) => {
        const message = text.replace(/\{\w+\}/g, value).replace(/\{([^{}|"]+)\|[^{}"]+\}/g, '$1');
        const isFound = Array.from({ length: message.length }, (_, cut) => {
          const { findings } = diagnose(message.slice(0, cut + 1) + dots);
          return findings.map(({ ruleId }) => ruleId).join() === id;
        });
        const first = isFound.indexOf(true);
        expect(isFound.slice(first)).toEqual(isFound.slice(first).fill(true));
      }),
      { numRuns: 12 },
    );
  });
}
