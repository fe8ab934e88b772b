/** What a dataset's prose consists of: characters, code, and marked-up runs of these. */
export type ProseNode =
  | { kind: 'text' | 'code'; text: string }
  | { kind: 'strong' | 'emphasis'; children: ProseNode[] }
  | { kind: 'link'; url: string; children: ProseNode[] };

/** Texts with marks, and what they consist of. */
export type ParsedProse = readonly (readonly [string, ProseNode[]])[];

/* Prose is parsed where a dataset is read, the bundled one by the build, so that no page has to load a parser. */
const known = new Map<string, ProseNode[]>();

/** Takes prose that was parsed, for {@link proseNodes} to know. */
export function rememberProse(parsed: ParsedProse): void {
  for (const [text, nodes] of parsed) known.set(text, nodes);
}

/** Takes prose of a dataset that was read; returns what it consists of. Any other text is its characters. */
export function proseNodes(prose: string): ProseNode[] {
  return known.get(prose) ?? [{ kind: 'text', text: prose }];
}

/** Takes prose of a dataset that was read; returns its plain characters, with {names} of values as they are. */
export function proseText(prose: string): string {
  const text = (node: ProseNode): string => ('text' in node ? node.text : node.children.map(text).join(''));
  return proseNodes(prose).map(text).join('');
}
