import { type ComponentProps, createContext, Fragment, type ReactNode, useContext } from 'react';
import { parseSignature } from '../core/diagnosis/signature';
import { type ProseNode, proseNodes } from '../core/ruleset/prose-nodes';
import { valueLabel } from '../core/ruleset/value-label';
import { dropUnknown, PLACEHOLDER, type Values } from '../core/ruleset/values';
import { ExternalLink } from './external-link';
import styles from './prose.module.css';

/** The values that messages and prose below are filled with. A value that is not known is shown as its label. */
export const CardValues = createContext<Values>(new Map());

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
      <p dir="auto" {...props}>
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
  if ('text' in node) {
    if (node.kind === 'code') return <code>{node.text}</code>;
    const pieces = dropUnknown(node.text, values).split(PLACEHOLDER);
    // Every second piece is a name.
    return pieces.map((piece, i) => (i % 2 === 0 ? piece : <Value key={String(i)} name={piece} />));
  }
  const children = renderAll(node.children, values);
  if (node.kind === 'strong') return <strong>{children}</strong>;
  if (node.kind !== 'link') return <em>{children}</em>;
  return node.url.startsWith('https://') ? <ExternalLink href={node.url}>{children}</ExternalLink> : children;
}

/** An error's text as the portal shows it, with the reader's values, and "or" between alternatives. */
export function Message({ signature }: { signature: string }) {
  // A signature never changes in place, so an index is a stable key.
  return parseSignature(signature).map((part, i) => {
    if (part.kind === 'text') return part.text;
    if (part.kind === 'value') return <Value key={String(i)} name={part.name} />;
    return part.options.map((text, o) => (
      <Fragment key={text}>
        {o > 0 && <span className={styles.or}> or </span>}
        <span className={styles.choice}>{text}</span>
      </Fragment>
    ));
  });
}

/** In characters. A longer value would push the cause out of sight; the list of values shows it whole. */
const MAX_SHOWN = 200;

/** One of the reader's values within a text, or its label if it is not known. */
function Value({ name }: { name: string }) {
  const value = useContext(CardValues).get(name);
  if (!value) return <span className={styles.placeholder}>{valueLabel(name)}</span>;
  return <span className={styles.value}>{value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN)}…` : value}</span>;
}
