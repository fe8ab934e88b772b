import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { decodeFile } from '../src/core/log/decode';
import { LogReader } from '../src/core/log/log-reader';
import { parseRuleset } from '../src/core/ruleset/parse';
import { createRecogniser } from '../src/core/ruleset/recognise';
import type { Ruleset } from '../src/core/ruleset/schema';
import { JsonFindings, textOf } from './findings-output';
import { sayError } from './json-file';
import { readRulesFile, rulesFile } from './rules-file';

/*
 * npm run -s explain -- [--json] [--rules file] [file]: prints the known errors in a file, or in standard input. Exits
 * with 0 if there are any, with 1 if there are none, and with 2 if it cannot read its input or its rules.
 */
const USAGE = 'Usage: npm run -s explain -- [--json] [--rules rules.json] [file]';
const [FOUND, NONE, BAD_INPUT] = [0, 1, 2];

// Whoever reads the output may have had enough of it.
process.stdout.on('error', () => process.exit());
try {
  process.exitCode = await explain();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = BAD_INPUT;
}

async function explain(): Promise<number> {
  const { json, rules, file } = readArguments();
  const ruleset = readRules(rulesFile(rules));
  const output = json ? new JsonFindings(ruleset) : undefined;
  const signatures = ruleset.rules.flatMap((rule) => rule.signatures);
  const reader = new LogReader(createRecogniser(ruleset), signatures, (...found) => output?.add(...found));
  const bytes = await bytesOf(file);
  reader.begin(file ?? '');
  let problem = '';
  try {
    for await (const piece of decodeFile(
      bytes,
      () => {},
      (what) => reader.note(what),
    )) {
      reader.read(piece, false, json);
      if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
    }
  } catch (error) {
    problem = `${file ?? 'Standard input'} ${(error as Error).message}`;
  }
  reader.read('', true, json);
  const summary = reader.summary();
  for (const note of summary.notes) console.error(note);
  if (output) output.end();
  else if (summary.errors.length > 0 || !problem) process.stdout.write(textOf(summary, ruleset));
  if (problem) throw new Error(problem);
  return summary.errors.length > 0 ? FOUND : NONE;
}

function readArguments() {
  const { SITE_URL } = process.env;
  if (SITE_URL && !URL.canParse(SITE_URL)) throw new Error(`SITE_URL must be an address, but is ${SITE_URL}`);
  try {
    const { values, positionals } = parseArgs({
      options: { json: { type: 'boolean' }, rules: { type: 'string' } },
      allowPositionals: true,
    });
    const [file, ...others] = positionals;
    if (others.length > 0) throw new Error('Name one file, or none to read standard input.');
    return { ...values, file: file === '-' ? undefined : file };
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
}

function readRules(file: string): Ruleset {
  const { json } = readRulesFile(file);
  try {
    return parseRuleset(json);
  } catch (error) {
    throw new Error((error as Error).message.replace(/^/gm, `${file}: `));
  }
}

async function bytesOf(file: string | undefined): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  if (process.stdin.isTTY && !file) console.error('Paste the text, then press Ctrl+D; on Windows Ctrl+Z and Enter.');
  return Readable.toWeb(file ? await streamOf(file) : process.stdin) as ReadableStream<Uint8Array<ArrayBuffer>>;
}

async function streamOf(file: string): Promise<Readable> {
  try {
    const handle = await open(file);
    if ((await handle.stat()).isDirectory()) throw new Error('is a folder');
    return handle.createReadStream();
  } catch (error) {
    throw new Error(`${file}: ${sayError(error)}`);
  }
}
