import { proseText } from '../../src/core/ruleset/prose-nodes';
import type { Ruleset } from '../../src/core/ruleset/schema';
import { escapeHtml } from './escape';

/** Takes a dataset and the app's public address, ending in "/"; returns its changes as an Atom feed (RFC 4287). */
export function feedOf({ name, updated, changes }: Ruleset, url: string): string {
  const page = `${url}changes`;
  const moment = (date: string) => `${date}T00:00:00Z`;
  const entries = changes.map(({ date, text }, i) => {
    const plain = escapeHtml(proseText(text));
    // Changes are added at the top, so a change keeps its number from below.
    const id = `${page}#${changes.length - i}`;
    return `<entry><id>${id}</id><title>${plain.split(/(?<=\.) /, 1)}</title><updated>${moment(date)}</updated><link href="${page}"/><content>${plain}</content></entry>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${page}</id><title>${escapeHtml(name)}: what’s new</title><updated>${moment(changes[0]?.date ?? updated)}</updated>`,
    `<link rel="self" href="${url}changes.xml"/><link href="${page}"/><author><name>${escapeHtml(name)}</name></author>`,
    ...entries,
    '</feed>\n',
  ].join('\n');
}
