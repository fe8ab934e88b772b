import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { parseSignature } from '../../src/core/diagnosis/signature';
import type { Pack } from './packs';

/** Takes a line of a log and returns the id of the rule whose message it holds, if any. */
export type Rival = (line: string) => string | undefined;

/** What the engine is compared with, by the name that the tables give it. */
export const rivals: Record<string, (pack: Pack) => Rival> = {
  'one regular expression per signature': (pack) => {
    const rules = pack
      .flatMap(({ id, signatures }) =>
        signatures.map((text) => ({
          id,
          expression: toExpression(text),
          length: text.replace(/\{\w+\}/g, '').length,
        })),
      )
      // Of several that match, the one with most fixed text counts.
      .sort((a, b) => b.length - a.length);
    return (line) => rules.find(({ expression }) => expression.test(line))?.id;
  },
  'MiniSearch, fuzzy': (pack) => {
    const search = new MiniSearch({ fields: ['text'] });
    search.addAll(pack.map(({ id, signatures }) => ({ id, text: signatures.join(' ') })));
    return (line) => search.search(line, { fuzzy: 0.2 })[0]?.id;
  },
  'Fuse.js': (pack) => {
    const search = new Fuse(pack, { keys: ['signatures'], ignoreLocation: true, threshold: 0.6 });
    return (line) => search.search(line.slice(0, 200), { limit: 1 })[0]?.item.id;
  },
};

/** An expression that is not anchored. `value` is its source for a value. */
export function toExpression(signature: string, value = '.*?'): RegExp {
  const quote = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const source = parseSignature(signature).map((part) => {
    if (part.kind === 'value') return value;
    return part.kind === 'text' ? quote(part.text) : `(?:${part.options.map(quote).join('|')})`;
  });
  return new RegExp(source.join(''));
}
