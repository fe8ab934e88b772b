import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Plugin, runnerImport } from 'vite';
import type * as fingerprinting from '../src/core/fingerprint.ts';
import type * as parsing from '../src/core/ruleset/parse.ts';

const NAME = 'virtual:dataset';
const core = resolve(import.meta.dirname, '../src/core');

/**
 * Provides the shipped dataset as the module `virtual:dataset`: validated, with every optional field filled in, and with
 * the hash by which the app recognises the same file on the server.
 */
export function dataset(): Plugin {
  const file = resolve(import.meta.dirname, '../public/rulesets/itsmc.json');
  return {
    name: 'dataset',
    resolveId(id) {
      return id === NAME ? `\0${NAME}` : undefined;
    },
    async load(id) {
      if (id !== `\0${NAME}`) return undefined;
      this.addWatchFile(file);
      const text = readFileSync(file, 'utf8');
      const [parse, fingerprint] = await Promise.all([
        runCore<typeof parsing>('ruleset/parse.ts'),
        runCore<typeof fingerprinting>('fingerprint.ts'),
      ]);
      const ruleset = parse.parseRuleset(JSON.parse(text));
      const json = JSON.stringify({ ...ruleset, hash: fingerprint.fingerprint(text) });
      // Browsers parse a string of JSON faster than an object literal.
      return `export default JSON.parse(${JSON.stringify(json)})`;
    },
  };
}

/** Node does not resolve imports without file extensions, so Vite runs the app's code. */
async function runCore<T>(path: string): Promise<T> {
  const { module } = await runnerImport<T>(resolve(core, path), { configFile: false });
  return module;
}
