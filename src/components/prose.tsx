import { Fragment, type ReactNode, useContext, useMemo } from 'react';
import { type ProseNode, parseProse } from '../core/ruleset/prose';
import { PLACEHOLDER, type Values } from '../core/ruleset/values';
import { CardValues } from '../lib/card-values';
import { ExternalLink } from './external-link';
import { Value } from './value';

/**
 * A dataset's prose: inline Markdown as elements, and the reader's values where it says {name}. What a dataset
 * holds is never treated as HTML, and what a value holds never as Markdown.
 */
export function Prose({ text }: { text: string }) {
  const values = useContext(CardValues);
  const nodes = useMemo(() => parseProse(text), [text]);
  return renderAll(nodes, values);
}

function renderAll(nodes: ProseNode[], values: Values): ReactNode {
  // Prose never changes in place, so an index is a stable key.
  return nodes.map((node, i) => <Fragment key={String(i)}>{render(node, values)}</Fragment>);
}

/** Every second piece is a name. */
function renderText(text: string, values: Values): ReactNode {
  return text
    .split(PLACEHOLDER)
    .map((piece, i) => (i % 2 === 0 ? piece : <Value key={String(i)} name={piece} value={values.get(piece)} />));
}

function render(node: ProseNode, values: Values): ReactNode {
  switch (node.kind) {
    case 'text':
      return renderText(node.text, values);
    case 'code':
      return <code>{node.text}</code>;
    case 'strong':
      return <strong>{renderAll(node.children, values)}</strong>;
    case 'emphasis':
      return <em>{renderAll(node.children, values)}</em>;
    case 'link':
      return node.url.startsWith('https://') ? (
        <ExternalLink href={node.url}>{renderAll(node.children, values)}</ExternalLink>
      ) : (
        renderAll(node.children, values)
      );
  }
}
