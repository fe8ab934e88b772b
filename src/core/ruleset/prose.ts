import { Lexer, type Token, Tokenizer } from 'marked';
import { type Keys, texts } from './problem';
import type { ParsedProse, ProseNode } from './prose-nodes';
import type { Ruleset } from './schema';
import { causeOf } from './situation';

/** Markdown without pictures and HTML: "<b>" stays three characters, "![x](y)" a mark and a link. */
class InlineOnly extends Tokenizer {
  override link(source: string) {
    return source.startsWith('!') ? undefined : super.link(source);
  }
  override tag() {
    return undefined;
  }
  override autolink() {
    return undefined;
  }
}

/** Far more than a sentence or two. The parser overflows the stack on longer texts with deeply nested marks. */
const MAX_MARKDOWN = 1000;

/**
 * Takes a dataset's prose and returns its inline Markdown in order. Blocks are not looked for, so a sentence that starts
 * with "1." or "#" stays a sentence. Never throws: what is not Markdown is text, and so is a prose of more than 1,000
 * characters.
 */
export function parseProse(prose: string): ProseNode[] {
  if (prose.length > MAX_MARKDOWN) return [{ kind: 'text', text: prose }];
  // Without gfm, an address is text until it is marked as a link.
  const lexer = new Lexer({ gfm: false, tokenizer: new InlineOnly() });
  return toNodes(lexer.inlineTokens(prose));
}

function toNodes(tokens: readonly Token[]): ProseNode[] {
  return tokens.map((token): ProseNode => {
    const children = 'tokens' in token && token.tokens ? toNodes(token.tokens) : [];
    if (token.type === 'strong') return { kind: 'strong', children };
    if (token.type === 'em') return { kind: 'emphasis', children };
    if (token.type === 'link') return { kind: 'link', url: token.href, children };
    const text = 'text' in token ? token.text : token.raw;
    return { kind: token.type === 'codespan' ? 'code' : 'text', text };
  });
}

/** Takes a dataset's prose and returns the addresses of its links, in order. */
export function proseLinks(prose: string): string[] {
  const links = (node: ProseNode): string[] => {
    if ('text' in node) return [];
    return [...(node.kind === 'link' ? [node.url] : []), ...node.children.flatMap(links)];
  };
  return parseProse(prose).flatMap(links);
}

/** Whether the text with these keys in a dataset is prose, and not code or a message. */
export function isProse(keys: Keys): boolean {
  return !keys.some((key) =>
    ['signatures', 'samples', 'unless', 'shownBy', 'context', 'example', 'code'].includes(String(key)),
  );
}

/** Takes a dataset and returns its prose that has marks, parsed; each text once, and those that {@link causeOf} joins. */
export function parseAllProse(ruleset: Ruleset): ParsedProse {
  const prose = [...texts(ruleset, [])].filter(([, keys]) => isProse(keys)).map(([text]) => text);
  const marked = [...prose, ...ruleset.rules.map(causeOf)].filter((text) => /[*_`[\\]/.test(text));
  return [...new Set(marked)].map((text) => [text, parseProse(text)] as const);
}
