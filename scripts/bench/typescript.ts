import { ts } from '@ts-morph/common';
import { type Pack, random } from './packs';

/** The messages are in the module but not in its types. */
const { Diagnostics } = ts as unknown as { Diagnostics: Record<string, { message: string }> };

const VALUES =
  'string|number|Foo|HTMLElement|x|getUserName|{ a: string; b: number; }|src/app/main.ts|3|Promise<void>|"utf8"|lodash|T[K]|Record<string, unknown>'.split(
    '|',
  );
const OTHER_LINES = [
  'webpack compiled successfully in {n} ms',
  '[12:{n}:11] GET /assets/index-{n}.js 200 in {n} ms',
  'src/features/list/{n}.tsx({n},7): file changed, rebuilding',
  '    at Object.<anonymous> (/app/node_modules/jest/build/index.js:{n}:14)',
  '{n} packages are looking for funding, run `npm fund` for details',
  '2026-03-01 INFO worker {n} picked up job {n} of queue default',
  '  "resolved": "https://registry.npmjs.org/left-pad/-/left-pad-1.{n}.0.tgz",',
  'PASS test/unit/{n}/store.test.ts ({n} s)',
];

/** TypeScript's own first 2,048 diagnostic messages of at least two words. */
const messages = [...new Set(Object.values(Diagnostics).map(({ message }) => message))]
  .filter((message) => (message.match(/[a-z]{2,}/gi) ?? []).length >= 2)
  .slice(0, 2048);

/** One rule a message. */
export const typescriptPack: Pack = messages.map((message, i) => ({
  id: `m${i}`,
  signatures: [message.replace(/\{(\d)\}|\{/g, (_, value?: string) => (value ? `{v${value}}` : '\\{'))],
}));

/** Makes about `size` characters of a build's output. Every fifth line is a message with values filled in. */
export function typescriptLines(size: number, seed: number): string[] {
  const next = random(seed);
  const number = (below: number) => Math.floor(next() * below);
  const pick = (list: readonly string[]) => list[number(list.length)] ?? '';
  const lines: string[] = [];
  for (let length = 0; length < size; length += (lines.at(-1) ?? '').length + 1) {
    lines.push(
      lines.length % 5 === 4
        ? `src/a${number(99)}.ts(${number(900)},${number(80)}): error TS${1000 + number(9000)}: ${pick(messages).replace(/\{\d\}/g, () => pick(VALUES))}`
        : pick(OTHER_LINES).replace(/\{n\}/g, () => String(number(5000))),
    );
  }
  return lines;
}
