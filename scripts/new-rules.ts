import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';

/*
 * npm run new-rules -- <file>: writes a small valid file of rules to begin with. Its $schema lets editors explain and
 * complete each field. An existing file stays as it is.
 */
const TEMPLATE = resolve(import.meta.dirname, 'new-rules.json');
const SCHEMA = resolve(import.meta.dirname, '../public/rulesets/schema-v1.json');

const [file, ...others] = process.argv.slice(2);
try {
  if (!file || others.length > 0) throw new Error('Usage: npm run new-rules -- path/to/rules.json');
  writeFileSync(file, newRules(file), { flag: 'wx' });
  console.log(`${file} is written. Edit it, then run: npm run check-dataset -- ${file}`);
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EEXIST') console.error(`${file} exists already, and stays as it is.`);
  else console.error(code === 'ENOENT' ? `There is no folder for ${file}.` : message);
  process.exitCode = 1;
}

/** The template, dated today, as a file at this place. */
function newRules(place: string): string {
  const path = relative(dirname(resolve(place)), SCHEMA)
    .split(sep)
    .join('/');
  const schema = path.startsWith('.') ? path : `./${path}`;
  const today = new Date().toISOString().slice(0, 10);
  const template = readFileSync(TEMPLATE, 'utf8');
  return template
    .replace(/("\$schema": ).*,/, (_, name) => `${name}${JSON.stringify(schema)},`)
    .replace(/("(?:updated|date|checked)": )"[^"]*"/g, `$1"${today}"`);
}
