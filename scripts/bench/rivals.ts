/** What the engine is measured against. Each takes a line and says which rule it claims, if any. */
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { parseSignature } from '../../src/core/diagnosis/signature';

/** A pack as `createDiagnoser` takes it. */
export type Pack = readonly { id: string; signatures: readonly string[] }[];

/** The id of the rule whose message a line holds, or nothing. */
export type Rival = (line: string) => string | undefined;

/** One regular expression a signature, tried on every line; of several that match the one with most fixed text. */
export function regularExpressions(pack: Pack): Rival {
  const rules = pack
    .flatMap((rule) =>
      rule.signatures.map((signature) => ({
        id: rule.id,
        expression: toExpression(signature),
        weight: signature.replace(/\{\w+\}/g, '').length,
      })),
    )
    .sort((a, b) => b.weight - a.weight);
  return (line) => rules.find((rule) => rule.expression.test(line))?.id;
}

function toExpression(signature: string): RegExp {
  const quote = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const source = parseSignature(signature).map((part) => {
    if (part.kind === 'value') return '.*?';
    return part.kind === 'text' ? quote(part.text) : `(?:${part.options.map(quote).join('|')})`;
  });
  return new RegExp(source.join(''));
}

/** MiniSearch with fuzzy matching: the best document. */
export function miniSearch(pack: Pack): Rival {
  const search = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  search.addAll(pack.map((rule, id) => ({ id, text: rule.signatures.join(' ') })));
  return (line) => {
    const [best] = search.search(line, { fuzzy: 0.2 });
    return best && pack[best.id as number]?.id;
  };
}

/** Fuse.js: the best item. */
export function fuse(pack: Pack): Rival {
  const search = new Fuse(pack, { keys: ['signatures'], ignoreLocation: true, threshold: 0.6 });
  return (line) => search.search(line.slice(0, 200), { limit: 1 })[0]?.item.id;
}
