import { type ComponentProps, Fragment, type ReactNode, useContext } from 'react';
import { type ProseNode, proseNodes } from '../core/ruleset/prose-nodes';
import { dropUnknown, PLACEHOLDER, type Values } from '../core/ruleset/values';
import { ExternalLink } from './external-link';
import { CardValues, Value } from './message';

/**
 * A dataset's prose: inline Markdown as elements, and the reader's values in place of each {name}; a {name} without a
 * value is left out. Prose is never treated as HTML, and values never as Markdown.
 */
export function Prose({ text }: { text: string }) {
  const values = useContext(CardValues);
  return renderAll(proseNodes(text), values);
}

/** {@link Prose} as a paragraph; nothing without a text. */
export function Paragraph({ text, ...props }: ComponentProps<'p'> & { text: string | undefined }) {
  return (
    text && (
      <p {...props}>
        <Prose text={text} />
      </p>
    )
  );
}

function renderAll(nodes: ProseNode[], values: Values): ReactNode {
  // Prose never changes in place, so an index is a stable key.
  return nodes.map((node, i) => <Fragment key={String(i)}>{render(node, values)}</Fragment>);
}

function render(node: ProseNode, values: Values): ReactNode {
  switch (node.kind) {
    case 'text':
      // Every second piece is a name.
      return dropUnknown(node.text, values)
        .split(PLACEHOLDER)
        .map((piece, i) => (i % 2 === 0 ? piece : <Value key={String(i)} name={piece} />));
    case 'code':
      return <code>{node.text}</code>;
    case 'strong':
      return <strong>{renderAll(node.children, values)}</strong>;
    case 'emphasis':
      return <em>{renderAll(node.children, values)}</em>;
    case 'link': {
      const children = renderAll(node.children, values);
      return node.url.startsWith('https://') ? <ExternalLink href={node.url}>{children}</ExternalLink> : children;
    }
  }
}
