import { parseRuleset } from '../src/core/ruleset/parse';
import { proseLinks } from '../src/core/ruleset/prose';
import { readRulesFile, rulesFile } from './rules-file';

/*
 * npm run check-links -- <file>: lists the addresses that a dataset links to, with what each answers. Fails if one is gone
 * (404 or 410). One that cannot be reached, as without a network, is only named.
 */
const addresses = new Set<string>();
collect(parseRuleset(readRulesFile(rulesFile(process.argv[2])).json));
for (const address of addresses) {
  const status = await answerOf(address);
  if (status === 404 || status === 410) process.exitCode = 1;
  console.log(`${status} ${address}`);
}

/** Takes any part of a dataset: an address is a value of its own or stands in prose. */
function collect(part: unknown): void {
  if (typeof part === 'object') for (const each of Object.values(part ?? {})) collect(each);
  if (typeof part !== 'string') return;
  for (const address of /^https:\S+$/.test(part) ? [part] : proseLinks(part)) {
    // One with a value in it differs from reader to reader.
    if (!/[{}]|%7B/i.test(address)) addresses.add(address.split('#', 1)[0] ?? '');
  }
}

async function answerOf(address: string): Promise<number | string> {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(20_000) })).status;
  } catch (error) {
    return `not reached (${error instanceof Error ? error.message : error})`;
  }
}
