import type { PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/*
 * CommonMark less everything that is not inline text, emphasis, code or a link. Without blocks a sentence
 * that starts with "1." or "#" stays a sentence; without HTML and entities "<b>" and "&lt;" stay characters.
 */
const inlineOnly = {
  disable: {
    null: [
      'autolink',
      'blockQuote',
      'characterReference',
      'codeFenced',
      'codeIndented',
      'definition',
      'hardBreakEscape',
      'headingAtx',
      'htmlFlow',
      'htmlText',
      'labelStartImage',
      'list',
      'setextUnderline',
      'thematicBreak',
    ],
  },
};

/**
 * Takes a dataset's prose and returns its inline Markdown nodes (mdast) in order: text, emphasis, strong,
 * inlineCode, link. Never throws: what is not Markdown is text.
 */
export function parseProse(prose: string): PhrasingContent[] {
  return fromMarkdown(prose, { extensions: [inlineOnly] }).children.flatMap((block) =>
    block.type === 'paragraph' ? block.children : [],
  );
}

/** Takes a dataset's prose and returns its plain characters, marks left out, {names} of values as they are. */
export function proseText(prose: string): string {
  const flatten = (nodes: PhrasingContent[]): string =>
    nodes
      .map((node) =>
        'value' in node ? node.value : 'children' in node ? flatten(node.children) : '',
      )
      .join('');
  return flatten(parseProse(prose));
}

/** Takes a dataset's prose and returns the addresses of its links, in order. */
export function proseLinks(prose: string): string[] {
  const links = (nodes: PhrasingContent[]): string[] =>
    nodes.flatMap((node) => [
      ...(node.type === 'link' ? [node.url] : []),
      ...('children' in node ? links(node.children) : []),
    ]);
  return links(parseProse(prose));
}
