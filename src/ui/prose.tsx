import type { PhrasingContent } from 'mdast';
import { Fragment, type ReactNode } from 'react';
import { parseProse } from '../core/ruleset/prose';
import { ExternalLink } from './external-link';

/** A dataset's prose: inline Markdown as elements. What a dataset holds is never treated as HTML. */
export function Prose({ text }: { text: string }) {
  return renderAll(parseProse(text));
}

function renderAll(nodes: PhrasingContent[]): ReactNode {
  // Prose never changes in place, so an index is a stable key.
  return nodes.map((node, i) => <Fragment key={String(i)}>{render(node)}</Fragment>);
}

function render(node: PhrasingContent): ReactNode {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'strong':
      return <strong>{renderAll(node.children)}</strong>;
    case 'emphasis':
      return <em>{renderAll(node.children)}</em>;
    case 'link':
      return node.url.startsWith('https://') ? (
        <ExternalLink href={node.url}>{renderAll(node.children)}</ExternalLink>
      ) : (
        renderAll(node.children)
      );
    default:
      return null;
  }
}
