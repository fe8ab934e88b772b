import { basename, resolve } from 'node:path';
import { type Plugin, runnerImport } from 'vite';
import { readJsonFile } from '../scripts/json-file.ts';
import { rulesFile } from '../scripts/rules-file.ts';
import type * as fingerprinting from '../src/core/fingerprint.ts';
import type * as parsing from '../src/core/ruleset/parse.ts';
import type * as prose from '../src/core/ruleset/prose.ts';
import { colour } from './tokens.ts';

const ID = 'virtual:dataset';
const ACCENT_ID = 'virtual:accent.css';
/** The dataset's file: the one that RULES names, else the shipped one. */
export const file = resolve(rulesFile());
/** The name of the file without its ending, which addresses and storage can hold. */
export const pack = basename(file, '.json').replace(/[^\w-]+/g, '-');

/**
 * Provides the dataset as the module `virtual:dataset`: validated, with every optional field filled in, its parsed prose,
 * and the hash by which the app recognises the same file on the server. Writes that file. Provides its colour as a
 * stylesheet. Stops with the faulty rule and field if the dataset has one.
 */
export function dataset(): Plugin {
  return {
    name: 'dataset',
    config: () => ({ define: { __PACK__: JSON.stringify(pack) } }),
    resolveId: (id) => (id === ID || id === ACCENT_ID ? `\0${id}` : undefined),
    async load(id) {
      if (id !== `\0${ID}` && id !== `\0${ACCENT_ID}`) return undefined;
      this.addWatchFile(file);
      const text = readText();
      const { parseRuleset } = await runCore<typeof parsing>('ruleset/parse.ts');
      const ruleset = named(() => parseRuleset(JSON.parse(text)));
      if (id === `\0${ACCENT_ID}`) {
        const { light, dark } = ruleset.product.accent ?? {};
        const accent = `light-dark(${light}, ${dark})`;
        return light && accent !== colour('accent') ? accentStyles(accent) : '';
      }
      const { fingerprint } = await runCore<typeof fingerprinting>('fingerprint.ts');
      const { parseAllProse } = await runCore<typeof prose>('ruleset/prose.ts');
      // Browsers parse a string of JSON faster than an object literal.
      const literal = (value: unknown) => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
      return [
        `export default ${literal({ ...ruleset, hash: fingerprint(text) })};`,
        `export const prose = ${literal(parseAllProse(ruleset))};`,
      ].join('\n');
    },
    // The app keeps what it has read, so the page has to begin anew.
    hotUpdate({ file: changed }) {
      if (changed !== file) return undefined;
      for (const id of [ID, ACCENT_ID]) {
        const module = this.environment.moduleGraph.getModuleById(`\0${id}`);
        if (module) this.environment.moduleGraph.invalidateModule(module);
      }
      this.environment.hot.send({ type: 'full-reload' });
      return [];
    },
    configureServer({ middlewares, config }) {
      middlewares.use(`${config.base}rulesets/${pack}.json`, (_, response) => response.end(readText()));
    },
    // In place of the copy of public/, which has the samples.
    generateBundle() {
      if (this.environment.name !== 'client') return;
      this.emitFile({ type: 'asset', fileName: `rulesets/${pack}.json`, source: readText() });
    },
  };
}

/** Puts an accent in place of the app's own, which stays as the blue of sides. */
const accentStyles = (accent: string) => `@media screen and (forced-colors: none) {
  :root {
    --accent: ${accent};
    --accent-soft: color-mix(in srgb, var(--accent) 14%, var(--surface));
    --blue: ${colour('accent')};
    --blue-soft: ${colour('accent-soft')};
  }
}`;

/** Adds to an error what it is about, and who can say where in it. */
function named<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}\n"npm run check-dataset" names the lines.`);
  }
}

/** The dataset's text as readers load it. */
const readText = (): string => withoutSamples(readJsonFile(file).text);

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
