import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The script that stands inline in every page. */
export const bootScript = readFileSync(join(import.meta.dirname, 'boot.js'), 'utf8');

/** What a content security policy calls it. The script is the same for all pages and builds, so this is too. */
export const bootHash = `'sha256-${createHash('sha256').update(bootScript).digest('base64')}'`;
