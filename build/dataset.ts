import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Plugin, runnerImport } from 'vite';
import type * as fingerprinting from '../src/core/fingerprint.ts';
import type * as parsing from '../src/core/ruleset/parse.ts';
import type * as prose from '../src/core/ruleset/prose.ts';

const ID = 'virtual:dataset';
const RESOLVED_ID = `\0${ID}`;
const FILE = 'rulesets/itsmc.json';

/**
 * Provides the shipped dataset as the module `virtual:dataset`: validated, with every optional field filled in, its
 * parsed prose, and the hash by which the app recognises the same file on the server. Writes that file.
 */
export function dataset(): Plugin {
  const file = resolve(import.meta.dirname, '../public', FILE);
  const readText = () => withoutSamples(readFileSync(file, 'utf8'));
  return {
    name: 'dataset',
    resolveId: (id) => (id === ID ? RESOLVED_ID : undefined),
    async load(id) {
      if (id !== RESOLVED_ID) return undefined;
      this.addWatchFile(file);
      const text = readText();
      const { parseRuleset } = await runCore<typeof parsing>('ruleset/parse.ts');
      const { fingerprint } = await runCore<typeof fingerprinting>('fingerprint.ts');
      const { parseAllProse } = await runCore<typeof prose>('ruleset/prose.ts');
      const ruleset = parseRuleset(JSON.parse(text));
      // Browsers parse a string of JSON faster than an object literal.
      const literal = (value: unknown) => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
      return [
        `export default ${literal({ ...ruleset, hash: fingerprint(text) })};`,
        `export const prose = ${literal(parseAllProse(ruleset))};`,
      ].join('\n');
    },
    // In place of the copy of public/, which has the samples.
    generateBundle() {
      if (this.environment.name === 'client') this.emitFile({ type: 'asset', fileName: FILE, source: readText() });
    },
  };
}

/** Takes a dataset's text and returns it as readers load it: without the samples, which only prove it. */
export function withoutSamples(text: string): string {
  const ruleset = JSON.parse(text);
  const rules = ruleset.rules.map((rule: object) => ({ ...rule, samples: undefined }));
  return JSON.stringify({ ...ruleset, rules }, null, 2);
}

/** Node does not resolve imports without file extensions, so Vite runs the app's code. */
async function runCore<T>(path: string): Promise<T> {
  return (await runnerImport<T>(resolve(import.meta.dirname, '../src/core', path), { configFile: false })).module;
}
